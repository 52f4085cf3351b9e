using Archive.Authorities;
using Archive.Claims;
using Archive.Domain.Authorities;
using Archive.Domain.Claims;
using Archive.Domain.Records;
using Archive.Domain.Sources;
using Archive.Ledger;
using Archive.Records;
using Archive.Sources;

namespace Archive.Projection;

/// <summary>
/// The documents that a batch of entries touches, in memory: preloaded by key, folded into by the handlers, flushed in one transaction. It
/// derives everything from entries and events.
/// </summary>
internal sealed class ProjectionBatch
{
    public List<LedgerEntry> Entries { get; } = [];

    public ReferenceSet References { get; } = new();

    public VersionSet<RecordVersion, HappeningRecord> Records { get; } = new(RecordVersion.Make);

    public VersionSet<AuthorityVersion, Authority> Authorities { get; } = new(AuthorityVersion.Make);

    public VersionSet<SourceVersion, Source> Sources { get; } = new(SourceVersion.Make);

    public VersionSet<ClaimVersion, Claim> Claims { get; } = new(ClaimVersion.Make);
}
