using Archive.Claims;
using Archive.Domain.Time;

namespace Archive.Snapshots;

/// <summary>The order of claims: open starts first, open ends last, no date after all dates, then by the entry that recorded them.</summary>
internal sealed class ClaimOrder : IComparer<ClaimVersion>
{
    public static readonly ClaimOrder Occurred = new();

    public int Compare(ClaimVersion? x, ClaimVersion? y)
    {
        var dates = HistoricalDate.CompareForSorting(x?.State.Content.Occurred, y?.State.Content.Occurred);
        return dates != 0 ? dates : Nullable.Compare(x?.FirstEntry, y?.FirstEntry);
    }
}
