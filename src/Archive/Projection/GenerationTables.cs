using System.Text.Json;
using Archive.Access;
using Archive.Authorities;
using Archive.Claims;
using Archive.Domain.Events;
using Archive.Ledger;
using Archive.Records;
using Archive.Sources;

namespace Archive.Projection;

/// <summary>The tables of a generation as rows to write. Marten maps and makes them; see docs/decisions/0003.</summary>
internal sealed class GenerationTables(GenerationStore generation)
{
    public RowTable<RecordVersion> Records { get; } = Versions<RecordVersion>(generation.RecordVersions);

    public RowTable<AuthorityVersion> Authorities { get; } = Versions<AuthorityVersion>(generation.AuthorityVersions);

    public RowTable<SourceVersion> Sources { get; } = Versions<SourceVersion>(generation.SourceVersions);

    public RowTable<ClaimVersion> Claims { get; } = Versions(generation.ClaimVersions, RowColumn<ClaimVersion>.Text("record", version => version.Record));

    public RowTable<ActorVersion> Actors { get; } = Versions<ActorVersion>(generation.ActorVersions);

    public RowTable<KeyVersion> Keys { get; } = Versions<KeyVersion>(generation.KeyVersions);

    public RowTable<LedgerEntry> Entries { get; } = new(
        generation.Entries,
        RowColumn<LedgerEntry>.Number("id", entry => entry.Id),
        RowColumn<LedgerEntry>.Document(Json),
        RowColumn<LedgerEntry>.Text("stream", entry => entry.Stream),
        RowColumn<LedgerEntry>.Time("recorded_at", entry => entry.RecordedAt.UtcDateTime));

    public RowTable<StreamReference> References { get; } = new(
        generation.References,
        RowColumn<StreamReference>.Text("id", reference => reference.Id),
        RowColumn<StreamReference>.Document(Json),
        RowColumn<StreamReference>.Text("from_stream", reference => reference.FromStream),
        RowColumn<StreamReference>.Text("to_stream", reference => reference.ToStream),
        RowColumn<StreamReference>.Number("first_entry", reference => reference.FirstEntry));

    private static RowTable<TVersion> Versions<TVersion>(string table, params IReadOnlyList<RowColumn<TVersion>> more)
        where TVersion : IVersion =>
        new(
            table,
            [
                RowColumn<TVersion>.Text("id", version => version.Id),
                RowColumn<TVersion>.Document(Json),
                RowColumn<TVersion>.Text("stream", version => version.Stream),
                RowColumn<TVersion>.Number("from_entry", version => version.FromEntry),
                RowColumn<TVersion>.Number("to_entry", version => version.ToEntry),
                RowColumn<TVersion>.Number("node", version => version.Node),
                RowColumn<TVersion>.Text("stream_digest", version => version.StreamDigest!),
                .. more,
            ]);

    private static byte[] Json<T>(T document) => JsonSerializer.SerializeToUtf8Bytes(document, ArchiveJson.Options);
}
