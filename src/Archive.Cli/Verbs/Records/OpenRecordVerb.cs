using System.CommandLine;
using Archive.Cli.Input;
using Archive.Cli.Opening;
using Archive.Commands;
using Archive.Domain;
using Archive.Domain.Records;
using Archive.Records;

namespace Archive.Cli.Verbs.Records;

internal sealed class OpenRecordVerb : ChangeVerb
{
    private readonly Argument<string> _record = new("RECORD") { Description = $"Id of the new record: {ArchiveId.Form}." };
    private readonly Option<string> _title = TextOption.Required("--title", "TEXT", "Its title.");
    private readonly Option<string?> _summary = TextOption.Of("--summary", "TEXT", "The happening in a few sentences.");
    private readonly DateOptions _when = new(
        "--when", "When the happening took place.", "Zone in which the record's dates are read unless they say otherwise, such as Europe/Moscow.");

    private readonly Option<string[]> _places = TextOption.Ids("--place", "Where: ids of places.");
    private readonly Option<string?> _language = TextOption.Of("--language", "TAG", "Language of title, summary and claims, a BCP 47 tag.");
    private readonly Option<string?> _decided = TextOption.Decided();

    public OpenRecordVerb() : base("open", "Begin a record of a happening.")
    {
        Add(_record);
        Add(_title);
        Add(_summary);
        _when.AddTo(this);
        Add(_places);
        Add(_language);
        Add(_decided);
        AddChangeOptions();
    }

    public override IReadOnlyList<string> Examples =>
        ["archive record open flood-1953 --title 'The flood of 1953' --when 1953-01-31/1953-02-01 --zone Europe/Amsterdam --language en"];

    protected override Task<ICommand?> CommandAsync(Invocation run, IOpenedArchive archive, CommandContext context)
    {
        var parsed = run.Parsed;
        var draft = new RecordDraft(
            parsed.GetRequiredValue(_title),
            parsed.GetValue(_summary),
            _when.Read(parsed),
            parsed.GetValue(_places)!.ToValueList(),
            parsed.GetValue(_language),
            _when.Zone(parsed));
        return Task.FromResult<ICommand?>(new OpenRecord(context, parsed.GetRequiredValue(_record), draft, parsed.GetValue(_decided)));
    }
}
