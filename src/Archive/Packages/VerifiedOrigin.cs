using Archive.Domain;
using Archive.Domain.Ledger.Notes;

namespace Archive.Packages;

/// <summary>Reads a package that is to be imported: one of which any check fails is not.</summary>
internal static class VerifiedOrigin
{
    public static async Task<(VerifiedBag? Bag, Refusal? Refusal)> ReadAsync(string path, IReadOnlyList<VerifierKey> keys, CancellationToken cancellationToken)
    {
        if (await BagVerification.ReadAsync(path, keys, cancellationToken) is not { } bag)
            return (null, new Refusal("package-missing", $"There is no folder {path}. Name the folder of the package."));
        return bag.Verdict.Complete
            ? (bag, null)
            : (null, new Refusal(
                "package-incomplete",
                $"The package is not complete as signed: {bag.Verdict.ErrorCount} {(bag.Verdict.ErrorCount == 1 ? "check" : "checks")} failed, the first in {bag.Verdict.Errors[0].File}: {bag.Verdict.Errors[0].What} Nothing was imported. 'archive verify {path} --key KEY' tells all of them; ask for the package again."));
    }
}
