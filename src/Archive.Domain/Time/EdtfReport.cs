using System.Text.Json.Serialization;

namespace Archive.Domain.Time;

/// <summary>What the archive makes of an EDTF string by itself, without zone and clock words.</summary>
/// <param name="Valid">Whether the string is EDTF and names a possible date.</param>
/// <param name="Level">The conformance level that the string needs, 0 to 2; absent when it is not valid.</param>
/// <param name="Uncertain">Whether any part is marked <c>?</c> or <c>%</c>.</param>
/// <param name="Approximate">Whether any part is marked <c>~</c> or <c>%</c>.</param>
/// <param name="Bounds">The bounds in UTC; absent when it is not valid.</param>
/// <param name="Error">What is wrong; absent when it is valid.</param>
public sealed record EdtfReport(
    [property: JsonPropertyName("valid")] bool Valid,
    [property: JsonPropertyName("level"), JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] int? Level = null,
    [property: JsonPropertyName("uncertain")] bool Uncertain = false,
    [property: JsonPropertyName("approximate")] bool Approximate = false,
    [property: JsonPropertyName("bounds"), JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] DateBounds? Bounds = null,
    [property: JsonPropertyName("error"), JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] DateError? Error = null);
