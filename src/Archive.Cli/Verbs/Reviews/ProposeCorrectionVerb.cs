using System.CommandLine;
using Archive.Cli.Input;
using Archive.Cli.Opening;
using Archive.Cli.Verbs.Claims;
using Archive.Domain;
using Archive.Domain.Claims;
using Archive.Domain.Reviews;

namespace Archive.Cli.Verbs.Reviews;

internal sealed class ProposeCorrectionVerb : ProposeVerb
{
    private readonly Option<CorrectionReason> _reason = WordOption.Required<CorrectionReason>("--reason", "Why");
    private readonly Option<Fault> _fault = WordOption.Required<Fault>("--fault", "Whose error it was");
    private readonly Option<string> _words = TextOption.Words();
    private readonly Option<string?> _notice = TextOption.Notice();
    private readonly Option<CitationDraft[]> _cite = CiteOption.Create("What it would rest on, in full; as before where nothing is said.");
    private readonly Option<string[]> _clear = TextOption.Many("--clear", "NAME", "An option whose former value is to go, such as place or when. May stand several times.");
    private readonly ClaimOptions _content = new();

    public ProposeCorrectionVerb() : base("correct", "Propose a new version of a claim: what the options say would change, the rest stay.")
    {
        _clear.AcceptOnlyFromAmong([.. _content.Clearable]);
        Add(_reason);
        Add(_fault);
        Add(_words);
        Add(_notice);
        _content.AddTo(this);
        Add(_cite);
        Add(_clear);
        AddReviewOptions();
    }

    public override IReadOnlyList<string> Examples =>
    [
        "archive propose correct visit-2023/c17 --when 2023-03-20 --clock 'about 12:59' --reason wrong-time --fault source --words 'TASS corrected its report' --cite tass-arrival",
        "archive propose correct visit-2023/c17 --clear place --reason unsupported --fault archive --words 'No source names the place' --for-editors 'I looked at all three'",
    ];

    public override IReadOnlyList<string> Notes => [CitationSpec.Form, ReviewNote, ChangeNote];

    protected override Freshness Freshness => Freshness.CaughtUp;

    protected override async Task<(ProposedChange Change, long? Seen)> ChangeAsync(Invocation run, IOpenedArchive archive)
    {
        var current = await CurrentClaim.ReadAsync(archive, Claim(run.Parsed), run.Cancellation);
        var draft = _content.Read(run.Parsed, current.View.Content!.Particulars.Kind, current.Draft, run.Parsed.GetValue(_clear)!, zone: null);
        var citations = run.Parsed.GetValue(_cite) is { Length: > 0 } given ? given.ToValueList() : current.Citations;
        var change = new ProposedCorrection(
            draft, citations, run.Parsed.GetValue(_reason), run.Parsed.GetValue(_fault), run.Parsed.GetRequiredValue(_words), run.Parsed.GetValue(_notice));
        return (change, current.Revision);
    }
}
