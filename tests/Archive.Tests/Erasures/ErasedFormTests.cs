using System.Text;
using System.Text.Json.Nodes;
using Archive.Domain.Erasures;
using Archive.Domain.Events;
using Archive.Domain.Ledger;
using Archive.Tests.Events;
using CsCheck;
using NJsonSchema;

namespace Archive.Tests.Erasures;

public sealed class ErasedFormTests
{
    private static readonly string Example = File.ReadAllText(RepositoryRoot.File("schemas", "erased", "erased.v1.example.json"));

    public static TheoryData<string> Names => [.. EventCatalogue.Types.Keys.Concat(EventCatalogue.FormerNames).Order(StringComparer.Ordinal)];

    [Theory, MemberData(nameof(Names))]
    public void An_event_of_every_stored_name_is_recognised_when_it_is_erased(string name)
    {
        var erased = EventCatalogue.Deserialize(name, Encoding.UTF8.GetBytes(Example), StreamOf(name)).ShouldBeAssignableTo<ErasedEvent>()!;

        (erased.Stream, erased.Name, erased.Payload.Reason, erased.Payload.Reference).ShouldBe((StreamOf(name), name, ErasureReason.PersonalData, "GDPR article 17, request 2026/14"));
        EventCatalogue.Types.Values.ShouldContain(erased.Was);
        JsonNode.DeepEquals(JsonNode.Parse(ErasedForm.Write(erased.Payload)), JsonNode.Parse(Example)).ShouldBeTrue();
    }

    [Fact]
    public async Task Schema_and_code_judge_every_spoilt_example_alike()
    {
        var schema = await JsonSchema.FromFileAsync(RepositoryRoot.File("schemas", "erased", "erased.v1.schema.json"), TestContext.Current.CancellationToken);
        schema.Validate(Example).ShouldBeEmpty();
        var spoilt = Mutations.Of(JsonNode.Parse(Example)!).ToList();

        spoilt.Count.ShouldBeGreaterThan(60);
        spoilt.Where(mutation => schema.Validate(mutation.Json).Count == 0 != IsRead(mutation.Json)).Select(mutation => mutation.What).ShouldBeEmpty();
    }

    [Theory]
    [InlineData("claim-forgotten.v1", "claim/r/c1")]
    [InlineData("claim-ranked.v1", "dream/1")]
    [InlineData("claim-ranked.v1", "claim")]
    public void An_erased_event_of_no_known_name_or_stream_is_unreadable(string name, string stream) =>
        Should.Throw<UnreadableEventException>(() => EventCatalogue.Deserialize(name, Encoding.UTF8.GetBytes(Example), stream));

    [Fact]
    public void Without_its_stream_nothing_is_made_of_an_erased_event() =>
        Should.Throw<UnreadableEventException>(() => EventCatalogue.Deserialize("claim-ranked.v1", Encoding.UTF8.GetBytes(Example)));

    [Fact]
    public void Whatever_byte_is_planted_it_is_read_or_unreadable_and_nothing_else() => Gen.Select(Gen.Int[0, Example.Length - 1], Gen.Byte).Sample(
        (place, planted) =>
        {
            var bytes = Encoding.UTF8.GetBytes(Example);
            bytes[place] = planted;
            try
            {
                EventCatalogue.Deserialize("claim-ranked.v1", bytes, "claim/r/c1");
            }
            catch (UnreadableEventException)
            {
                // The one exception that readers of a log expect.
            }
        },
        iter: 5_000);

    [Theory]
    [InlineData(null)]
    [InlineData(" ")]
    [InlineData("two\nlines")]
    [InlineData("\u0085")]
    public void A_reference_is_a_line_of_words(string? reference) => ErasedForm.WhatIsWrong(reference).ShouldNotBeNull();

    [Fact]
    public void A_reference_has_at_most_a_thousand_characters()
    {
        ErasedForm.WhatIsWrong(new string('x', 1_000)).ShouldBeNull();
        ErasedForm.WhatIsWrong(new string('x', 1_001)).ShouldNotBeNull();
        ErasedForm.WhatIsWrong("😀 GDPR").ShouldBeNull();
        ErasedForm.WhatIsWrong("half 😀"[..^1]).ShouldNotBeNull();
    }

    private static string StreamOf(string name) => name.Split('-')[0] switch
    {
        "record" => "record/r",
        "authority" => "authority/a",
        "source" => "source/s",
        "actor" => "actor/a",
        "key" => "key/k",
        _ => "claim/r/c1",
    };

    private static bool IsRead(string json)
    {
        try
        {
            return EventCatalogue.Deserialize("claim-ranked.v1", Encoding.UTF8.GetBytes(json), "claim/r/c1") is ErasedEvent;
        }
        catch (UnreadableEventException)
        {
            return false;
        }
    }
}
