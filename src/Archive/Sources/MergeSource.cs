using Archive.Commands;
using Archive.Domain.Sources;
using FluentValidation;
using MediatR;

namespace Archive.Sources;

/// <summary>Says that two entries describe one source; this one is found under the other from now on.</summary>
public sealed record MergeSource(CommandContext Context, string Source, string Into, string Words, string? Decided = null) : ICommand;

internal sealed class MergeSourceValidator : AbstractValidator<MergeSource>
{
    public MergeSourceValidator()
    {
        RuleFor(x => x.Context).SetValidator(new CommandContextRules());
        RuleFor(x => x.Source).RequiredId();
        RuleFor(x => x.Into).RequiredId();
        RuleFor(x => x.Words).Words();
        RuleFor(x => x.Decided).EditorsDate();
    }
}

internal sealed class MergeSourceHandler(SourceCommands sources) : IRequestHandler<MergeSource, Outcome<Receipt>>
{
    public Task<Outcome<Receipt>> Handle(MergeSource command, CancellationToken cancellationToken) => sources.ExecuteAsync(
        command,
        command.Source,
        async source => SourceDecider.Merge(
            source,
            command.Source,
            await sources.FindAsync(command.Into, cancellationToken),
            command.Into,
            command.Words,
            command.Decided),
        cancellationToken);
}
