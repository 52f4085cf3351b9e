using System.Text.Json;
using Archive.Domain.Ledger;
using Archive.Domain.Packages;
using Archive.Exports;

namespace Archive.Packages;

/// <summary>
/// What can be derived of the provenance: that every entry has its activity in it and no other has. The names and words in it are the archive's, as of the
/// day on which it was written; that they were not changed since, the statement's digest of the file says.
/// </summary>
internal static class ProvenanceCheck
{
    private const int MaxLength = CanonicalJson.MaxLength;

    public static async Task RunAsync(CheckedBag bag, BagStatement? statement, EventChecks events, CancellationToken cancellationToken)
    {
        if (statement is null || bag.Tree.Files.GetValueOrDefault(BagNames.Provenance) is not { } file
            || await BagDigests.ReadAsync(file, MaxLength, bag.Findings, cancellationToken) is not { } bytes)
            return;
        try
        {
            using var json = JsonDocument.Parse(bytes, new JsonDocumentOptions { AllowDuplicateProperties = false });
            var expected = events.Entries.Select(ExportIris.Entry).ToHashSet(StringComparer.Ordinal);
            var found = json.RootElement.TryGetProperty("activity", out var activities) ? activities.EnumerateObject().Select(activity => activity.Name).ToHashSet(StringComparer.Ordinal) : [];
            foreach (var name in expected.Except(found, StringComparer.Ordinal).Take(10))
                bag.Findings.Add(BagCheck.Provenance, BagNames.Provenance, $"It has no activity {name}, which is an event of the package.");
            foreach (var name in found.Except(expected, StringComparer.Ordinal).Take(10))
                bag.Findings.Add(BagCheck.Provenance, BagNames.Provenance, $"Its activity {name} is no event of the package.");
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException)
        {
            bag.Findings.Add(BagCheck.Provenance, BagNames.Provenance, $"It is no PROV-JSON: {e.Message}");
        }
    }
}
