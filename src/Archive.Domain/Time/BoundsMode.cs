using System.Text.Json.Serialization;

namespace Archive.Domain.Time;

/// <summary>How the intervals of a date belong together. The default value is none of these, so that a missing mode is not taken for one.</summary>
[JsonConverter(typeof(BoundsModeConverter))]
public enum BoundsMode
{
    /// <summary>The date lies in one of the intervals; nobody knows in which. Ordinary dates are of this kind. Stored as <c>one-of</c>.</summary>
    OneOf = 1,

    /// <summary>Every interval has a date of its own in it: EDTF's <c>{..}</c>. Stored as <c>all-of</c>.</summary>
    AllOf = 2,
}
