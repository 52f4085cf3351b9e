using System.Globalization;
using Archive.Access;
using Archive.Domain;
using FluentValidation;
using MediatR;

namespace Archive.Ledger;

/// <summary>A signed checkpoint of the ledger; the head is signed for it where it is not.</summary>
/// <param name="Size">The number of its last entry; null for the latest.</param>
public sealed record GetCheckpoint(long? Size) : Query<SignedCheckpoint>;

internal sealed class GetCheckpointValidator : AbstractValidator<GetCheckpoint>
{
    public GetCheckpointValidator() => RuleFor(x => x.Size).GreaterThan(0).WithMessage("A checkpoint's size is the number of its last entry, from 1 on.");
}

internal sealed class GetCheckpointHandler(Checkpoints checkpoints) : IRequestHandler<GetCheckpoint, Outcome<SignedCheckpoint>>
{
    public async Task<Outcome<SignedCheckpoint>> Handle(GetCheckpoint query, CancellationToken cancellationToken)
    {
        var kept = query.Size is { } size ? await checkpoints.FindAsync(size, cancellationToken) : await checkpoints.FindLatestAsync(cancellationToken);
        if (kept is not null)
            return new Outcome<SignedCheckpoint>.Ok(SignedCheckpoint.Of(kept));
        return query.Size is not null
            ? new Outcome<SignedCheckpoint>.NotFound(new Refusal(
                "checkpoint-unknown", string.Create(CultureInfo.InvariantCulture, $"No checkpoint of entry {query.Size} is kept: not every entry's is signed. 'archive ledger checkpoints' lists those that there are.")))
            : new Outcome<SignedCheckpoint>.Refused(await checkpoints.WhyNoneAsync(cancellationToken));
    }
}
