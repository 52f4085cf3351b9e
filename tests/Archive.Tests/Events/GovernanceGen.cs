using Archive.Domain;
using Archive.Domain.Access;
using CsCheck;
using static Archive.Tests.Events.TextGen;

namespace Archive.Tests.Events;

/// <summary>Random subjects and rules of access.</summary>
internal static class GovernanceGen
{
    /// <summary>A stream, and one of its captures where it is a source's.</summary>
    public static readonly Gen<(string, string?)> Subject = Gen.OneOf(
        Id.Select(id => (StreamName.OfRecord(id), (string?)null)),
        ClaimId.Select(id => (StreamName.OfClaim(id), (string?)null)),
        Gen.Select(Id, CaptureGen.Digest.Null(), (id, capture) => (StreamName.OfSource(id), capture)));

    private static readonly Gen<DateOnly> Day = Gen.Int[0, 80_000].Select(days => new DateOnly(1900, 1, 1).AddDays(days));

    private static readonly Gen<ValueList<Role>> Roles = Gen.Enum<Role>().Array[1, 4].Select(roles => roles.Distinct().Order().ToValueList());

    public static readonly Gen<AccessRule> Access = Gen.OneOf(
        Gen.Const(AccessRule.Open),
        Gen.Select(Day.Nullable(), Line, (day, basis) => new AccessRule(AccessKind.Closed, day, null, basis)),
        Gen.Select(Roles, Line, (roles, basis) => new AccessRule(AccessKind.Restricted, null, roles, basis)));
}
