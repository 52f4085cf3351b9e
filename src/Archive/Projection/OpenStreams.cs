using Archive.Access;
using Archive.Authorities;
using Archive.Claims;
using Archive.Records;
using Archive.Sources;

namespace Archive.Projection;

/// <summary>What a projector remembers from batch to batch: the open versions of the streams that were touched last, and which references are there.</summary>
/// <param name="half">See <see cref="OpenVersions{TVersion}"/>; at least the size of a batch.</param>
/// <param name="spills">Whether versions that are no longer kept are not in the database, and go into a file.</param>
internal sealed class OpenStreams(int half, bool spills) : IDisposable
{
    public OpenVersions<RecordVersion> Records { get; } = Make<RecordVersion>(half, spills);

    public OpenVersions<AuthorityVersion> Authorities { get; } = Make<AuthorityVersion>(half, spills);

    public OpenVersions<SourceVersion> Sources { get; } = Make<SourceVersion>(half, spills);

    public OpenVersions<ClaimVersion> Claims { get; } = Make<ClaimVersion>(half, spills);

    public OpenVersions<ActorVersion> Actors { get; } = Make<ActorVersion>(half, spills);

    public OpenVersions<KeyVersion> Keys { get; } = Make<KeyVersion>(half, spills);

    public RecentKeys References { get; } = new(4 * half);

    public void Dispose()
    {
        Records.Dispose();
        Authorities.Dispose();
        Sources.Dispose();
        Claims.Dispose();
        Actors.Dispose();
        Keys.Dispose();
    }

    private static OpenVersions<TVersion> Make<TVersion>(int half, bool spills)
        where TVersion : class, IVersion =>
        new(half, spills ? new VersionSpill<TVersion>() : null);
}
