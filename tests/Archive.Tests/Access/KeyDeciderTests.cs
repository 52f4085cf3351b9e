using Archive.Domain;
using Archive.Domain.Access;
using static Archive.Tests.Scenarios;

namespace Archive.Tests.Access;

public sealed class KeyDeciderTests
{
    private static readonly DateTimeOffset Now = new(2026, 11, 24, 9, 30, 0, TimeSpan.Zero);

    private static readonly KeyIssued Issued = new("5f0c7a1e9d3b8246", "a-7", "arc_5f0c7a1e9d3b8246", new string('a', 64), Now.AddDays(1), "laptop");

    private static readonly KeyRevoked Revoked = new("5f0c7a1e9d3b8246", "stolen");

    private static readonly IKeyEvent[] Nothing = [];

    [Fact]
    public void Issuing_a_key_begins_its_stream_and_names_its_actor()
    {
        var key = Given(Nothing).When(k => KeyDecider.Issue(k, Issued, Now, KnownStreams.All)).Then(Issued);
        (key.Actor, key.HoldsAt(Now)).ShouldBe(("a-7", true));
        ((IArchiveEvent)Issued).References.ShouldBe(["actor/a-7"]);
    }

    [Fact]
    public void Issuing_a_key_twice_is_refused() =>
        Given(Issued).When(k => KeyDecider.Issue(k, Issued, Now, KnownStreams.All)).ThenRefused("key-exists");

    [Fact]
    public void A_key_for_nobody_is_refused() =>
        Given(Nothing).When(k => KeyDecider.Issue(k, Issued, Now, Without("actor/a-7"))).ThenRefused("actor-unknown");

    [Fact]
    public void A_key_that_has_expired_already_is_refused() =>
        Given(Nothing).When(k => KeyDecider.Issue(k, Issued with { Expires = Now }, Now, KnownStreams.All)).ThenRefused("expiry-past");

    [Fact]
    public void A_key_holds_until_the_instant_at_which_it_expires()
    {
        var key = Given(Issued).State;
        key.HoldsAt(Now.AddDays(1).AddTicks(-1)).ShouldBeTrue();
        key.HoldsAt(Now.AddDays(1)).ShouldBeFalse();
        (key with { Expires = null }).HoldsAt(DateTimeOffset.MaxValue).ShouldBeTrue();
    }

    [Fact]
    public void A_revoked_key_never_holds_again() =>
        Given(Issued).When(k => KeyDecider.Revoke(k, Revoked.Key, "stolen")).Then(Revoked).HoldsAt(Now).ShouldBeFalse();

    [Fact]
    public void Revoking_a_key_again_changes_nothing() => Given(Issued, Revoked).When(k => KeyDecider.Revoke(k, Revoked.Key, "again")).ThenNothing();

    [Fact]
    public void Revoking_a_key_that_is_not_there_is_refused() => Given(Nothing).When(k => KeyDecider.Revoke(k, Revoked.Key, "x")).ThenRefused("key-unknown");

    [Fact]
    public void A_stream_that_is_damaged_does_not_fold()
    {
        Should.Throw<InvalidOperationException>(() => Given(Issued, Issued));
        Should.Throw<InvalidOperationException>(() => Given(Revoked));
    }
}
