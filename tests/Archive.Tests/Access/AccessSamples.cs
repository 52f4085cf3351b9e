using Archive.Domain;
using Archive.Domain.Access;
using Archive.Domain.Claims;
using Archive.Domain.Records;
using Archive.Domain.Sources;
using Archive.Tests.Claims;
using Archive.Tests.Sources;

namespace Archive.Tests.Access;

/// <summary>A record, its claim and what that cites, with what was decided on them.</summary>
internal static class AccessSamples
{
    public const string OfRecord = "record/visit-2023";

    public const string OfClaim = "claim/" + ClaimSamples.Id;

    public const string OfSource = "source/" + SourceSamples.Id;

    public static readonly string Bytes = new('a', 64);

    public static readonly string OtherBytes = new('b', 64);

    public static readonly AccessRule Deed = new(AccessKind.Closed, new DateOnly(2040, 1, 1), LegalBasis: "Deed of gift, section 4");

    public static readonly AccessRule Staff = new(AccessKind.Restricted, Roles: [Role.Contributor, Role.Editor], LegalBasis: "Licence of 2023");

    public static readonly RecordOpened Opened = new("visit-2023", new RecordDescription("The visit", null, null, [], null, null));

    public static readonly SourceCaptured Captured = new(SourceSamples.Id, Copy(Bytes));

    public static Capture Copy(string digest) => new(digest, 1, "text/plain", null, DateTimeOffset.UnixEpoch, "archivist", CaptureMethod.Transfer);

    public static Hold On(int number, string? capture = null) => new(number, "a case", "Order of 2026", capture);

    public static Governance Holding(params Hold[] holds) => new(Holds: holds.ToValueList());

    public static Source SourceNamed(string id, string? mergedInto = null, Governance? governance = null, params string[] captures) =>
        new(id, SourceSamples.Description, null, null, mergedInto, captures.Length == 0 ? null : captures.Select(Copy).ToValueList(), governance);

    public static Claim ClaimCiting(string id, Governance? governance, params string[] sources) => new(
        id, 1, ClaimSamples.Content, sources.Select((source, i) => ClaimSamples.Cited(i + 1, new CitationDraft(source))).ToValueList(), Rank.Normal, null, [], null, sources.Length, governance);

    public static HappeningRecord RecordNamed(string id, Governance? governance) => new(id, Opened.Description, governance);
}
