using Archive.Domain.Evidence;

namespace Archive.Domain.Claims;

/// <summary>Disagreement on a claim: a question, its answers, and how it ended if it has.</summary>
/// <param name="Number">From 1 within the claim.</param>
/// <param name="Question">What is disputed.</param>
/// <param name="Versions">The answers, two or more; the archive takes no side.</param>
/// <param name="Resolution">How it ended; absent while it is open.</param>
public sealed record Dispute(int Number, string Question, ValueList<DisputeVersion> Versions, DisputeResolution? Resolution) : IHoldsWords<Dispute>
{
    public bool IsOpen => Resolution is null;

    public Dispute Keep(Func<KeptWords, string> keep) => With(Versions.Keep(keep), Resolution?.Keep(keep));

    public Dispute Join(Func<string, string?> find) => With(Versions.Join(find), Resolution?.Join(find));

    private Dispute With(ValueList<DisputeVersion> versions, DisputeResolution? resolution) =>
        ReferenceEquals(versions, Versions) && ReferenceEquals(resolution, Resolution) ? this : this with { Versions = versions, Resolution = resolution };
}
