using System.CommandLine;
using Archive.Cli.Complaints;
using Archive.Domain.Claims;
using Archive.Snapshots;

namespace Archive.Cli.Input;

/// <summary>Which claims are asked for.</summary>
internal sealed class FilterOptions
{
    private readonly OnOptions _on = new("Only claims that occurred then");
    private readonly Option<ClaimKind?> _kind = WordOption.Of<ClaimKind>("--kind", "Only claims of this kind");
    private readonly Option<string?> _person = TextOption.Of("--person", "WHO", "Only claims that name this person or organisation: an id, a name or an alias.");
    private readonly Option<string?> _place = TextOption.Of("--place", "WHERE", "Only claims that took place here: an id, a name or an alias.");
    private readonly Option<ClaimStatus?> _status = WordOption.Of<ClaimStatus>("--status", "Only claims of this status");
    private readonly Option<string?> _source = TextOption.Of("--source", "ID", "Only claims that cite this source.");
    private readonly Option<string?> _words = TextOption.Of("--words", "TEXT", "Only claims whose text has these words, whatever their case and accents.");

    public void AddTo(Command command)
    {
        _on.AddTo(command);
        command.Add(_kind);
        command.Add(_person);
        command.Add(_place);
        command.Add(_status);
        command.Add(_source);
        command.Add(_words);
    }

    public ClaimFilter Read(ParseResult parsed) => new(
        parsed.GetValue(_kind),
        parsed.GetValue(_person),
        parsed.GetValue(_place),
        parsed.GetValue(_status),
        parsed.GetValue(_source),
        parsed.GetValue(_words),
        _on.Read(parsed));
}
