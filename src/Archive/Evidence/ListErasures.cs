using Archive.Access;
using Archive.Commands;
using Archive.Domain.Erasures;
using Archive.Snapshots;
using FluentValidation;
using MediatR;

namespace Archive.Evidence;

/// <summary>Every order to erase up to a moment, in entry order, and what became of it since.</summary>
public sealed record ListErasures(AsOf AsOf, PageRequest Page) : Query<ErasureList>;

/// <param name="AsOf">The moment.</param>
/// <param name="Erasures">The orders.</param>
/// <param name="Names">What the ids of actors stand for.</param>
public sealed record ErasureList(Moment AsOf, Page<ErasureView> Erasures, Names Names);

/// <summary>An order to erase.</summary>
/// <param name="Event">Its entry.</param>
/// <param name="Erasure">What was to be destroyed, and why.</param>
/// <param name="Words">The decision explained.</param>
/// <param name="Record">What became of it; absent where it is pending.</param>
public sealed record ErasureView(EventView Event, Erasure Erasure, string? Words, ErasureRecord? Record);

internal sealed class ListErasuresValidator : AbstractValidator<ListErasures>
{
    public ListErasuresValidator() => RuleFor(x => x.Page).SetValidator(new PageRequestRules());
}

internal sealed class ListErasuresHandler(ReadModels readModels) : IRequestHandler<ListErasures, Outcome<ErasureList>>
{
    public Task<Outcome<ErasureList>> Handle(ListErasures query, CancellationToken cancellationToken) =>
        readModels.AskAsync(query.AsOf, query.Asker, snapshot => AnswerAsync(query, snapshot), cancellationToken);

    private static async Task<Outcome<ErasureList>> AnswerAsync(ListErasures query, Snapshot snapshot)
    {
        var page = Page<ErasureView>.Of(await snapshot.ErasuresAsync(), query.Page);
        return new Outcome<ErasureList>.Ok(new ErasureList(
            snapshot.Moment, page, await Views.WithActorsAsync(Names.None, snapshot, page.Items.Select(view => view.Event))));
    }
}
