using System.Globalization;

namespace Archive.Snapshots;

/// <summary>Ids in the order in which people count: c2 before c10.</summary>
internal static class ClaimIdOrder
{
    public static readonly IComparer<string> Natural =
        Comparer<string>.Create((a, b) => CultureInfo.InvariantCulture.CompareInfo.Compare(a, b, CompareOptions.NumericOrdering) is not 0 and var order
            ? order
            : string.CompareOrdinal(a, b));
}
