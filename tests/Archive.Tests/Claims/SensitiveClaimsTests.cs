using Archive.Domain;
using Archive.Domain.Claims;
using Archive.Domain.Evidence;
using static Archive.Tests.Claims.ClaimSamples;
using static Archive.Tests.Scenarios;

namespace Archive.Tests.Claims;

public sealed class SensitiveClaimsTests
{
    private static readonly string Digest = new('d', 64);

    private static readonly ClaimRecorded Sensitive = new(Id, Content with { Kept = Digest }, [Cited(1, Wikipedia)]);

    [Fact]
    public void A_sensitive_claim_is_to_be_kept_by_reference() =>
        Given(Nothing).When(c => ClaimDecider.Record(c, Id, Draft, [Wikipedia], null, KnownStreams.All, sensitive: true))
            .Then(new ClaimRecorded(Id, Content with { Kept = ClaimContent.ToBeKept }, [Cited(1, Wikipedia)]));

    [Fact]
    public void A_correction_of_it_is_too() =>
        Given(Sensitive).When(c => ClaimDecider.Correct(c, Id, Draft with { Says = "Xi leaves" }, [Wikipedia], WrongTime, KnownStreams.All))
            .Then(Corrected(Content with { Says = "Xi leaves", Kept = ClaimContent.ToBeKept }, Cited(1, Wikipedia)));

    [Fact]
    public void A_correction_that_says_the_same_names_what_is_kept_already() =>
        Given(Sensitive).When(c => ClaimDecider.Correct(c, Id, Draft, [Tass], WrongTime, KnownStreams.All))
            .Then(Corrected(Content with { Kept = Digest }, Cited(2, Tass)));

    [Fact]
    public void A_claim_that_was_not_sensitive_does_not_become_so() =>
        Given(Recorded).When(c => ClaimDecider.Correct(c, Id, Draft with { Says = "Xi leaves" }, [Wikipedia], WrongTime, KnownStreams.All))
            .Then(Corrected(Content with { Says = "Xi leaves" }, Cited(1, Wikipedia)));

    [Fact]
    public void What_is_stored_says_nothing_of_the_content_and_refers_to_none_of_what_it_is_about()
    {
        var stored = new ClaimRecorded(Id, Content with { Kept = ClaimContent.ToBeKept, DerivedFrom = ["visit-2023/c1"] }, [Cited(1, Wikipedia)]).Keep(_ => Digest);
        stored.Content.ShouldBe(new ClaimContent("", new Arrival([], null, []), null, null, null, null, [], Digest));
        ((IArchiveEvent)stored).References.ShouldBe(["record/visit-2023", "source/wikipedia"]);
    }

    [Fact]
    public void What_is_kept_comes_back_and_what_was_erased_stays_away()
    {
        string? kept = null;
        var whole = Content with { Kept = ClaimContent.ToBeKept };
        var stored = whole.Keep(words =>
        {
            kept = words.Content;
            return Digest;
        });
        stored.Join(_ => kept).ShouldBe(whole with { Kept = Digest });
        stored.Join(_ => null).ShouldBe(stored);
    }

    private static ClaimCorrected Corrected(ClaimContent content, Citation citation) =>
        new(Id, 2, content, [citation], WrongTime.Reason, WrongTime.Fault, WrongTime.Words, WrongTime.Notice, WrongTime.Decided);
}
