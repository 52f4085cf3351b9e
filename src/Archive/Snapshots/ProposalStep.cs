using Archive.Projection;

namespace Archive.Snapshots;

/// <summary>What happened to a proposal: that it was submitted, or decided.</summary>
/// <param name="Stream">The stream of its claim.</param>
/// <param name="Entry">The entry.</param>
/// <param name="Change">Which proposal, and why.</param>
internal sealed record ProposalStep(string Stream, long Entry, Change Change);
