using Archive.Domain;
using Archive.Domain.Access;
using Archive.Domain.Authorities;
using Archive.Domain.Claims;
using Archive.Domain.Erasures;
using Archive.Domain.Records;
using Archive.Domain.Reviews;
using Archive.Domain.Sources;
using Archive.Ledger;

namespace Archive.Projection;

/// <summary>What brought a version about: who, when, and why, as far as the event says.</summary>
/// <param name="RecordedAt">When it was recorded.</param>
/// <param name="Type">Stored name of the event.</param>
/// <param name="Reason">From the closed list of its kind, in its stored form.</param>
/// <param name="Fault">Whose error a correction mends.</param>
/// <param name="Words">The editor's explanation.</param>
/// <param name="Notice">What readers were told.</param>
/// <param name="Decided">The editor's own date, in EDTF.</param>
/// <param name="Proposal">Number of the proposal that was submitted or decided, where one was.</param>
public sealed record Change(
    DateTimeOffset RecordedAt, string Type, string? Reason, Fault? Fault, string? Words, string? Notice, string? Decided, int? Proposal = null)
{
    internal static Change Of(IArchiveEvent happened, LedgerEntry entry)
    {
        var change = new Change(entry.RecordedAt, entry.Type, null, null, null, null, null);
        return happened switch
        {
            ClaimRecorded e => change with { Decided = e.Decided },
            ClaimCorrected e => change with { Reason = Word(e.Reason), Fault = e.Fault, Words = e.Words, Notice = e.Notice, Decided = e.Decided },
            ClaimCited e => change with { Words = e.Words, Decided = e.Decided },
            CitationWithdrawn e => change with { Words = e.Words, Decided = e.Decided },
            ClaimRated e => change with { Words = e.Words, Decided = e.Decided },
            ClaimRanked e => change with { Words = e.Words, Decided = e.Decided },
            ClaimDisputed e => change with { Words = e.Words, Decided = e.Decided },
            DisputeResolved e => change with { Words = e.Resolution.Words, Decided = e.Decided },
            DisputeReopened e => change with { Words = e.Words, Decided = e.Decided },
            ClaimRetracted e => change with { Reason = Word(e.Reason), Words = e.Words, Notice = e.Notice, Decided = e.Decided },
            ClaimReinstated e => change with { Words = e.Words, Decided = e.Decided },
            ProposalSubmitted e => change with { Words = e.Words, Proposal = e.Number },
            ProposalAccepted e => change with { Words = e.Words, Proposal = e.Number },
            ProposalRejected e => change with { Words = e.Words, Proposal = e.Number },
            ProposalWithdrawn e => change with { Words = e.Words, Proposal = e.Number },
            RecordOpened e => change with { Decided = e.Decided },
            RecordDescribed e => change with { Words = e.Words, Decided = e.Decided },
            AuthorityEstablished e => change with { Decided = e.Decided },
            AuthorityDescribed e => change with { Words = e.Words, Decided = e.Decided },
            AuthorityMerged e => change with { Words = e.Words, Decided = e.Decided },
            SourceRegistered e => change with { Decided = e.Decided },
            SourceDescribed e => change with { Words = e.Words, Decided = e.Decided },
            SourceCaptured e => change with { Words = e.Words, Decided = e.Decided },
            SourceRated e => change with { Words = e.Words, Decided = e.Decided },
            SourceOriginEstablished e => change with { Words = e.Words, Decided = e.Decided },
            SourceOriginWithdrawn e => change with { Words = e.Words, Decided = e.Decided },
            SourceMerged e => change with { Words = e.Words, Decided = e.Decided },
            ErasedEvent => change,
            AccessSet e => change with { Words = e.Words, Decided = e.Decided },
            HoldPlaced e => change with { Words = e.Words, Decided = e.Decided },
            ContentErased e => change with { Reason = Word(e.Reason), Words = e.Words, Decided = e.Decided },
            HoldLifted e => change with { Words = e.Words, Decided = e.Decided },
            ActorRegistered e => change with { Words = e.Words },
            ActorRoleSet e => change with { Words = e.Words },
            KeyIssued e => change with { Words = e.Words },
            KeyRevoked e => change with { Words = e.Words },
            _ => throw new InvalidOperationException($"{happened.GetType().Name} has no summary of its change."),
        };
    }

    private static string Word(Enum reason) => System.Text.Json.JsonNamingPolicy.KebabCaseLower.ConvertName(reason.ToString());
}
