using System.CommandLine;
using System.CommandLine.Parsing;
using Archive.Cli.Complaints;
using Archive.Cli.Input;
using Archive.Commands;
using Archive.Corrections;
using Archive.Domain;
using Archive.Domain.Claims;

namespace Archive.Cli.Verbs.Claims;

internal sealed class DisputeClaimVerb : StatedClaimChangeVerb
{
    private readonly Option<string> _question = TextOption.Required("--question", "TEXT", "What is disputed.");
    private readonly Option<string[]> _versions = new("--version")
    {
        HelpName = "TEXT CITATION...",
        Required = true,
        Arity = ArgumentArity.OneOrMore,
        AllowMultipleArgumentsPerToken = true,
        Description = "An answer to the question, then the citations that give it. Stands twice or more.",
    };

    private readonly Option<string?> _words = TextOption.OptionalWords();

    public DisputeClaimVerb() : base("dispute", "Open a dispute on a claim: a question and its versions, each with its citations. The archive takes no side.") =>
        AddOptions(_question, _versions, _words);

    public override IReadOnlyList<string> Examples =>
        ["archive claim dispute visit-2023/c17 --question 'When did the plane land?' --version 'At 12:59' tass-arrival --version 'At about 13:10' 'meduza-arrival=\"в 13:10\"' cctv-arrival:mentions"];

    public override IReadOnlyList<string> Notes => [CitationSpec.Form, ChangeNote];

    protected override ICommand Change(ParseResult parsed, CommandContext context, string claim, string? decided) => new DisputeClaim(
        context, claim, parsed.GetRequiredValue(_question), Versions(parsed), parsed.GetValue(_words), decided);

    private ValueList<DisputeVersionDraft> Versions(ParseResult parsed)
    {
        var groups = Groups(parsed);
        if (groups.Count < 2)
            throw new UsageException("A dispute has two or more versions: give --version twice.");
        return groups.Select(Version).ToValueList();
    }

    /// <summary>Each --version begins a new group; any other option ends it.</summary>
    private List<List<string>> Groups(ParseResult parsed)
    {
        var groups = new List<List<string>>();
        List<string>? open = null;
        foreach (var token in parsed.Tokens)
        {
            if (token.Type == TokenType.Option)
            {
                open = token.Value == _versions.Name ? [] : null;
                if (open is not null)
                    groups.Add(open);
            }
            else
            {
                open?.Add(token.Value);
            }
        }

        return groups;
    }

    private static DisputeVersionDraft Version(List<string> group)
    {
        if (group.Count < 2)
            throw new UsageException($"The version '{group.FirstOrDefault()}' needs at least one citation behind it: --version 'TEXT' SOURCE.");
        return new DisputeVersionDraft(group[0], CiteOption.Parse(group.Skip(1), error => throw new UsageException(error)));
    }
}
