using System.CommandLine;
using Archive.Cli.Complaints;
using Archive.Cli.Input;
using Archive.Cli.Opening;
using Archive.Commands;
using Archive.Corrections;
using Archive.Domain;
using Archive.Domain.Claims;

namespace Archive.Cli.Verbs.Claims;

internal sealed class CorrectClaimVerb : ClaimChangeVerb
{
    private readonly Option<CorrectionReason> _reason = WordOption.Required<CorrectionReason>("--reason", "Why");
    private readonly Option<Fault> _fault = WordOption.Required<Fault>("--fault", "Whose error it was");
    private readonly Option<string> _words = TextOption.Words();
    private readonly Option<string?> _notice = TextOption.Notice();
    private readonly Option<CitationDraft[]> _cite = CiteOption.Create("What it rests on from now on, in full; as before where nothing is said.");
    private readonly Option<string[]> _clear = TextOption.Many("--clear", "NAME", "An option whose former value is to go, such as place or when. May stand several times.");
    private readonly ClaimOptions _content = new();

    public CorrectClaimVerb() : base("correct", "Give a claim a new version: what the options say changes, the rest stays.")
    {
        _clear.AcceptOnlyFromAmong([.. _content.Clearable]);
        AddOptions(_reason, _fault, _words, _notice);
        _content.AddTo(this);
        Add(_cite);
        Add(_clear);
    }

    public override IReadOnlyList<string> Examples =>
    [
        "archive claim correct visit-2023/c17 --when 2023-03-20 --clock 'about 12:59' --reason wrong-time --fault source --words 'TASS corrected its report' --cite tass-arrival",
        "archive claim correct visit-2023/c17 --clear place --reason unsupported --fault archive --words 'No source names the place'",
    ];

    public override IReadOnlyList<string> Notes =>
        [CitationSpec.Form, "When somebody else changes the claim in between, the correction is refused with a conflict.", ChangeNote];

    protected override Freshness Freshness => Freshness.CaughtUp;

    protected override async Task<ICommand?> CommandAsync(Invocation run, IOpenedArchive archive, CommandContext context)
    {
        var current = await CurrentClaim.ReadAsync(archive, Claim(run.Parsed), run.Cancellation);
        var draft = _content.Read(run.Parsed, current.View.Content!.Particulars.Kind, current.Draft, run.Parsed.GetValue(_clear)!, zone: null);
        var citations = run.Parsed.GetValue(_cite) is { Length: > 0 } given ? given.ToValueList() : current.Citations;
        return new CorrectClaim(
            context with { ExpectedRevision = context.ExpectedRevision ?? current.Revision },
            current.View.Id,
            draft,
            citations,
            new Correction(
                run.Parsed.GetValue(_reason),
                run.Parsed.GetValue(_fault),
                run.Parsed.GetRequiredValue(_words),
                run.Parsed.GetValue(_notice),
                Decided(run.Parsed)));
    }
}
