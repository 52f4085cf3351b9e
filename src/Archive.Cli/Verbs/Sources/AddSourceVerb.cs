using System.CommandLine;
using Archive.Cli.Complaints;
using Archive.Cli.Input;
using Archive.Cli.Opening;
using Archive.Commands;
using Archive.Domain;
using Archive.Domain.Sources;
using Archive.Sources;

namespace Archive.Cli.Verbs.Sources;

internal sealed class AddSourceVerb : ChangeVerb
{
    private readonly Argument<string> _source = new("SOURCE") { Description = $"Id of the new source: {ArchiveId.Form}." };
    private readonly Option<SourceKind> _kind = WordOption.Required<SourceKind>("--kind", "What kind of publication it is");
    private readonly Option<string> _title = TextOption.Required("--title", "TEXT", "Its title.");
    private readonly Option<bool> _supplied = new("--title-supplied") { Description = "It has no title of its own: this one is the archive's, shown in square brackets." };
    private readonly Option<string?> _publisher = TextOption.Of("--publisher", "TEXT", "Who published it.");
    private readonly Option<string?> _author = TextOption.Of("--author", "TEXT", "Who wrote it.");
    private readonly Option<string?> _url = TextOption.Of("--url", "URL", "Where it was found.");
    private readonly DateOptions _published = new("--published", "When the source said it.", "Zone of --published; UTC where nothing is said.");
    private readonly Option<string?> _language = TextOption.Of("--language", "TAG", "Its language, a BCP 47 tag.");
    private readonly Option<string?> _licence = TextOption.Of("--licence", "TEXT", "Terms under which it may be used.");
    private readonly Option<bool> _weak = new("--weak") { Description = "A machine translation, mirror or blog: a lead, never quoted as a speaker's words." };
    private readonly Option<string?> _note = TextOption.Of("--note", "TEXT", "What else is to be known of it.");
    private readonly Option<string?> _origin = TextOption.Of("--origin", "SOURCE", "The voice that it repeats: a source that spoke first. Five reprints are one voice.");
    private readonly Option<bool> _likely = new("--origin-likely") { Description = "The origin is likely, not certain." };
    private readonly Option<string?> _decided = TextOption.Decided();

    public AddSourceVerb() : base("add", "Register a source: a bibliographic thing in the world.")
    {
        Add(_source);
        foreach (var option in new Option[] { _kind, _title, _supplied, _publisher, _author, _url })
            Add(option);
        _published.AddTo(this);
        foreach (var option in new Option[] { _language, _licence, _weak, _note, _origin, _likely, _decided })
            Add(option);
        AddChangeOptions();
    }

    public override IReadOnlyList<string> Examples =>
    [
        "archive source add tass-arrival --kind agency --title 'Report of the landing' --title-supplied --publisher TASS --published 2023-03-20 --language en",
        "archive source add icc-copy --kind copy-of-official --title 'Situation in Ukraine' --origin icc",
    ];

    protected override Task<ICommand?> CommandAsync(Invocation run, IOpenedArchive archive, CommandContext context)
    {
        var parsed = run.Parsed;
        var draft = new SourceDraft(
            parsed.GetRequiredValue(_kind),
            parsed.GetRequiredValue(_title),
            parsed.GetValue(_supplied),
            parsed.GetValue(_publisher),
            parsed.GetValue(_author),
            parsed.GetValue(_url),
            _published.Read(parsed),
            parsed.GetValue(_language),
            parsed.GetValue(_licence),
            parsed.GetValue(_weak),
            parsed.GetValue(_note));
        var likely = parsed.GetValue(_likely);
        var origin = parsed.GetValue(_origin) is { } voice ? new SourceOrigin(voice, likely) : null;
        if (origin is null && likely)
            throw new UsageException("--origin-likely belongs to --origin: say which source it repeats.");
        return Task.FromResult<ICommand?>(new RegisterSource(context, parsed.GetRequiredValue(_source), draft, origin, parsed.GetValue(_decided)));
    }
}
