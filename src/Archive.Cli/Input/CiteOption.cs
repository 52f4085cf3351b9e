using System.CommandLine;
using System.CommandLine.Parsing;
using Archive.Domain;
using Archive.Domain.Claims;

namespace Archive.Cli.Input;

/// <summary>The option <c>--cite</c>.</summary>
internal static class CiteOption
{
    public static Option<CitationDraft[]> Create(string description, bool required = false) => new("--cite")
    {
        HelpName = "CITATION",
        Description = description + " May stand several times.",
        Arity = ArgumentArity.OneOrMore,
        Required = required,
        CustomParser = result => [.. Parse(result.Tokens.Select(token => token.Value), result.AddError)],
    };

    public static ValueList<CitationDraft> Parse(IEnumerable<string> specs, Action<string> complain)
    {
        var citations = new List<CitationDraft>();
        foreach (var spec in specs)
        {
            if (CitationSpec.TryParse(spec, out var citation, out var error))
                citations.Add(citation);
            else
                complain(error);
        }

        return citations.ToValueList();
    }
}
