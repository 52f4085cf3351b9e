using Archive.Commands;
using Archive.Domain.Sources;
using FluentValidation;
using MediatR;

namespace Archive.Sources;

/// <summary>Says that a source is no longer held to repeat another voice.</summary>
public sealed record WithdrawOrigin(CommandContext Context, string Source, string Words, string? Decided = null) : ICommand;

internal sealed class WithdrawOriginValidator : AbstractValidator<WithdrawOrigin>
{
    public WithdrawOriginValidator()
    {
        RuleFor(x => x.Context).SetValidator(new CommandContextRules());
        RuleFor(x => x.Source).RequiredId();
        RuleFor(x => x.Words).Words();
        RuleFor(x => x.Decided).EditorsDate();
    }
}

internal sealed class WithdrawOriginHandler(SourceCommands sources) : IRequestHandler<WithdrawOrigin, Outcome<Receipt>>
{
    public Task<Outcome<Receipt>> Handle(WithdrawOrigin command, CancellationToken cancellationToken) => sources.ExecuteAsync(
        command,
        command.Source,
        source => SourceDecider.WithdrawOrigin(source, command.Source, command.Words, command.Decided),
        cancellationToken);
}
