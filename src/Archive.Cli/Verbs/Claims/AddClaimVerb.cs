using System.CommandLine;
using Archive.Claims;
using Archive.Cli.Complaints;
using Archive.Cli.Input;
using Archive.Cli.Opening;
using Archive.Commands;
using Archive.Domain;
using Archive.Domain.Claims;

namespace Archive.Cli.Verbs.Claims;

internal sealed class AddClaimVerb : ChangeVerb
{
    private readonly Argument<string> _claim = new("CLAIM") { Description = "Id of the new claim: that of its record, a slash, and its own, such as visit-2023/c57; of a sensitive claim the record's alone, and the claim gets one that says nothing." };
    private readonly Option<ClaimKind> _kind = WordOption.Required<ClaimKind>("--kind", "Its kind, which decides what else it has");
    private readonly Option<CitationDraft[]> _cite = CiteOption.Create("What it rests on.", required: true);
    private readonly ClaimOptions _content = new();
    private readonly Option<bool> _sensitive = new("--sensitive")
    {
        Description = "Keep what it says, in this version and all later ones, apart from the log, so that it can be erased when it has to be.",
    };

    private readonly Option<string?> _decided = TextOption.Decided();

    public AddClaimVerb() : base("add", "Record a claim in its first version.")
    {
        Add(_claim);
        Add(_kind);
        _content.AddTo(this);
        Add(_cite);
        Add(_sensitive);
        Add(_decided);
        AddChangeOptions();
    }

    public override IReadOnlyList<string> Examples =>
    [
        "archive claim add visit-2023/c57 --kind arrival --says 'Xi lands at Vnukovo' --who xi-jinping --place vnukovo --when 2023-03-20 --clock 'about 12:59' --zone Europe/Moscow --cite tass-arrival --cite 'icc-copy=\"phrase\"'",
        "archive claim add visit-2023 --sensitive --kind background --says 'She has long been ill' --who xi-jinping --cite wikipedia",
        "archive claim add visit-2023/c58 --kind statement --says 'He thanks his hosts' --who xi-jinping --spoken 'ru:Спасибо' --cite wikipedia:mentions:words",
    ];

    public override IReadOnlyList<string> Notes => [CitationSpec.Form, SensitiveNote, ChangeNote];

    private const string SensitiveNote = "What a sensitive claim rests on, its id, and the words by which it is later corrected or retracted stand in the log as any other's: say nothing there that may have to go.";

    // The record's zone is read where a date says none of its own.
    protected override Freshness Freshness => Freshness.CaughtUp;

    protected override async Task<ICommand?> CommandAsync(Invocation run, IOpenedArchive archive, CommandContext context)
    {
        var parsed = run.Parsed;
        var sensitive = parsed.GetValue(_sensitive);
        var claim = parsed.GetRequiredValue(_claim);
        if (sensitive && ArchiveId.IsValid(claim))
            claim = RandomClaimId.In(claim, context.CommandId);
        var zone = await RecordZone.OfClaimAsync(archive, claim, parsed, run.Cancellation);
        return new RecordClaim(
            context,
            claim,
            _content.Read(parsed, parsed.GetValue(_kind), before: null, cleared: [], zone),
            parsed.GetRequiredValue(_cite).ToValueList(),
            parsed.GetValue(_decided),
            sensitive ? true : null);
    }
}
