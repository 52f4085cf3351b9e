using Archive.Domain;

namespace Archive.Tests;

/// <summary><c>Given(events).When(command).Then(events) | ThenRefused(code) | ThenNothing()</c> over one stream.</summary>
internal sealed class Scenario<TState, TEvent>(Func<TState?, TEvent, TState> evolve, TState? state)
    where TState : class
    where TEvent : class, IArchiveEvent
{
    private Decision? _decision;

    public Scenario<TState, TEvent> When(Func<TState?, Decision> command)
    {
        _decision = command(state);
        return this;
    }

    /// <summary>Exactly these events, all of one stream, which the fold takes; answers the state after them.</summary>
    public TState Then(params IArchiveEvent[] expected)
    {
        var events = _decision.ShouldBeOfType<Decision.Accepted>().Events;
        events.ShouldBe(expected);
        events.Select(happened => happened.Stream).Distinct().Count().ShouldBe(1);
        return Folded(events);
    }

    public void ThenRefused(string code)
    {
        var refusal = _decision.ShouldBeOfType<Decision.Refused>().Refusal;
        refusal.Code.ShouldBe(code);
        refusal.Message.ShouldEndWith(".");
    }

    public void ThenNothing() => _decision.ShouldBeOfType<Decision.Accepted>().Events.ShouldBeEmpty();

    public TState State => state.ShouldNotBeNull();

    private TState Folded(IEnumerable<IArchiveEvent> events) =>
        events.Aggregate(state, (before, happened) => evolve(before, happened.ShouldBeAssignableTo<TEvent>()!)).ShouldNotBeNull();
}
