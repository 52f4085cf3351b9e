using Archive.Commands;
using Archive.Domain;
using Archive.Domain.Records;
using FluentValidation;
using MediatR;

namespace Archive.Records;

/// <summary>Begins a record of a happening.</summary>
public sealed record OpenRecord(CommandContext Context, string Record, RecordDraft Description, string? Decided = null) : ICommand;

internal sealed class OpenRecordValidator : AbstractValidator<OpenRecord>
{
    public OpenRecordValidator()
    {
        RuleFor(x => x.Context).SetValidator(new CommandContextRules());
        RuleFor(x => x.Record).RequiredId();
        RuleFor(x => x.Description).SetValidator(new RecordDraftRules());
        RuleFor(x => x.Decided).EditorsDate();
    }
}

internal sealed class OpenRecordHandler(StreamCommands streams, StreamLookup lookup) : IRequestHandler<OpenRecord, Outcome<Receipt>>
{
    public Task<Outcome<Receipt>> Handle(OpenRecord command, CancellationToken cancellationToken) =>
        streams.ExecuteAsync<HappeningRecord, IRecordEvent>(
            command,
            StreamName.OfRecord(command.Record),
            HappeningRecord.Evolve,
            async record => RecordDecider.Open(
                record,
                command.Record,
                command.Description,
                command.Decided,
                await lookup.FindAsync((command.Description.Places ?? []).Select(StreamName.OfAuthority), cancellationToken)),
            cancellationToken);
}
