using Archive.Domain;
using Archive.Domain.Records;
using Archive.Domain.Time;
using static Archive.Tests.Scenarios;

namespace Archive.Tests.Records;

public sealed class RecordDeciderTests
{
    private const string Id = "visit-2023";

    private static readonly RecordDraft Draft = new("Visit of Xi Jinping to Russia", Places: ["moscow"], Zone: "Europe/Moscow");

    private static readonly RecordDescription Description = new("Visit of Xi Jinping to Russia", null, null, ["moscow"], null, "Europe/Moscow");

    private static readonly RecordOpened Opened = new(Id, Description);

    private static readonly IRecordEvent[] Nothing = [];

    [Fact]
    public void Opening_a_record_begins_its_stream() =>
        Given(Nothing).When(r => RecordDecider.Open(r, Id, Draft, "2026-01-12", KnownStreams.All)).Then(new RecordOpened(Id, Description, "2026-01-12"))
            .ShouldBe(new HappeningRecord(Id, Description));

    [Fact]
    public void Opening_a_record_derives_the_bounds_of_its_date()
    {
        HistoricalDate.TryDerive("2023-03-20/2023-03-22", null, "Europe/Moscow", out var date, out _);
        Given(Nothing).When(r => RecordDecider.Open(r, Id, Draft with { Occurred = new DateDraft("2023-03-20/2023-03-22", null, "Europe/Moscow") }, null, KnownStreams.All))
            .Then(new RecordOpened(Id, Description with { Occurred = date }));
    }

    [Fact]
    public void Opening_a_record_twice_is_refused() =>
        Given(Opened).When(r => RecordDecider.Open(r, Id, Draft, null, KnownStreams.All)).ThenRefused("record-exists");

    [Fact]
    public void Opening_a_record_on_an_impossible_date_is_refused() =>
        Given(Nothing).When(r => RecordDecider.Open(r, Id, Draft with { Occurred = new DateDraft("2023-02-30") }, null, KnownStreams.All)).ThenRefused("date-invalid");

    [Fact]
    public void Opening_a_record_in_an_unknown_place_is_refused() =>
        Given(Nothing).When(r => RecordDecider.Open(r, Id, Draft, null, Without("authority/moscow"))).ThenRefused("authority-unknown");

    [Fact]
    public void Describing_a_record_replaces_its_description() =>
        Given(Opened).When(r => RecordDecider.Describe(r, Id, Draft with { Title = "State visit" }, "better", "2026", KnownStreams.All))
            .Then(new RecordDescribed(Id, Description with { Title = "State visit" }, "better", "2026")).Description.Title.ShouldBe("State visit");

    [Fact]
    public void Describing_a_record_as_it_is_changes_nothing() =>
        Given(Opened).When(r => RecordDecider.Describe(r, Id, Draft, "again", null, KnownStreams.All)).ThenNothing();

    [Fact]
    public void Newer_zone_data_alone_describes_no_record_anew()
    {
        HistoricalDate.TryDerive("2023-03-20", null, null, out var date, out _);
        var older = System.Text.Json.JsonSerializer.Deserialize<HistoricalDate>(System.Text.Json.JsonSerializer.Serialize(date).Replace(date!.Bounds.Zones, "2019a"));
        Given(new RecordOpened(Id, Description with { Occurred = older }))
            .When(r => RecordDecider.Describe(r, Id, Draft with { Occurred = new DateDraft("2023-03-20") }, "x", null, KnownStreams.All)).ThenNothing();
    }

    [Fact]
    public void Describing_a_record_that_is_not_there_is_refused() =>
        Given(Nothing).When(r => RecordDecider.Describe(r, Id, Draft, "x", null, KnownStreams.All)).ThenRefused("record-unknown");

    [Fact]
    public void Describing_a_record_with_an_unknown_zone_is_refused() =>
        Given(Opened).When(r => RecordDecider.Describe(r, Id, Draft with { Occurred = new DateDraft("2023", null, "Mars/Olympus") }, "x", null, KnownStreams.All)).ThenRefused("date-invalid");

    [Fact]
    public void Describing_a_record_with_an_unknown_place_is_refused() =>
        Given(Opened).When(r => RecordDecider.Describe(r, Id, Draft with { Places = ["atlantis"] }, "x", null, Without("authority/atlantis"))).ThenRefused("authority-unknown");

    [Fact]
    public void A_stream_that_is_damaged_does_not_fold()
    {
        Should.Throw<InvalidOperationException>(() => Given(Opened, Opened));
        Should.Throw<InvalidOperationException>(() => Given(new RecordDescribed(Id, Description, "x")));
    }

    [Fact]
    public void A_record_refers_to_its_places() => ((IArchiveEvent)Opened).References.ShouldBe(["authority/moscow"]);
}
