using Archive.Domain.Ledger.Notes;
using Archive.Domain.Packages;

namespace Archive.Packages;

/// <summary>
/// Verifies a package of a record with no archive and no database, by keys alone: everything in it is derived anew, and every check that fails is told with its
/// file. What holds for hostile bags (<see cref="BagValidation"/>) holds here.
/// </summary>
public static class BagVerification
{
    private static readonly string[] CannotKnow =
    [
        "Whether anything was recorded after this entry: only the archive can say that.",
        "Whether the log shows everybody the same: compare the checkpoint with one that others hold, or with one that witnesses cosigned.",
        "Whether what was recorded is true: only that it was recorded, so and then.",
    ];

    /// <summary>Whether a folder is a package of an archive, and not some other bag, and is to be verified as one.</summary>
    public static bool IsBag(string folder) => File.Exists(Path.Combine(folder, BagDeclaration.File));

    /// <param name="folder">The bag.</param>
    /// <param name="keys">The keys that one trusts.</param>
    /// <param name="cancellationToken">Stops.</param>
    /// <returns>Null where there is no such folder.</returns>
    public static async Task<BagVerdict?> VerifyAsync(string folder, IReadOnlyCollection<VerifierKey> keys, CancellationToken cancellationToken) =>
        (await ReadAsync(folder, keys, cancellationToken))?.Verdict;

    /// <summary>The same, with what is in the package.</summary>
    internal static async Task<VerifiedBag?> ReadAsync(string folder, IReadOnlyCollection<VerifierKey> keys, CancellationToken cancellationToken)
    {
        if (await BagValidation.CheckAsync(folder, digestAll: true, cancellationToken) is not { } bag)
            return null;
        var findings = bag.Findings;
        BagForm.CheckFiles(bag);
        var signed = await SignedParts.ReadAsync(bag, keys, cancellationToken);
        await BagForm.CheckTagsAsync(bag, signed.Statement, cancellationToken);
        var events = new EventChecks(signed, findings);
        await events.RunAsync(bag.Tree, cancellationToken);
        events.CheckAgainstStatement();
        var contents = new ContentChecks(bag, signed, events.Contents);
        await contents.RunAsync(cancellationToken);
        await SnapshotCheck.RunAsync(bag, signed.Statement, events.States, cancellationToken);
        await ProvenanceCheck.RunAsync(bag, signed.Statement, events, cancellationToken);
        var statement = signed.Statement;
        var verdict = new BagVerdict(
            findings.Count == 0,
            signed.Signers.Select(key => $"{key.Name}+{key.Id:x8}").ToArray(),
            statement?.Log,
            statement?.Record,
            statement?.Entry,
            events.RecordedAt,
            events.SnapshotDigest,
            signed.Checkpoint?.Size,
            events.Count,
            events.StreamCount,
            contents.Captures,
            contents.Quotes,
            events.Erased,
            statement?.Gone.Count ?? 0,
            findings.Errors,
            findings.Count,
            CannotKnow);
        return new VerifiedBag(verdict, bag, signed);
    }
}
