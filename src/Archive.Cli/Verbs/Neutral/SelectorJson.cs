using System.Text.Json;
using Archive.Domain.Evidence;

namespace Archive.Cli.Verbs.Neutral;

/// <summary>
/// A selector in JSON: <c>{exact, prefix, suffix}</c>, <c>{start, end}</c> or both in one object; the same as W3C Web Annotation selectors, with
/// <c>type</c>; several of them in an array, which must all select the same; each with a <c>refinedBy</c>, which selects within what it selects.
/// </summary>
internal sealed record SelectorJson(TextSelector Selector, SelectorJson? RefinedBy)
{
    private static readonly string[] QuoteMembers = ["exact", "prefix", "suffix"];
    private static readonly string[] PositionMembers = ["start", "end"];
    private static readonly string[] OtherMembers = ["type", "@context", "id", "refinedBy"];

    /// <exception cref="FormatException">It is no selector; the message says why.</exception>
    public static SelectorJson Read(JsonElement json)
    {
        var read = json.ValueKind switch
        {
            JsonValueKind.Object => ReadOne(json),
            JsonValueKind.Array when json.GetArrayLength() > 0 => json.EnumerateArray().Select(Read).Aggregate(Both),
            _ => throw new FormatException("A selector is a JSON object, such as {\"exact\": \"the words\"} or {\"start\": 3, \"end\": 12}."),
        };
        return read.Selector.WhatIsWrong() is { } wrong ? throw new FormatException(wrong) : read;
    }

    private static SelectorJson ReadOne(JsonElement json)
    {
        var type = Text(json, "type");
        var known = type switch
        {
            null => [.. QuoteMembers, .. PositionMembers],
            "TextQuoteSelector" => QuoteMembers,
            "TextPositionSelector" => PositionMembers,
            _ => throw new FormatException($"A selector of type {type} is not known: TextQuoteSelector and TextPositionSelector are."),
        };
        foreach (var member in json.EnumerateObject())
        {
            if (!known.Contains(member.Name, StringComparer.Ordinal) && !OtherMembers.Contains(member.Name, StringComparer.Ordinal))
                throw new FormatException($"A {type ?? "selector"} has no member '{member.Name}': it has {string.Join(", ", known)}.");
        }

        var (start, end) = (Number(json, "start"), Number(json, "end"));
        if (start is null != end is null)
            throw new FormatException("A position has both 'start' and 'end'.");
        return new SelectorJson(
            new TextSelector(Text(json, "exact"), Text(json, "prefix"), Text(json, "suffix"), start is { } from ? new QuotePosition(from, end!.Value) : null),
            json.TryGetProperty("refinedBy", out var refined) ? Read(refined) : null);
    }

    /// <summary>Several selectors of one thing: what one leaves open the other may say.</summary>
    private static SelectorJson Both(SelectorJson one, SelectorJson other)
    {
        if ((one.RefinedBy ?? other.RefinedBy) is not null)
            throw new FormatException("Selectors in an array have no 'refinedBy'.");
        return new SelectorJson(
            new TextSelector(
                Same(one.Selector.Exact, other.Selector.Exact, "exact"),
                Same(one.Selector.Prefix, other.Selector.Prefix, "prefix"),
                Same(one.Selector.Suffix, other.Selector.Suffix, "suffix"),
                Same(one.Selector.Position, other.Selector.Position, "start and end")),
            null);
    }

    private static T? Same<T>(T? one, T? other, string what) where T : class =>
        one is null || other is null || one.Equals(other) ? one ?? other : throw new FormatException($"The selectors of the array have different values for {what}.");

    private static string? Text(JsonElement json, string member)
    {
        if (!json.TryGetProperty(member, out var value) || value.ValueKind == JsonValueKind.Null)
            return null;
        if (value.ValueKind != JsonValueKind.String)
            throw new FormatException($"'{member}' is a text.");
        try
        {
            return value.GetString();
        }
        catch (InvalidOperationException half)
        {
            throw new FormatException($"'{member}' has half a surrogate pair: it is not well-formed Unicode.", half);
        }
    }

    private static long? Number(JsonElement json, string member)
    {
        if (!json.TryGetProperty(member, out var value) || value.ValueKind == JsonValueKind.Null)
            return null;
        return value.ValueKind == JsonValueKind.Number && value.TryGetInt64(out var number)
            ? number
            : throw new FormatException($"'{member}' is a whole number: positions count code points from 0.");
    }
}
