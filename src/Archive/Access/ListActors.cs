using Archive.Domain;
using Archive.Domain.Access;
using Archive.Domain.Erasures;
using Archive.Snapshots;
using FluentValidation;
using MediatR;

namespace Archive.Access;

/// <summary>The actors that are registered, by id.</summary>
public sealed record ListActors(AsOf AsOf, PageRequest Page) : Query<ActorList>;

/// <param name="AsOf">The moment.</param>
/// <param name="Actors">The actors.</param>
public sealed record ActorList(Moment AsOf, Page<ActorView> Actors);

/// <summary>An actor.</summary>
/// <param name="Id">Opaque id.</param>
/// <param name="Kind">What they are.</param>
/// <param name="Role">What they may do.</param>
/// <param name="Name">Their name; absent where it is gone.</param>
/// <param name="FirstEntry">Entry that registered them.</param>
/// <param name="SinceEntry">Entry since which they are as shown.</param>
/// <param name="Erased">That the name was ordered to be destroyed, and what became of that; absent where it was not.</param>
public sealed record ActorView(string Id, ActorKind Kind, Role Role, string? Name, long FirstEntry, long SinceEntry, ValueList<Erasure>? Erased = null);

internal sealed class ListActorsValidator : AbstractValidator<ListActors>
{
    public ListActorsValidator() => RuleFor(x => x.Page).SetValidator(new PageRequestRules());
}

internal sealed class ListActorsHandler(ReadModels readModels) : IRequestHandler<ListActors, Outcome<ActorList>>
{
    public Task<Outcome<ActorList>> Handle(ListActors query, CancellationToken cancellationToken) =>
        readModels.AskAsync(query.AsOf, query.Asker, snapshot => AnswerAsync(query, snapshot), cancellationToken);

    private static async Task<Outcome<ActorList>> AnswerAsync(ListActors query, Snapshot snapshot)
    {
        var actors = (await snapshot.AllActorsAsync()).OrderBy(version => version.State.Id, StringComparer.Ordinal).ToArray();
        return new Outcome<ActorList>.Ok(new ActorList(snapshot.Moment, Page<ActorVersion>.Of(actors, query.Page).Select(ViewOf)));
    }

    private static ActorView ViewOf(ActorVersion version) => new(
        version.State.Id, version.State.Kind, version.State.Role, version.State.Name, version.FirstEntry, version.FromEntry, version.State.Erased);
}
