using Archive.Domain.Evidence;

namespace Archive.Domain.Claims;

/// <summary>Sources disagree on a part of a claim.</summary>
/// <param name="Claim">Id of the claim.</param>
/// <param name="Dispute">Number of the dispute within the claim, from 1.</param>
/// <param name="Question">What is disputed.</param>
/// <param name="Versions">The answers, two or more.</param>
/// <param name="Words">What is to be said about it.</param>
/// <param name="Decided">The editor's own date for it, in EDTF.</param>
public sealed record ClaimDisputed(
    string Claim,
    int Dispute,
    string Question,
    ValueList<DisputeVersion> Versions,
    string? Words = null,
    string? Decided = null) : IClaimEvent, IHoldsWords<ClaimDisputed>
{
    IEnumerable<string> IArchiveEvent.References => CitedStreams.Of(Claim, null, Versions.SelectMany(version => version.Citations));

    public ClaimDisputed Keep(Func<KeptWords, string> keep) => this with { Versions = Versions.Keep(keep) };

    public ClaimDisputed Join(Func<string, string?> find) => this with { Versions = Versions.Join(find) };
}
