using Archive.Domain.Claims;

namespace Archive.Snapshots;

/// <summary>How many claims of a status a record has.</summary>
internal sealed record ClaimCount(string Record, ClaimStatus Status, int Claims);
