using System.CommandLine;
using Archive.Cli.Complaints;
using Archive.Cli.Display;
using Archive.Domain.Claims;

namespace Archive.Cli.Input;

/// <summary>What a claim says, in options.</summary>
internal sealed class ClaimOptions
{
    private readonly Option<string?> _says = TextOption.Of("--says", "TEXT", "The statement of fact.");
    private readonly Option<string?> _language = TextOption.Of("--language", "TAG", "Language of the statement, a BCP 47 tag.");
    private readonly DateOptions _when = new(
        "--when", "When it occurred.", "Zone in which --when and --clock are read, such as Europe/Moscow; the record's where nothing is said, else UTC.");

    private readonly Option<string?> _about = TextOption.Of("--about", "KEY", "Key that claims about one thing share.");
    private readonly Option<string?> _accordingTo = TextOption.Of("--according-to", "ID", "The authority whose account it is.");
    private readonly Option<string[]> _derivedFrom = TextOption.Ids("--derived-from", "Claims that it was inferred from.");
    private readonly ParticularsOptions _particulars = new();

    public void AddTo(Command command)
    {
        command.Add(_says);
        command.Add(_language);
        _when.AddTo(command);
        foreach (var option in _particulars.All)
            command.Add(option);
        command.Add(_about);
        command.Add(_accordingTo);
        command.Add(_derivedFrom);
    }

    /// <summary>Names that <c>--clear</c> takes: the options that may be absent.</summary>
    public IEnumerable<string> Clearable =>
        new Option[] { _language, _when.When, _about, _accordingTo, _derivedFrom }.Concat(_particulars.All).Select(option => option.Name[2..]);

    /// <param name="before">The content there was; null for a new claim.</param>
    /// <param name="cleared">Names among <see cref="Clearable"/>.</param>
    /// <param name="zone">Zone of a date that says none.</param>
    public ClaimDraft Read(ParseResult parsed, ClaimKind kind, ClaimDraft? before, IReadOnlyCollection<string> cleared, string? zone)
    {
        var fields = new FieldReader(parsed, cleared);
        var draft = new ClaimDraft(
            fields.Text(_says, before?.Says) ?? throw new UsageException("A claim says something: give it with --says."),
            _particulars.Read(fields, kind, before?.Particulars),
            fields.Text(_language, before?.Language),
            fields.IsCleared(_when.When) ? null : _when.Read(parsed, before?.Occurred, zone),
            fields.Text(_about, before?.About),
            fields.Text(_accordingTo, before?.AccordingTo),
            fields.List(_derivedFrom, before?.DerivedFrom));
        fields.RefuseUnused(_particulars.All, Kebab.Of(kind));
        return draft;
    }
}
