using System.Text.Json.Serialization;

namespace Archive.Domain.Time;

/// <summary>How the intervals of a date belong together.</summary>
[JsonConverter(typeof(BoundsModeConverter))]
public enum BoundsMode
{
    /// <summary>The date lies in one of the intervals; nobody knows in which. Ordinary dates are of this kind. Stored as <c>one-of</c>.</summary>
    OneOf,

    /// <summary>Every interval has a date of its own in it: EDTF's <c>{..}</c>. Stored as <c>all-of</c>.</summary>
    AllOf,
}
