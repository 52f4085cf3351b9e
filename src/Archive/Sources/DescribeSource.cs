using Archive.Commands;
using Archive.Domain.Sources;
using FluentValidation;
using MediatR;

namespace Archive.Sources;

/// <summary>Replaces the description of a source by a better one.</summary>
public sealed record DescribeSource(
    CommandContext Context, string Source, SourceDraft Description, string Words, string? Decided = null) : ICommand;

internal sealed class DescribeSourceValidator : AbstractValidator<DescribeSource>
{
    public DescribeSourceValidator()
    {
        RuleFor(x => x.Context).SetValidator(new CommandContextRules());
        RuleFor(x => x.Source).RequiredId();
        RuleFor(x => x.Description).SetValidator(new SourceDraftRules());
        RuleFor(x => x.Words).Words();
        RuleFor(x => x.Decided).EditorsDate();
    }
}

internal sealed class DescribeSourceHandler(SourceCommands sources) : IRequestHandler<DescribeSource, Outcome<Receipt>>
{
    public Task<Outcome<Receipt>> Handle(DescribeSource command, CancellationToken cancellationToken) => sources.ExecuteAsync(
        command,
        command.Source,
        source => SourceDecider.Describe(source, command.Source, command.Description, command.Words, command.Decided),
        cancellationToken);
}
