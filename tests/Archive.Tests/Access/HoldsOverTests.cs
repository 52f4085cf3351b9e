using Archive.Domain;
using Archive.Domain.Access;
using Archive.Domain.Claims;
using Archive.Domain.Records;
using Archive.Domain.Sources;
using static Archive.Tests.Access.AccessSamples;

namespace Archive.Tests.Access;

public sealed class HoldsOverTests
{
    private static readonly HappeningRecord[] NoRecords = [];

    private static readonly Claim[] NoClaims = [];

    [Fact]
    public void Nothing_is_held_where_no_hold_was_placed() =>
        new HoldsOver([RecordNamed("r", null)], [ClaimCiting("r/c", null, "s")], [SourceNamed("s", captures: Bytes)]).Find("source/s", Bytes).ShouldBeEmpty();

    [Fact]
    public void A_hold_that_was_lifted_holds_nothing() =>
        new HoldsOver(NoRecords, NoClaims, [SourceNamed("s", null, Holding(On(1) with { Lifted = "over" }), Bytes)]).Find("source/s", Bytes).ShouldBeEmpty();

    [Fact]
    public void A_hold_on_a_source_covers_each_of_its_captures() =>
        new HoldsOver(NoRecords, NoClaims, [SourceNamed("s", null, Holding(On(1)), Bytes, OtherBytes)]).Find("source/s", OtherBytes)
            .ShouldBe([new HoldInForce("source/s", On(1))]);

    [Fact]
    public void A_hold_on_a_capture_covers_it_and_no_other()
    {
        var holds = new HoldsOver(NoRecords, NoClaims, [SourceNamed("s", null, Holding(On(1, Bytes)), Bytes, OtherBytes)]);
        holds.Find("source/s", Bytes).ShouldBe([new HoldInForce("source/s", On(1, Bytes))]);
        holds.Find("source/s", OtherBytes).ShouldBeEmpty();
    }

    [Fact]
    public void A_hold_on_a_source_covers_the_same_bytes_wherever_they_are() =>
        new HoldsOver(NoRecords, NoClaims, [SourceNamed("s", captures: Bytes), SourceNamed("t", null, Holding(On(1)), Bytes)]).Find("source/s", Bytes)
            .ShouldBe([new HoldInForce("source/t", On(1))]);

    [Fact]
    public void A_hold_on_a_source_covers_the_captures_of_what_was_merged_into_it_and_the_other_way_round()
    {
        new HoldsOver(NoRecords, NoClaims, [SourceNamed("s", "t", null, Bytes), SourceNamed("t", null, Holding(On(1)))]).Find("source/s", Bytes)
            .ShouldBe([new HoldInForce("source/t", On(1))]);
        new HoldsOver(NoRecords, NoClaims, [SourceNamed("s", "t", Holding(On(2))), SourceNamed("t", captures: Bytes)]).Find("source/t", Bytes)
            .ShouldBe([new HoldInForce("source/s", On(2))]);
    }

    [Fact]
    public void A_hold_on_a_claim_covers_it_and_the_captures_of_what_it_cites()
    {
        var holds = new HoldsOver([RecordNamed("r", null)], [ClaimCiting("r/c", Holding(On(1)), "s"), ClaimCiting("r/d", null, "t")], [SourceNamed("s", captures: Bytes), SourceNamed("t", captures: OtherBytes)]);
        holds.Find("claim/r/c", null).ShouldBe([new HoldInForce("claim/r/c", On(1))]);
        holds.Find("source/s", Bytes).ShouldBe([new HoldInForce("claim/r/c", On(1))]);
        holds.Find("claim/r/d", null).ShouldBeEmpty();
        holds.Find("source/t", OtherBytes).ShouldBeEmpty();
    }

    [Fact]
    public void A_hold_on_a_claim_covers_what_it_cites_in_a_dispute_alone()
    {
        var claim = ClaimCiting("r/c", Holding(On(1)), "s") with
        {
            Disputes = [new Dispute(1, "when", [new DisputeVersion("noon", [Claims.ClaimSamples.Cited(2, new CitationDraft("t"))])], null)],
        };
        new HoldsOver(NoRecords, [claim], [SourceNamed("s"), SourceNamed("t", captures: Bytes)]).Find("source/t", Bytes).ShouldHaveSingleItem();
    }

    [Fact]
    public void A_hold_on_a_record_covers_its_claims_and_the_captures_that_they_cite()
    {
        var holds = new HoldsOver([RecordNamed("r", Holding(On(3))), RecordNamed("q", null)], [ClaimCiting("r/c", null, "s"), ClaimCiting("q/c", null, "t")], [SourceNamed("s", captures: Bytes), SourceNamed("t", captures: OtherBytes)]);
        HoldInForce[] held = [new("record/r", On(3))];
        holds.Find("record/r", null).ShouldBe(held);
        holds.Find("claim/r/c", null).ShouldBe(held);
        holds.Find("source/s", Bytes).ShouldBe(held);
        holds.Find("claim/q/c", null).ShouldBeEmpty();
        holds.Find("source/t", OtherBytes).ShouldBeEmpty();
    }

    [Fact]
    public void Every_hold_that_stands_is_named() =>
        new HoldsOver([RecordNamed("r", Holding(On(1)))], [ClaimCiting("r/c", Holding(On(1), On(2)), "s")], [SourceNamed("s", null, Holding(On(1, Bytes), On(2)), Bytes)])
            .Find("source/s", Bytes).Count.ShouldBe(5);

    [Fact]
    public void Nothing_is_held_over_an_actor() =>
        new HoldsOver([RecordNamed("r", Holding(On(1)))], NoClaims, []).Find("actor/a1", null).ShouldBeEmpty();
}
