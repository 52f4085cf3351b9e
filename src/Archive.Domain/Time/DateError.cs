using System.Text.Json.Serialization;

namespace Archive.Domain.Time;

/// <summary>Why a historical date, or a question about dates, is refused.</summary>
/// <param name="Part">The input at fault: <c>edtf</c>, <c>clock</c> or <c>zone</c>.</param>
/// <param name="Position">The first character at fault, counted from 1 in UTF-16 units; absent when the whole part is at fault.</param>
/// <param name="Message">What is wrong and what to write instead, for the person who wrote it.</param>
public sealed record DateError(
    [property: JsonPropertyName("part")] string Part,
    [property: JsonPropertyName("position"), JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] int? Position,
    [property: JsonPropertyName("message")] string Message);
