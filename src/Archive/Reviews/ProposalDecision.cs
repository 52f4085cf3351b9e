using Archive.Snapshots;

namespace Archive.Reviews;

/// <summary>How a proposal was accepted, rejected or withdrawn.</summary>
/// <param name="Event">The entry.</param>
/// <param name="Words">Why.</param>
public sealed record ProposalDecision(EventView Event, string? Words);
