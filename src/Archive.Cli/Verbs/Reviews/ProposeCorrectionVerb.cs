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
    private readonly CorrectionOptions _correction = new("What it would rest on, in full; as before where nothing is said.");

    public ProposeCorrectionVerb() : base("correct", "Propose a new version of a claim: what the options say would change, the rest stay.")
    {
        foreach (var option in _correction.Reasons)
            Add(option);
        _correction.AddTo(this);
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
        var (draft, citations, correction) = _correction.Read(run.Parsed, current, decided: null);
        return (new ProposedCorrection(draft, citations, correction.Reason, correction.Fault, correction.Words, correction.Notice), current.Revision);
    }
}
