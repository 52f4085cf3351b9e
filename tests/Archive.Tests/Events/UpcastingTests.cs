using Archive.Domain.Events;
using Archive.Domain.Sources;

namespace Archive.Tests.Events;

public sealed class UpcastingTests
{
    private static readonly EventExample Former = EventExample.Of("source-origin-established.v1.example.json");

    [Fact]
    public void An_origin_of_version_1_is_read_as_one_that_is_certain() => EventCatalogue.Deserialize(Former.Event, Former.Bytes)
        .ShouldBe(new SourceOriginEstablished("nea-2030", new SourceOrigin("xinhua", Likely: false), "The page gives Xinhua as its source."));

    [Fact]
    public void An_origin_of_version_1_folds_like_one_of_the_present_version()
    {
        var source = new Source("nea-2030", new SourceDescription(SourceKind.Agency, "Plan", false, null, null, null, null, null, null, false, null), null, null, null);
        Source.Evolve(source, (ISourceEvent)EventCatalogue.Deserialize(Former.Event, Former.Bytes)).Origin.ShouldBe(new SourceOrigin("xinhua", Likely: false));
    }

    [Theory]
    [InlineData("""{"source":"a","origin":{"source":"b","likely":true}}""")]
    [InlineData("""{"source":"a","origin":null}""")]
    [InlineData("""{"source":"a"}""")]
    [InlineData("""{"source":"a","origin":"b","likely":true}""")]
    public void The_present_form_under_the_former_name_is_unreadable(string json) =>
        Should.Throw<UnreadableEventException>(() => EventCatalogue.Deserialize(Former.Event, System.Text.Encoding.UTF8.GetBytes(json)));

    [Fact]
    public void The_former_form_under_the_present_name_is_unreadable() =>
        Should.Throw<UnreadableEventException>(() => EventCatalogue.Deserialize("source-origin-established.v2", Former.Bytes));
}
