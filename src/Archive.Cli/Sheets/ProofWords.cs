using System.Globalization;
using Archive.Domain.Ledger;
using Archive.Domain.Ledger.Proofs;

namespace Archive.Cli.Sheets;

/// <summary>What a proof proves, in sentences.</summary>
internal static class ProofWords
{
    /// <summary>Nothing where a check failed.</summary>
    public static IEnumerable<string> Of(ProofVerdict verdict)
    {
        if (!verdict.IsValid)
            yield break;
        foreach (var entry in verdict.Entries)
            yield return Of(entry, verdict.Log!);
        // Behind the last one that is shown, a withheld one may be of anything.
        if (verdict.Claim is { } claim && verdict.Entries.LastOrDefault(entry => entry.Stream is not null) is { } last)
            yield return Invariant($"Up to entry {last.Entry} the claim {claim} has no other entries than these.");
        if (verdict.FormerSize is { } former)
            yield return Invariant($"The ledger {verdict.Log} of entry {verdict.Size} goes on from that of entry {former}: none of its first {former} entries was changed, dropped or slipped in.");
        yield return Invariant($"The checkpoint of {verdict.Log} at entry {verdict.Size}, root {verdict.Root}, was signed by {string.Join(" and ", verdict.Signers)}.");
        foreach (var sight in verdict.Witnesses)
            yield return Invariant($"The witness {sight.Witness} signed it too{(sight.At is { } at ? $", at {RecordedTime.Format(at)} by its own clock" : "")}.");
    }

    private static string Of(ProvedEntry entry, string log)
    {
        var recorded = Invariant($"Entry {entry.Entry} of {log} was recorded at {RecordedTime.Format(entry.RecordedAt)}: ");
        if (entry.Stream is null)
            return recorded + $"an event {entry.Type}, which is withheld.";
        var what = Invariant($"an event {entry.Type}, revision {entry.Revision} of {entry.Stream}, by the actor {entry.Actor}");
        return recorded + (entry.Erased ? $"{what}; its words were erased." : $"{what}, with these words: {entry.Data}");
    }

    private static string Invariant(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
