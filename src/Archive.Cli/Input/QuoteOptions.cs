using System.CommandLine;
using System.Globalization;
using Archive.Domain.Claims;
using Archive.Domain.Evidence;

namespace Archive.Cli.Input;

/// <summary>What tells quoted words from others like them: what stands around them, where they stand, in which capture.</summary>
internal sealed class QuoteOptions
{
    private readonly Option<string?> _exact = TextOption.Of("--exact", "WORDS", "Words read in the source, verbatim, instead of =PHRASE.");
    private readonly Option<string?> _prefix = TextOption.Of("--prefix", "WORDS", "Words right before them, where they stand several times.");
    private readonly Option<string?> _suffix = TextOption.Of("--suffix", "WORDS", "Words right after them.");
    private readonly Option<string?> _capture = TextOption.Of("--capture", "SHA256", "The capture that was read; without it the newest that has a text.");

    private readonly Option<QuotePosition?> _position = new("--position")
    {
        HelpName = "START-END",
        Description = "Where they stand in the text of the capture: code points from 0, the end not in it.",
        CustomParser = result =>
        {
            if (Parse(result.Tokens[0].Value) is { } position)
                return position;
            result.AddError($"'{result.Tokens[0].Value}' is no position: write the first code point and the one after the last, such as 120-140.");
            return null;
        },
    };

    public void AddTo(Command command)
    {
        foreach (var option in new Option[] { _exact, _prefix, _suffix, _position, _capture })
            command.Add(option);
    }

    public CitationDraft Read(ParseResult parsed, CitationDraft citation) => citation with
    {
        Phrase = parsed.GetValue(_exact) ?? citation.Phrase,
        Prefix = parsed.GetValue(_prefix),
        Suffix = parsed.GetValue(_suffix),
        Position = parsed.GetValue(_position),
        Capture = parsed.GetValue(_capture),
    };

    private static QuotePosition? Parse(string text) =>
        text.Split('-') is [var start, var end]
        && long.TryParse(start, NumberStyles.None, CultureInfo.InvariantCulture, out var from)
        && long.TryParse(end, NumberStyles.None, CultureInfo.InvariantCulture, out var to)
            ? new QuotePosition(from, to)
            : null;
}
