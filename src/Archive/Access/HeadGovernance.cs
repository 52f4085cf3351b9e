using System.Globalization;
using System.Text.Json;
using Archive.Domain;
using Archive.Domain.Access;
using Archive.Domain.Events;
using Archive.Projection;
using Archive.Snapshots;

namespace Archive.Access;

/// <summary>
/// What governs records, claims and sources at the ledger's head. It is in the open version of each stream; the few that have any are found by partial
/// indexes, in the round trip that reads the documents.
/// </summary>
internal sealed class HeadGovernance(GenerationStore generation)
{
    private readonly Dictionary<string, Governance> _byStream = new(StringComparer.Ordinal);

    /// <summary>
    /// The condition of the partial indexes; the planner takes one only where a query has it word for word. Of this operator it expects few rows whatever
    /// it knows; "is not null" it takes for true of nearly all, and reads the table.
    /// </summary>
    public static string Governed { get; } = string.Create(CultureInfo.InvariantCulture, $"to_entry = {IVersion.Open} and (data -> 'state') ? 'governance'");

    /// <summary>Streams of the claims that were found governed.</summary>
    public IEnumerable<string> Claims => _byStream.Keys.Where(stream => stream.StartsWith(StreamName.ClaimPrefix, StringComparison.Ordinal));

    public Governance? Find(string stream) => _byStream.GetValueOrDefault(stream);

    /// <summary>Whether any source that was asked for is governed.</summary>
    public bool HasSources { get; private set; }

    public void AskForRecords(ReadBatch batch) => Ask(batch, generation.RecordVersions, "true");

    public void AskForRecords(ReadBatch batch, IEnumerable<string> records) =>
        Ask(batch, generation.RecordVersions, "stream = any($1)", records.Select(StreamName.OfRecord).Distinct(StringComparer.Ordinal).ToArray());

    public void AskForClaimsOf(ReadBatch batch, params string[] records) => Ask(batch, generation.ClaimVersions, "record = any($1)", records);

    public void AskForClaims(ReadBatch batch, IEnumerable<string> claims) => Ask(batch, generation.ClaimVersions, "stream = any($1)", claims.Select(StreamName.OfClaim).ToArray());

    public void AskForSources(ReadBatch batch) => Ask(batch, generation.SourceVersions, "true");

    public void AskForSources(ReadBatch batch, IEnumerable<string> sources) =>
        Ask(batch, generation.SourceVersions, "stream = any($1)", sources.Select(StreamName.OfSource).ToArray());

    /// <summary>Whether any source is governed at all; the answer has one member.</summary>
    public List<bool> AskWhetherSourcesAre(ReadBatch batch) =>
        batch.Rows($"select exists (select from {generation.SourceVersions} where {Governed})", row => row.GetBoolean(0));

    private void Ask(ReadBatch batch, string table, string which, string[]? of = null) => batch.Rows(
        $"select stream, data #> '{{state,governance}}' from {table} where {Governed} and {which}",
        row =>
        {
            HasSources |= table == generation.SourceVersions;
            return _byStream[row.GetString(0)] = JsonSerializer.Deserialize<Governance>(row.GetFieldValue<byte[]>(1), ArchiveJson.Options)!;
        },
        of is null ? [] : [of]);
}
