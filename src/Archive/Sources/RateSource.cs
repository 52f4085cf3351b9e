using Archive.Commands;
using Archive.Domain.Sources;
using FluentValidation;
using MediatR;

namespace Archive.Sources;

/// <summary>Says how reliable a source is, by the letter of the Admiralty code: A to F, F where it cannot be judged.</summary>
public sealed record RateSource(
    CommandContext Context, string Source, Reliability Reliability, string? Words = null, string? Decided = null) : ICommand;

internal sealed class RateSourceValidator : AbstractValidator<RateSource>
{
    public RateSourceValidator()
    {
        RuleFor(x => x.Context).SetValidator(new CommandContextRules());
        RuleFor(x => x.Source).RequiredId();
        RuleFor(x => x.Reliability).IsInEnum();
        RuleFor(x => x.Words).Words(required: false);
        RuleFor(x => x.Decided).EditorsDate();
    }
}

internal sealed class RateSourceHandler(SourceCommands sources) : IRequestHandler<RateSource, Outcome<Receipt>>
{
    public Task<Outcome<Receipt>> Handle(RateSource command, CancellationToken cancellationToken) => sources.ExecuteAsync(
        command,
        command.Source,
        source => SourceDecider.Rate(source, command.Source, command.Reliability, command.Words, command.Decided),
        cancellationToken);
}
