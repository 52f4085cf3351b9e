using Archive.Commands;
using Archive.Domain.Sources;
using FluentValidation;
using MediatR;

namespace Archive.Sources;

/// <summary>Registers a source, with the voice that it repeats where that is known.</summary>
public sealed record RegisterSource(
    CommandContext Context, string Source, SourceDraft Description, SourceOrigin? Origin = null, string? Decided = null) : ICommand;

internal sealed class RegisterSourceValidator : AbstractValidator<RegisterSource>
{
    public RegisterSourceValidator()
    {
        RuleFor(x => x.Context).SetValidator(new CommandContextRules());
        RuleFor(x => x.Source).RequiredId();
        RuleFor(x => x.Description).SetValidator(new SourceDraftRules());
        RuleFor(x => x.Origin!.Source).RequiredId().When(x => x.Origin is not null);
        RuleFor(x => x.Decided).EditorsDate();
    }
}

internal sealed class RegisterSourceHandler(SourceCommands sources) : IRequestHandler<RegisterSource, Outcome<Receipt>>
{
    public Task<Outcome<Receipt>> Handle(RegisterSource command, CancellationToken cancellationToken) => sources.ExecuteAsync(
        command,
        command.Source,
        async source => SourceDecider.Register(
            source,
            command.Source,
            command.Description,
            command.Origin,
            command.Origin is { } origin ? await sources.FindVoicesAsync(origin.Source, cancellationToken) : null,
            command.Decided),
        cancellationToken);
}
