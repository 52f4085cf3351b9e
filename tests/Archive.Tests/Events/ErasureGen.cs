using Archive.Domain;
using CsCheck;
using static Archive.Tests.Events.TextGen;

namespace Archive.Tests.Events;

/// <summary>Random subjects of erasures.</summary>
internal static class ErasureGen
{
    public static readonly Gen<(string Stream, string? Capture, int? Version)> Subject = Gen.OneOf(
        Gen.Select(Id, CaptureGen.Digest, (id, capture) => (StreamName.OfSource(id), (string?)capture, (int?)null)),
        Gen.Select(ClaimId, Number.Nullable(), (id, version) => (StreamName.OfClaim(id), (string?)null, version)),
        Id.Select(id => (StreamName.OfActor(id), (string?)null, (int?)null)));
}
