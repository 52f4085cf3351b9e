using Archive.Domain;
using Archive.Domain.Claims;
using CsCheck;
using static Archive.Tests.Claims.ClaimSamples;

namespace Archive.Tests.Claims;

/// <summary>A random command on one claim, from so few words and sources that commands meet.</summary>
internal sealed record ClaimCommand(string Name, Func<Claim?, Decision> Decide)
{
    private static readonly Gen<CitationDraft> Cite = Gen.Select(
        Gen.OneOf("s1", "s2", "s3"), Gen.Enum<Stance>(), Gen.OneOf("phrase").Null(), (source, stance, phrase) => new CitationDraft(source, stance, Phrase: phrase));

    private static readonly Gen<ValueList<CitationDraft>> Cites = Cite.Array[1, 3].Select(drafts => drafts.ToValueList());

    private static readonly Gen<ClaimDraft> Drafts = Gen.Select(Gen.OneOf("a", "b", "c"), Gen.Bool, (says, met) => Draft with
    {
        Says = says, Particulars = met ? Arriving with { MetBy = ["dmitry-chernyshenko"] } : Arriving,
    });

    private static readonly Gen<string> Question = Gen.OneOf("q1", "q2", "q3");

    public static readonly Gen<ClaimCommand> Any = Gen.OneOf(
        Gen.Select(Drafts, Cites, (draft, cites) => new ClaimCommand($"record {cites}", c => ClaimDecider.Record(c, Id, draft, cites, null, KnownStreams.All))),
        Gen.Select(Drafts, Cites, (draft, cites) => new ClaimCommand($"correct {draft.Says} {cites}", c => ClaimDecider.Correct(c, Id, draft, cites, WrongTime, KnownStreams.All))),
        Cite.Select(cite => new ClaimCommand($"cite {cite}", c => ClaimDecider.Cite(c, Id, cite, null, null, KnownStreams.All))),
        Gen.Int[1, 9].Select(number => new ClaimCommand($"withdraw {number}", c => ClaimDecider.WithdrawCitation(c, Id, number, "x", null))),
        Gen.Int[1, 6].Select(number => new ClaimCommand($"rate {number}", c => ClaimDecider.Rate(c, Id, number, null, null))),
        Gen.Enum<Rank>().Select(rank => new ClaimCommand($"rank {rank}", c => ClaimDecider.SetRank(c, Id, rank, null, null))),
        Gen.Select(Question, Cites, Cites, (question, a, b) => new ClaimCommand(
            $"dispute {question}", c => DisputeDecider.Open(c, Id, question, [new("yes", a), new("no", b)], null, null, KnownStreams.All))),
        Gen.Select(Question, Gen.Enum<DisputeOutcome>(), Cites, (question, outcome, cites) => new ClaimCommand(
            $"resolve {question} {outcome}", c => DisputeDecider.Resolve(c, Id, question, outcome, outcome == DisputeOutcome.OneVersion ? "yes" : null, "x", cites, null, KnownStreams.All))),
        Question.Select(question => new ClaimCommand($"reopen {question}", c => DisputeDecider.Reopen(c, Id, question, "x", null))),
        Gen.Const(new ClaimCommand("retract", c => ClaimDecider.Retract(c, Id, RetractionReason.Other, "x", null, null))),
        Gen.Const(new ClaimCommand("reinstate", c => ClaimDecider.Reinstate(c, Id, "x", null))));

    public override string ToString() => Name;
}
