using Archive.Commands;
using Archive.Domain.Sources;
using FluentValidation;
using MediatR;

namespace Archive.Sources;

/// <summary>Says that a source repeats another voice.</summary>
public sealed record EstablishOrigin(
    CommandContext Context, string Source, SourceOrigin Origin, string? Words = null, string? Decided = null) : ICommand;

internal sealed class EstablishOriginValidator : AbstractValidator<EstablishOrigin>
{
    public EstablishOriginValidator()
    {
        RuleFor(x => x.Context).SetValidator(new CommandContextRules());
        RuleFor(x => x.Source).RequiredId();
        RuleFor(x => x.Origin.Source).RequiredId();
        RuleFor(x => x.Words).Words(required: false);
        RuleFor(x => x.Decided).EditorsDate();
    }
}

internal sealed class EstablishOriginHandler(SourceCommands sources) : IRequestHandler<EstablishOrigin, Outcome<Receipt>>
{
    public Task<Outcome<Receipt>> Handle(EstablishOrigin command, CancellationToken cancellationToken) => sources.ExecuteAsync(
        command,
        command.Source,
        async source => SourceDecider.EstablishOrigin(
            source,
            command.Source,
            command.Origin,
            await sources.FindVoicesAsync(command.Origin.Source, cancellationToken),
            command.Words,
            command.Decided),
        cancellationToken);
}
