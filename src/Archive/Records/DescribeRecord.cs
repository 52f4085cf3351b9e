using Archive.Commands;
using Archive.Domain;
using Archive.Domain.Records;
using FluentValidation;
using MediatR;

namespace Archive.Records;

/// <summary>Replaces the description of a record by a better one.</summary>
public sealed record DescribeRecord(
    CommandContext Context, string Record, RecordDraft Description, string Words, string? Decided = null) : ICommand;

internal sealed class DescribeRecordValidator : AbstractValidator<DescribeRecord>
{
    public DescribeRecordValidator()
    {
        RuleFor(x => x.Context).SetValidator(new CommandContextRules());
        RuleFor(x => x.Record).RequiredId();
        RuleFor(x => x.Description).SetValidator(new RecordDraftRules());
        RuleFor(x => x.Words).Words();
        RuleFor(x => x.Decided).EditorsDate();
    }
}

internal sealed class DescribeRecordHandler(StreamCommands streams, StreamLookup lookup) : IRequestHandler<DescribeRecord, Outcome<Receipt>>
{
    public Task<Outcome<Receipt>> Handle(DescribeRecord command, CancellationToken cancellationToken) =>
        streams.ExecuteAsync<HappeningRecord, IRecordEvent>(
            command,
            StreamName.OfRecord(command.Record),
            HappeningRecord.Evolve,
            async record => RecordDecider.Describe(
                record,
                command.Record,
                command.Description,
                command.Words,
                command.Decided,
                await lookup.FindAsync((command.Description.Places ?? []).Select(StreamName.OfAuthority), cancellationToken)),
            cancellationToken);
}
