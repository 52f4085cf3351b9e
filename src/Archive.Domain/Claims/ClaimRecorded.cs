using Archive.Domain.Evidence;

namespace Archive.Domain.Claims;

/// <summary>Somebody recorded a claim in its first version.</summary>
/// <param name="Claim">Id of the claim.</param>
/// <param name="Content">What it says.</param>
/// <param name="Citations">What it rests on, at least one.</param>
/// <param name="Decided">The editor's own date for it, in EDTF; never recorded time.</param>
public sealed record ClaimRecorded(string Claim, ClaimContent Content, ValueList<Citation> Citations, string? Decided = null) : IClaimEvent, IHoldsWords<ClaimRecorded>
{
    IEnumerable<string> IArchiveEvent.References => CitedStreams.Of(Claim, Content, Citations);

    public ClaimRecorded Keep(Func<KeptWords, string> keep) => this with { Content = Content.Keep(keep), Citations = Citations.Keep(keep) };

    public ClaimRecorded Join(Func<string, string?> find) => this with { Content = Content.Join(find), Citations = Citations.Join(find) };
}
