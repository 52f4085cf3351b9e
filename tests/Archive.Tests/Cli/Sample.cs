using Archive.Claims;
using Archive.Domain;
using Archive.Domain.Claims;
using Archive.Domain.Records;
using Archive.Domain.Sources;
using Archive.Domain.Time;
using Archive.Provenance;
using Archive.Records;
using Archive.Snapshots;

namespace Archive.Tests.Cli;

/// <summary>Answers of a small archive.</summary>
internal static class Sample
{
    public const string Digest = "aa00aa00aa00aa00aa00aa00aa00aa00aa00aa00aa00aa00aa00aa00aa00aa00";

    public static readonly DateTimeOffset At = new(2026, 11, 24, 9, 30, 0, TimeSpan.Zero);

    public static Moment Moment(bool final = false) => new("archive.test/log", 57, At, final);

    public static Names Names(string title = "Report of the landing") => new(
        new Dictionary<string, string>(StringComparer.Ordinal) { ["xi"] = "Xi Jinping" },
        new Dictionary<string, SourceView>(StringComparer.Ordinal) { ["tass"] = Source("tass", title) });

    private static readonly Capture Capture = new(
        new string('a', 64), 1_204, "text/html", null, new DateTimeOffset(2026, 11, 24, 9, 30, 0, TimeSpan.Zero), "The archive's own desk", CaptureMethod.Download);

    public static SourceView Source(string id, string title = "Report of the landing", bool captured = false) => new(
        id,
        $"[{title}]",
        new SourceDescription(SourceKind.Agency, title, true, "TASS", null, null, Date("2023-03-20"), "en", null, false, null),
        null,
        Reliability.B,
        null,
        captured ? [Capture] : null);

    public static ClaimView Claim(string says = "Xi lands", string when = "2023-03-20~", string? clock = "about 12:59") => new(
        "r/c1",
        ClaimKind.Arrival,
        1,
        ClaimStatus.Standing,
        Rank.Normal,
        null,
        new ClaimContent(says, new Arrival(["xi"], null, []), "en", Date(when, clock, "Europe/Moscow"), null, null, []),
        [new Citation(1, "tass", Stance.Supports, CitedPart.All, null, null, null)],
        [],
        null,
        6,
        6,
        At);

    public static RecordSnapshot Record(ClaimView claim, bool final = false) => new(
        Moment(final),
        Digest,
        new RecordView("r", new RecordDescription("The visit", null, Date("2023-03-20/2023-03-22"), [], "en", "Europe/Moscow"), 1, 1, At),
        Page(claim),
        new Dictionary<string, Corroboration>(StringComparer.Ordinal) { [claim.Id] = Support },
        Names());

    public static ProvenanceTrail Trail(ClaimView claim) => new(
        Moment(),
        Digest,
        claim,
        [Explained("claim/r/c1", 3)],
        [new CitationTrail(claim.Citations![0], Source("tass"), Capture, [Explained("source/tass", 0)], [new VoiceStep(Source("kremlin"), true, [])], false)],
        [],
        Support,
        [],
        Names());

    public static Corroboration Support => new(["kremlin"], [], 1, [], 0, new CitationCount(1, 0, 0));

    public static EventView Entry(string stream, long revision) =>
        new(6, At, "claim-recorded.v1", stream, revision, "local", Guid.Empty, Run.CommandId, new string('b', 64));

    public static TrailEvent Explained(string stream, long revision) => new(
        6, At, "claim-corrected.v1", stream, revision, "local", Guid.Empty, Run.CommandId, new string('b', 64), "wrong-time", Fault.Source, "The clock was off", "We were wrong", "2026-11");

    public static Page<T> Page<T>(params T[] items) => new(items, 1, 100, items.Length);

    public static HistoricalDate Date(string edtf, string? clock = null, string? zone = null) =>
        HistoricalDate.TryDerive(edtf, clock, zone, out var date, out var error) ? date : throw new InvalidOperationException(error.Message);
}
