using Archive.Access;
using FluentValidation;
using MediatR;

namespace Archive.Ledger;

/// <summary>The kept checkpoints of the ledger, the smallest first.</summary>
/// <param name="After">Only larger ones: the size of the last one of the page before.</param>
public sealed record ListCheckpoints(long After = 0) : Query<CheckpointList>;

/// <param name="Checkpoints">A page of them.</param>
/// <param name="Next">What to ask for after; null on the last page.</param>
public sealed record CheckpointList(IReadOnlyList<SignedCheckpoint> Checkpoints, long? Next);

internal sealed class ListCheckpointsValidator : AbstractValidator<ListCheckpoints>
{
    public ListCheckpointsValidator() => RuleFor(x => x.After).GreaterThanOrEqualTo(0).WithMessage("Name the size of a checkpoint, or 0 to begin with the first.");
}

internal sealed class ListCheckpointsHandler(Checkpoints checkpoints) : IRequestHandler<ListCheckpoints, Outcome<CheckpointList>>
{
    public async Task<Outcome<CheckpointList>> Handle(ListCheckpoints query, CancellationToken cancellationToken)
    {
        var page = await checkpoints.ListAsync(query.After, cancellationToken);
        return new Outcome<CheckpointList>.Ok(new CheckpointList(
            [.. page.Select(SignedCheckpoint.Of)], page.Count == Checkpoints.PageSize ? page[^1].Checkpoint.Size : null));
    }
}
