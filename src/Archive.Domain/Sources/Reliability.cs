using System.Text.Json.Serialization;

namespace Archive.Domain.Sources;

/// <summary>Reliability of a source, the letter of the Admiralty code. Never averaged.</summary>
public enum Reliability
{
    /// <summary>Completely reliable.</summary>
    [JsonStringEnumMemberName("A")]
    A,

    /// <summary>Usually reliable.</summary>
    [JsonStringEnumMemberName("B")]
    B,

    /// <summary>Fairly reliable.</summary>
    [JsonStringEnumMemberName("C")]
    C,

    /// <summary>Not usually reliable.</summary>
    [JsonStringEnumMemberName("D")]
    D,

    /// <summary>Unreliable.</summary>
    [JsonStringEnumMemberName("E")]
    E,

    /// <summary>Cannot be judged; this is not "worst".</summary>
    [JsonStringEnumMemberName("F")]
    F,
}
