using Archive.Commands;
using Archive.Domain;
using Archive.Domain.Access;
using Archive.Domain.Claims;
using Archive.Domain.Erasures;
using Archive.Domain.Sources;
using FluentValidation;
using MediatR;

namespace Archive.Evidence;

/// <summary>
/// Orders that a capture's bytes, what a sensitive claim says, or an actor's name be destroyed. It is carried out when the order is projected; <see cref="CarryOutErasure"/>
/// waits for that.
/// </summary>
/// <param name="Context">Who asks.</param>
/// <param name="Subject">The stream of the source, claim or actor.</param>
/// <param name="Capture">SHA-256 of the capture of the source; absent where the subject is no source.</param>
/// <param name="Version">The one version of the claim; absent for all up to now.</param>
/// <param name="Order">Why, by what law, and the words.</param>
public sealed record EraseContent(CommandContext Context, string Subject, string? Capture, int? Version, ErasureOrder Order) : ICommand;

internal sealed class EraseContentValidator : AbstractValidator<EraseContent>
{
    public EraseContentValidator()
    {
        RuleFor(x => x.Context).SetValidator(new CommandContextRules());
        RuleFor(x => x.Subject).Must(IsSubject)
            .WithMessage("'{PropertyValue}' is no stream of a source, a claim or an actor: write its kind, a slash and its id, such as source/tass-arrival.");
        RuleFor(x => x.Capture).CaptureDigest();
        RuleFor(x => x.Capture).Must((x, capture) => capture is not null == IsSource(x.Subject))
            .WithMessage("The bytes of a capture are erased, never a source: name the capture with its source, and with nothing else.");
        RuleFor(x => x.Version).GreaterThan(0).WithMessage("Versions of a claim count from 1.");
        RuleFor(x => x.Version).Must((x, version) => version is null || x.Subject?.StartsWith(StreamName.ClaimPrefix, StringComparison.Ordinal) == true)
            .WithMessage("Only claims have versions.");
        RuleFor(x => x.Order.Reason).IsInEnum();
        RuleFor(x => x.Order.LegalReference).Line();
        RuleFor(x => x.Order.Words).Words();
        RuleFor(x => x.Order.Decided).EditorsDate();
    }

    private static bool IsSource(string? subject) => subject?.StartsWith(StreamName.SourcePrefix, StringComparison.Ordinal) == true;

    private static bool IsSubject(string? subject)
    {
        if (subject?.Contains('/', StringComparison.Ordinal) != true)
            return false;
        var id = StreamName.IdOf(subject);
        return subject.StartsWith(StreamName.ClaimPrefix, StringComparison.Ordinal)
            ? ArchiveId.IsValidClaim(id)
            : (IsSource(subject) || subject.StartsWith(StreamName.ActorPrefix, StringComparison.Ordinal)) && ArchiveId.IsValid(id);
    }
}

internal sealed class EraseContentHandler(StreamCommands streams, ErasureRecords records) : IRequestHandler<EraseContent, Outcome<Receipt>>
{
    public Task<Outcome<Receipt>> Handle(EraseContent command, CancellationToken cancellationToken)
    {
        var (subject, id) = (command.Subject, StreamName.IdOf(command.Subject));
        if (command.Capture is { } capture)
        {
            return streams.ExecuteAsync<Source, ISourceEvent>(
                command, subject, Source.Evolve, async source => ErasureDecider.OfCapture(source, id, capture, command.Order, await InVainAsync()), cancellationToken);
        }

        return subject.StartsWith(StreamName.ClaimPrefix, StringComparison.Ordinal)
            ? streams.ExecuteAsync<Claim, IClaimEvent>(
                command, subject, Claim.Evolve, async claim => ErasureDecider.OfClaim(claim, id, command.Version, command.Order, await InVainAsync()), cancellationToken)
            : streams.ExecuteAsync<Actor, IActorEvent>(
                command, subject, Actor.Evolve, async actor => ErasureDecider.OfActor(actor, id, command.Order, await InVainAsync()), cancellationToken);

        Task<IReadOnlySet<int>> InVainAsync() => records.FindInVainAsync(subject, cancellationToken);
    }
}
