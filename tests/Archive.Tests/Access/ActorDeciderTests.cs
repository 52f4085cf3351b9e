using Archive.Domain.Access;
using static Archive.Tests.Scenarios;

namespace Archive.Tests.Access;

public sealed class ActorDeciderTests
{
    private static readonly ActorRegistered Registered = new("a-7", ActorKind.Person, Role.Editor, "Anna Kern");

    private static readonly IActorEvent[] Nothing = [];

    [Fact]
    public void Registering_an_actor_begins_their_stream() =>
        Given(Nothing).When(a => ActorDecider.Register(a, "a-7", ActorKind.Person, Role.Editor, "Anna Kern", "new")).Then(Registered with { Words = "new" })
            .ShouldBe(new Actor("a-7", ActorKind.Person, Role.Editor, "Anna Kern"));

    [Fact]
    public void Registering_an_actor_twice_is_refused() =>
        Given(Registered).When(a => ActorDecider.Register(a, "a-7", ActorKind.Person, Role.Reader, "Somebody", null)).ThenRefused("actor-exists");

    [Fact]
    public void An_administrator_gives_another_role() =>
        Given(Registered).When(a => ActorDecider.SetRole(a, "a-7", Role.Auditor, "a-1", "moved")).Then(new ActorRoleSet("a-7", Role.Auditor, "moved")).Role.ShouldBe(Role.Auditor);

    [Fact]
    public void Giving_the_role_that_they_have_changes_nothing() =>
        Given(Registered).When(a => ActorDecider.SetRole(a, "a-7", Role.Editor, "a-1", "again")).ThenNothing();

    [Fact]
    public void Nobody_sets_their_own_role() =>
        Given(Registered).When(a => ActorDecider.SetRole(a, "a-7", Role.Administrator, "a-7", "because")).ThenRefused("own-role");

    [Fact]
    public void Giving_a_role_to_nobody_is_refused()
    {
        Given(Nothing).When(a => ActorDecider.SetRole(a, "a-7", Role.Reader, "a-1", "x")).ThenRefused("actor-unknown");
        ActorDecider.UnknownRefusal("a-7").Code.ShouldBe("actor-unknown");
    }

    [Fact]
    public void A_stream_that_is_damaged_does_not_fold()
    {
        Should.Throw<InvalidOperationException>(() => Given(Registered, Registered));
        Should.Throw<InvalidOperationException>(() => Given(new ActorRoleSet("a-7", Role.Reader, "x")));
    }
}
