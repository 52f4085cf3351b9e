using Archive.Access;
using Archive.Authorities;
using Archive.Claims;
using Archive.Domain.Access;
using Archive.Domain.Authorities;
using Archive.Domain.Claims;
using Archive.Domain.Ledger.Trees;
using Archive.Domain.Records;
using Archive.Domain.Sources;
using Archive.Ledger;
using Archive.Records;
using Archive.Sources;

namespace Archive.Projection;

/// <summary>
/// The documents that a batch of entries touches, in memory: found by key, folded into by the handlers, flushed in one transaction. It derives
/// everything from entries and events.
/// </summary>
internal sealed class ProjectionBatch(OpenStreams open)
{
    public List<LedgerEntry> Entries { get; } = [];

    /// <summary>The tiles that the entries change.</summary>
    public IReadOnlyList<Tile> Tiles { get; set; } = [];

    public ReferenceSet References { get; } = new(open.References);

    public VersionSet<RecordVersion, HappeningRecord> Records { get; } = new(open.Records);

    public VersionSet<AuthorityVersion, Authority> Authorities { get; } = new(open.Authorities);

    public VersionSet<SourceVersion, Source> Sources { get; } = new(open.Sources);

    public VersionSet<ClaimVersion, Claim> Claims { get; } = new(open.Claims);

    public VersionSet<ActorVersion, Actor> Actors { get; } = new(open.Actors);

    public VersionSet<KeyVersion, ApiKey> Keys { get; } = new(open.Keys);
}
