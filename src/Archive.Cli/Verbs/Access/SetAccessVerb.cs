using System.CommandLine;
using System.CommandLine.Parsing;
using System.Globalization;
using Archive.Access;
using Archive.Cli.Display;
using Archive.Cli.Input;
using Archive.Commands;
using Archive.Domain;
using Archive.Domain.Access;

namespace Archive.Cli.Verbs.Access;

internal sealed class SetAccessVerb : GovernanceVerb
{
    private readonly Argument<AccessKind> _kind = WordOption.Argument<AccessKind>("ACCESS", "Who may see it");
    private readonly Option<DateOnly?> _until = new("--until")
    {
        HelpName = "DAY",
        Description = "The day (2040-01-01) at whose beginning, 00:00 UTC, what is closed opens of itself. Without it, it stays closed.",
        CustomParser = ReadDay,
    };

    private readonly Option<Role[]?> _roles = new("--roles")
    {
        HelpName = "ROLE",
        Description = $"The roles that may see what is restricted, with commas: {string.Join(", ", Kebab.WordsOf<Role>())}. Auditors and administrators always may.",
        Arity = ArgumentArity.OneOrMore,
        CustomParser = ReadRoles,
    };

    private readonly Option<string?> _basis = TextOption.Of("--basis", "TEXT", "The legal basis: the law, contract or promise. Whoever does not see the thing sees this.");
    private readonly Option<string?> _capture = CaptureOption();

    public SetAccessVerb() : base("set", "Say who may see a record, claim, source or capture, in every state of it.")
    {
        Add(_kind);
        AddOptions(_until, _roles, _basis, _capture);
    }

    public override IReadOnlyList<string> Examples =>
    [
        "archive access set visit-2023/c17 closed --until 2040-01-01 --basis 'Deed of gift, section 4' --words 'Asked for by the donor'",
        "archive access set source:tass-arrival restricted --roles contributor,editor --basis 'Licence of 2023' --words 'Not for public display'",
        "archive access set visit-2023 open --words 'The term of protection has ended'",
    ];

    protected override ICommand Change(ParseResult parsed, CommandContext context, string subject, string words, string? decided) => new SetAccess(
        context,
        subject,
        new AccessRule(parsed.GetValue(_kind), parsed.GetValue(_until), parsed.GetValue(_roles) is { Length: > 0 } roles ? roles.ToValueList() : null, parsed.GetValue(_basis)),
        words,
        parsed.GetValue(_capture),
        decided);

    private static DateOnly? ReadDay(ArgumentResult result)
    {
        if (DateOnly.TryParseExact(result.Tokens[0].Value, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day))
            return day;
        result.AddError($"'{result.Tokens[0].Value}' is no day: write one such as 2040-01-01.");
        return null;
    }

    private static Role[]? ReadRoles(ArgumentResult result)
    {
        var roles = new List<Role>();
        foreach (var word in result.Tokens.SelectMany(token => token.Value.Split(',', StringSplitOptions.TrimEntries)))
        {
            if (Kebab.Read<Role>(word) is { } role)
                roles.Add(role);
            else
                result.AddError($"'{word}' is no role: write {string.Join(", ", Kebab.WordsOf<Role>())}.");
        }

        return [.. roles];
    }
}
