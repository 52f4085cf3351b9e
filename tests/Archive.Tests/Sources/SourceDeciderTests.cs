using Archive.Domain;
using Archive.Domain.Sources;
using Archive.Domain.Time;
using static Archive.Tests.Scenarios;
using static Archive.Tests.Sources.SourceSamples;

namespace Archive.Tests.Sources;

public sealed class SourceDeciderTests
{
    [Fact]
    public void Registering_a_source_begins_its_stream() =>
        Given(Nothing).When(s => SourceDecider.Register(s, Id, Draft, null, null, "2026")).Then(new SourceRegistered(Id, Description, "2026"))
            .ShouldBe(new Source(Id, Description, null, null, null));

    [Fact]
    public void Registering_a_source_with_its_origin_tells_both_facts() =>
        Given(Nothing).When(s => SourceDecider.Register(s, Id, Draft, Xinhua, NoFurtherVoice, "2026"))
            .Then(new SourceRegistered(Id, Description, "2026"), new SourceOriginEstablished(Id, Xinhua, null, "2026")).Origin.ShouldBe(Xinhua);

    [Fact]
    public void Registering_a_source_twice_is_refused() =>
        Given(Registered).When(s => SourceDecider.Register(s, Id, Draft, null, null, null)).ThenRefused("source-exists");

    [Fact]
    public void Registering_a_source_published_on_an_impossible_date_is_refused() =>
        Given(Nothing).When(s => SourceDecider.Register(s, Id, Draft with { Published = new DateDraft("2023-13") }, null, null, null)).ThenRefused("date-invalid");

    [Fact]
    public void Registering_a_source_whose_origin_is_not_there_is_refused() =>
        Given(Nothing).When(s => SourceDecider.Register(s, Id, Draft, Xinhua, null, null)).ThenRefused("source-unknown");

    [Fact]
    public void Registering_a_source_that_repeats_itself_is_refused() =>
        Given(Nothing).When(s => SourceDecider.Register(s, Id, Draft, new SourceOrigin(Id, false), NoFurtherVoice, null)).ThenRefused("origin-cycle");

    [Fact]
    public void Describing_a_source_replaces_its_description() =>
        Given(Registered).When(s => SourceDecider.Describe(s, Id, Draft with { Weak = true }, "a mirror", "2026"))
            .Then(new SourceDescribed(Id, Description with { Weak = true }, "a mirror", "2026")).Description.Weak.ShouldBeTrue();

    [Fact]
    public void Describing_a_source_as_it_is_changes_nothing() =>
        Given(Registered).When(s => SourceDecider.Describe(s, Id, Draft, "again", null)).ThenNothing();

    [Fact]
    public void Newer_zone_data_alone_describes_no_source_anew()
    {
        var dated = Draft with { Published = new DateDraft("2023-03-20") };
        HistoricalDate.TryDerive("2023-03-20", null, null, out var date, out _);
        var older = System.Text.Json.JsonSerializer.Deserialize<HistoricalDate>(System.Text.Json.JsonSerializer.Serialize(date).Replace(date!.Bounds.Zones, "2019a"));
        var registered = Given(new SourceRegistered(Id, Description with { Published = older }));
        registered.When(s => SourceDecider.Describe(s, Id, dated, "x", null)).ThenNothing();
    }

    [Fact]
    public void Describing_a_source_that_is_not_there_is_refused() =>
        Given(Nothing).When(s => SourceDecider.Describe(s, Id, Draft, "x", null)).ThenRefused("source-unknown");

    [Fact]
    public void Describing_a_source_that_was_merged_is_refused() =>
        Given(Registered, Merged).When(s => SourceDecider.Describe(s, Id, Draft, "x", null)).ThenRefused("source-merged");

    [Fact]
    public void Describing_a_source_with_an_impossible_date_is_refused() =>
        Given(Registered).When(s => SourceDecider.Describe(s, Id, Draft with { Published = new DateDraft("yesterday") }, "x", null)).ThenRefused("date-invalid");

    [Fact]
    public void Capturing_a_source_adds_to_what_is_held_of_it()
    {
        var (first, second) = (Copy("a"), Copy("b"));
        Given(Registered).When(s => SourceDecider.Capture(s, Id, first, "as found", "2026")).Then(new SourceCaptured(Id, first, "as found", "2026")).Captures.ShouldBe([first]);
        Given(Registered, new SourceCaptured(Id, first)).When(s => SourceDecider.Capture(s, Id, second, null, null)).Then(new SourceCaptured(Id, second)).Captures.ShouldBe([first, second]);
    }

    [Fact]
    public void Capturing_the_same_bytes_twice_is_refused() =>
        Given(Registered, new SourceCaptured(Id, Copy("a"))).When(s => SourceDecider.Capture(s, Id, Copy("a") with { MediaType = "text/html" }, null, null)).ThenRefused("capture-exists");

    [Fact]
    public void Capturing_a_source_that_is_not_there_or_merged_is_refused()
    {
        Given(Nothing).When(s => SourceDecider.Capture(s, Id, Copy("a"), null, null)).ThenRefused("source-unknown");
        Given(Registered, Merged).When(s => SourceDecider.Capture(s, Id, Copy("a"), null, null)).ThenRefused("source-merged");
        SourceDecider.WhyNotCaptured(null, Id)!.Code.ShouldBe("source-unknown");
    }

    [Fact]
    public void Rating_a_source_says_how_reliable_it_is() =>
        Given(Registered).When(s => SourceDecider.Rate(s, Id, Reliability.B, "careful", "2026")).Then(new SourceRated(Id, Reliability.B, "careful", "2026")).Reliability.ShouldBe(Reliability.B);

    [Fact]
    public void Rating_a_source_as_it_is_rated_changes_nothing() =>
        Given(Registered, new SourceRated(Id, Reliability.F)).When(s => SourceDecider.Rate(s, Id, Reliability.F, "again", null)).ThenNothing();

    [Fact]
    public void Rating_a_source_that_is_not_there_is_refused() =>
        Given(Nothing).When(s => SourceDecider.Rate(s, Id, Reliability.A, null, null)).ThenRefused("source-unknown");

    [Fact]
    public void Rating_a_source_that_was_merged_is_refused() =>
        Given(Registered, Merged).When(s => SourceDecider.Rate(s, Id, Reliability.A, null, null)).ThenRefused("source-merged");

    [Fact]
    public void Merging_a_source_gives_up_its_id() =>
        Given(Registered).When(s => SourceDecider.Merge(s, Id, Other, Other.Id, "entered twice", "2026")).Then(new SourceMerged(Id, Other.Id, "entered twice", "2026")).MergedInto.ShouldBe(Other.Id);

    [Fact]
    public void Merging_a_source_into_the_same_one_again_changes_nothing() =>
        Given(Registered, Merged).When(s => SourceDecider.Merge(s, Id, Other, Other.Id, "again", null)).ThenNothing();

    [Fact]
    public void Merging_a_source_that_was_merged_into_another_is_refused() =>
        Given(Registered, Merged).When(s => SourceDecider.Merge(s, Id, Other with { Id = "third" }, "third", "x", null)).ThenRefused("source-merged");

    [Fact]
    public void Merging_a_source_that_is_not_there_is_refused() =>
        Given(Nothing).When(s => SourceDecider.Merge(s, Id, Other, Other.Id, "x", null)).ThenRefused("source-unknown");

    [Fact]
    public void Merging_a_source_into_one_that_is_not_there_is_refused() =>
        Given(Registered).When(s => SourceDecider.Merge(s, Id, null, "nowhere", "x", null)).ThenRefused("source-unknown");

    [Fact]
    public void Merging_a_source_into_itself_is_refused() =>
        Given(Registered).When(s => SourceDecider.Merge(s, Id, s, Id, "x", null)).ThenRefused("merge-cycle");

    [Fact]
    public void Merging_a_source_into_one_that_was_merged_is_refused() =>
        Given(Registered).When(s => SourceDecider.Merge(s, Id, Other with { MergedInto = Id }, Other.Id, "x", null)).ThenRefused("merge-cycle");

    [Fact]
    public void A_stream_that_is_damaged_does_not_fold()
    {
        Should.Throw<InvalidOperationException>(() => Given(Registered, Registered));
        Should.Throw<InvalidOperationException>(() => Given(Merged));
    }

    private static Capture Copy(string digit) =>
        new(string.Concat(Enumerable.Repeat(digit, 64)), 4, "text/plain", null, DateTimeOffset.UnixEpoch, "A desk", CaptureMethod.Download);
}
