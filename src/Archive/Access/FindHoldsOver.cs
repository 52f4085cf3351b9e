using Archive.Commands;
using Archive.Domain.Access;
using Archive.Snapshots;
using FluentValidation;
using MediatR;

namespace Archive.Access;

/// <summary>Which holds stand against erasing something, as of an entry; see <see cref="HoldsOver"/>.</summary>
/// <param name="Subject">The stream of a record, claim, source or actor.</param>
/// <param name="Capture">SHA-256 of one capture of the source, lower-case hex.</param>
/// <param name="AsOf">The moment: for an erasure the entry of its request, since the order of entries decides between the two.</param>
public sealed record FindHoldsOver(string Subject, string? Capture, AsOf AsOf) : Query<HoldsFound>;

/// <param name="AsOf">The moment.</param>
/// <param name="Holds">The holds in force; none where it may be erased.</param>
public sealed record HoldsFound(Moment AsOf, IReadOnlyList<HoldInForce> Holds);

internal sealed class FindHoldsOverValidator : AbstractValidator<FindHoldsOver>
{
    public FindHoldsOverValidator()
    {
        RuleFor(x => x.Subject).Must(subject => subject is not null && subject.Contains('/', StringComparison.Ordinal))
            .WithMessage("'{PropertyValue}' is no stream: write its kind, a slash and its id, such as source/tass-arrival.");
        RuleFor(x => x.Capture).CaptureDigest();
    }
}

internal sealed class FindHoldsOverHandler(ReadModels readModels) : IRequestHandler<FindHoldsOver, Outcome<HoldsFound>>
{
    public Task<Outcome<HoldsFound>> Handle(FindHoldsOver query, CancellationToken cancellationToken) => readModels.AskAsync<HoldsFound>(
        query.AsOf,
        // Whether something is held does not depend on what whoever asks may see of it.
        Asker.Itself,
        async snapshot => new Outcome<HoldsFound>.Ok(new HoldsFound(snapshot.Moment, await HeldThings.FindAsync(snapshot, query.Subject, query.Capture))),
        cancellationToken);
}
