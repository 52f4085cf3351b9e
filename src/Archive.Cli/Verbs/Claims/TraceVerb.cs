using System.CommandLine;
using Archive.Cli.Display;
using Archive.Cli.Input;
using Archive.Cli.Sheets;
using Archive.Provenance;
using MediatR;

namespace Archive.Cli.Verbs.Claims;

internal sealed class TraceVerb : QueryVerb<ProvenanceTrail>
{
    private readonly SubjectArgument _claim = new("CLAIM", "Id of the claim.");

    public TraceVerb() : base("trace", "Tell where a claim comes from: citations, their sources, the voices behind these, and the entries and actors that put each there.") =>
        _claim.AddTo(this);

    public override IReadOnlyList<string> Examples => ["archive trace visit-2023/c17", "archive trace visit-2023/c17 --as-of 57 --json"];

    public override IReadOnlyList<string> Notes =>
    [
        """
        The trail goes from the claim version down to the quoted words, the capture's digest, the source and the voices that it repeats, and across to
        every entry on the way: who recorded it, when and why. An earlier version has its own trail: trace it as of an entry at which it stood, which
        archive history lists.
        """,
        AsOfNote,
    ];

    protected override IRequest<Outcome<ProvenanceTrail>> Question(ParseResult parsed) => new TraceClaim(_claim.Id(parsed), _claim.AsOf(parsed));

    protected override string? Asked(ParseResult parsed) => _claim.Id(parsed);

    protected override void Show(IDisplay display, ProvenanceTrail answer) => TrailSheet.Show(display, answer);
}
