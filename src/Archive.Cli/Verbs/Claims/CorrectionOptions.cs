using System.CommandLine;
using Archive.Cli.Input;
using Archive.Domain;
using Archive.Domain.Claims;

namespace Archive.Cli.Verbs.Claims;

/// <summary>What a correction says, whether it is made or proposed: what the options say changes, the rest stays.</summary>
internal sealed class CorrectionOptions
{
    private readonly Option<CorrectionReason> _reason = WordOption.Required<CorrectionReason>("--reason", "Why");
    private readonly Option<Fault> _fault = WordOption.Required<Fault>("--fault", "Whose error it was");
    private readonly Option<string> _words = TextOption.Words();
    private readonly Option<string?> _notice = TextOption.Notice();
    private readonly Option<CitationDraft[]> _cite;
    private readonly Option<string[]> _clear = TextOption.Many("--clear", "NAME", "An option whose former value is to go, such as place or when. May stand several times.");
    private readonly ClaimOptions _content = new();

    /// <param name="cite">What its citations are.</param>
    public CorrectionOptions(string cite)
    {
        _cite = CiteOption.Create(cite);
        _clear.AcceptOnlyFromAmong([.. _content.Clearable]);
    }

    /// <summary>Why it is made: in front of a verb's own options.</summary>
    public Option[] Reasons => [_reason, _fault, _words, _notice];

    /// <summary>Adds what it changes.</summary>
    public void AddTo(Command command)
    {
        _content.AddTo(command);
        command.Add(_cite);
        command.Add(_clear);
    }

    /// <param name="parsed">What was typed.</param>
    /// <param name="current">The claim as it stands.</param>
    /// <param name="decided">The editor's own date for it.</param>
    public (ClaimDraft Draft, ValueList<CitationDraft> Citations, Correction Correction) Read(ParseResult parsed, CurrentClaim current, string? decided)
    {
        var draft = _content.Read(parsed, current.View.Content!.Particulars.Kind, current.Draft, parsed.GetValue(_clear)!, zone: null);
        var citations = parsed.GetValue(_cite) is { Length: > 0 } given ? given.ToValueList() : current.Citations;
        return (draft, citations, new Correction(
            parsed.GetValue(_reason), parsed.GetValue(_fault), parsed.GetRequiredValue(_words), parsed.GetValue(_notice), decided));
    }
}
