using Archive.Authorities;
using Archive.Claims;
using Archive.Commands;
using Archive.Corrections;
using Archive.Domain;
using Archive.Domain.Authorities;
using Archive.Domain.Claims;
using Archive.Domain.Records;
using Archive.Domain.Sources;
using Archive.Records;
using Archive.Sources;

namespace Archive.Dossiers;

/// <summary>What the decider says to a command, as its handler would ask it, without a log.</summary>
internal static class CommandDecisions
{
    public static Decision Decide(ICommand command, object? state, ISurroundings around) => command switch
    {
        OpenRecord c => RecordDecider.Open((HappeningRecord?)state, c.Record, c.Description, c.Decided, Places(c.Description, around)),
        DescribeRecord c => RecordDecider.Describe((HappeningRecord?)state, c.Record, c.Description, c.Words, c.Decided, Places(c.Description, around)),
        EstablishAuthority c => AuthorityDecider.Establish((Authority?)state, c.Authority, c.Kind, c.Description, c.Decided),
        DescribeAuthority c => AuthorityDecider.Describe((Authority?)state, c.Authority, c.Description, c.Words, c.Decided),
        MergeAuthority c => AuthorityDecider.Merge(
            (Authority?)state, c.Authority, (Authority?)around.State(StreamName.OfAuthority(c.Into)), c.Into, c.Words, c.Decided),
        RegisterSource c => SourceDecider.Register(
            (Source?)state, c.Source, c.Description, c.Origin, c.Origin is { } origin ? around.Voices(origin.Source) : null, c.Decided),
        DescribeSource c => SourceDecider.Describe((Source?)state, c.Source, c.Description, c.Words, c.Decided),
        CaptureSource c => SourceDecider.Capture((Source?)state, c.Source, c.Describe(around.Taken(c)), c.Words, c.Decided),
        RateSource c => SourceDecider.Rate((Source?)state, c.Source, c.Reliability, c.Words, c.Decided),
        EstablishOrigin c => SourceDecider.EstablishOrigin((Source?)state, c.Source, c.Origin, around.Voices(c.Origin.Source), c.Words, c.Decided),
        WithdrawOrigin c => SourceDecider.WithdrawOrigin((Source?)state, c.Source, c.Words, c.Decided),
        MergeSource c => SourceDecider.Merge((Source?)state, c.Source, (Source?)around.State(StreamName.OfSource(c.Into)), c.Into, c.Words, c.Decided),
        _ => DecideClaim(command, (Claim?)state, around),
    };

    private static Decision DecideClaim(ICommand command, Claim? claim, ISurroundings around) => command switch
    {
        RecordClaim c => ClaimDecider.Record(
            claim, c.Claim, c.Content, c.Citations, c.Decided, around.Known(ClaimCommands.StreamsOf(c.Claim, c.Content, c.Citations)), c.Sensitive == true),
        CorrectClaim c => ClaimDecider.Correct(
            claim, c.Claim, c.Content, c.Citations, c.Correction, around.Known(ClaimCommands.StreamsOf(c.Claim, c.Content, c.Citations))),
        CiteSource c => ClaimDecider.Cite(claim, c.Claim, c.Citation, c.Words, c.Decided, around.Known(ClaimCommands.StreamsOf([c.Citation]))),
        WithdrawCitation c => ClaimDecider.WithdrawCitation(claim, c.Claim, c.Number, c.Words, c.Decided),
        RateClaim c => ClaimDecider.Rate(claim, c.Claim, c.Credibility, c.Words, c.Decided),
        RankClaim c => ClaimDecider.SetRank(claim, c.Claim, c.Rank, c.Words, c.Decided),
        RetractClaim c => ClaimDecider.Retract(claim, c.Claim, c.Reason, c.Words, c.Notice, c.Decided),
        ReinstateClaim c => ClaimDecider.Reinstate(claim, c.Claim, c.Words, c.Decided),
        DisputeClaim c => DisputeDecider.Open(
            claim, c.Claim, c.Question, c.Versions, c.Words, c.Decided, around.Known(ClaimCommands.StreamsOf(c.Versions.SelectMany(version => version.Citations)))),
        ResolveDispute c => DisputeDecider.Resolve(
            claim, c.Claim, c.Question, c.Outcome, c.Version, c.Words, c.Citations, c.Decided, around.Known(ClaimCommands.StreamsOf(c.Citations))),
        ReopenDispute c => DisputeDecider.Reopen(claim, c.Claim, c.Question, c.Words, c.Decided),
        _ => throw new ArgumentException($"A dossier cannot ask for {command.GetType().Name}.", nameof(command)),
    };

    private static KnownStreams Places(RecordDraft draft, ISurroundings around) =>
        around.Known((draft.Places ?? []).Select(StreamName.OfAuthority));
}
