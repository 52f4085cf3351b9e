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
    private readonly CorrectionOptions _correction = new("What it rests on from now on, in full; as before where nothing is said.");

    public CorrectClaimVerb() : base("correct", "Give a claim a new version: what the options say changes, the rest stays.")
    {
        AddOptions([.. _correction.Reasons]);
        _correction.AddTo(this);
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
        var (draft, citations, correction) = _correction.Read(run.Parsed, current, Decided(run.Parsed));
        return new CorrectClaim(context with { ExpectedRevision = context.ExpectedRevision ?? current.Revision }, current.View.Id, draft, citations, correction);
    }
}
