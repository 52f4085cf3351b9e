using Archive.Domain.Claims;

namespace Archive.Snapshots;

/// <summary>How many claims of a status a record has; without a status, how many that are withheld. Several of one status add up.</summary>
internal sealed record ClaimCount(string Record, ClaimStatus? Status, int Claims);
