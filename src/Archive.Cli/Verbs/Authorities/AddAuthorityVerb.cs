using System.CommandLine;
using Archive.Authorities;
using Archive.Cli.Complaints;
using Archive.Cli.Input;
using Archive.Cli.Opening;
using Archive.Commands;
using Archive.Domain;
using Archive.Domain.Authorities;

namespace Archive.Cli.Verbs.Authorities;

internal sealed class AddAuthorityVerb : ChangeVerb
{
    private readonly Argument<string> _authority = new("AUTHORITY") { Description = $"Id of the new authority: {ArchiveId.Form}." };
    private readonly Option<AuthorityKind> _kind = WordOption.Required<AuthorityKind>("--kind", "What it is");
    private readonly Option<string> _name = TextOption.Required("--name", "NAME", "The name it goes by here; with its language as 'uk-Latn:Zelenskyy'.");
    private readonly Option<string[]> _aliases = TextOption.Many("--alias", "NAME", "Another name, in whatever language and script. May stand several times.");
    private readonly Option<string[]> _uris = TextOption.Many("--uri", "URI", "The same authority elsewhere. May stand several times.");
    private readonly Option<string?> _note = TextOption.Of("--note", "TEXT", "What tells it from others.");
    private readonly Option<string?> _decided = TextOption.Decided();

    public AddAuthorityVerb() : base("add", "Establish who or what is meant by an id: a person, an organisation or a place.")
    {
        Add(_authority);
        foreach (var option in new Option[] { _kind, _name, _aliases, _uris, _note, _decided })
            Add(option);
        AddChangeOptions();
    }

    public override IReadOnlyList<string> Examples =>
        ["archive authority add zelenskyy --kind person --name 'Volodymyr Zelenskyy' --alias 'uk:Володимир Зеленський' --alias 'ru-Latn:Zelensky'"];

    protected override Task<ICommand?> CommandAsync(Invocation run, IOpenedArchive archive, CommandContext context)
    {
        var parsed = run.Parsed;
        var description = new AuthorityDescription(
            ReadName(parsed.GetRequiredValue(_name)),
            parsed.GetValue(_aliases)!.Select(ReadName).ToValueList(),
            parsed.GetValue(_uris)!.ToValueList(),
            parsed.GetValue(_note));
        return Task.FromResult<ICommand?>(new EstablishAuthority(
            context, parsed.GetRequiredValue(_authority), parsed.GetValue(_kind), description, parsed.GetValue(_decided)));
    }

    /// <summary>A name, with the language that stands before its first colon where that can be one.</summary>
    private static AuthorityName ReadName(string text)
    {
        var colon = text.IndexOf(':', StringComparison.Ordinal);
        return colon is >= 2 and <= 35 && text[..colon].All(c => char.IsAsciiLetterOrDigit(c) || c == '-')
            ? new AuthorityName(text[(colon + 1)..].Trim(), text[..colon])
            : new AuthorityName(text);
    }
}
