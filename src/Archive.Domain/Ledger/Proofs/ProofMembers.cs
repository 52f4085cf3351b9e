using System.Runtime.InteropServices;
using System.Text;
using System.Text.Json;

namespace Archive.Domain.Ledger.Proofs;

/// <summary>
/// Takes the members of one object by name and keeps the first thing that is wrong with them, so that a reader can ask for all and look once. What was not
/// asked for is wrong too. After a problem the values are empty.
/// </summary>
internal sealed class ProofMembers
{
    private readonly Dictionary<string, JsonElement> _left = new(StringComparer.Ordinal);
    private string? _problem;

    public ProofMembers(JsonElement json)
    {
        if (json.ValueKind != JsonValueKind.Object)
            _problem = "It is no JSON object.";
        else
            foreach (var member in json.EnumerateObject())
                _left[member.Name] = member.Value;
    }

    /// <summary>What is wrong, as a sentence; to be asked when all members were taken.</summary>
    public string? Problem => _problem ?? (_left.Count == 0 ? null : $"It has a member that does not belong there: {Shown(_left.Keys.First())}.");

    /// <summary>Whether one of those that were taken so far is wrong.</summary>
    public bool HasFailed => _problem is not null;

    public string Text(string name) => Take(name, JsonValueKind.String, "text") is { } found ? found.GetString()! : "";

    public long Integer(string name, long least)
    {
        if (Take(name, JsonValueKind.Number, "a number") is not { } found)
            return least;
        if (found.TryGetInt64(out var value) && value >= least && value <= CanonicalObject.MaxInteger)
            return value;
        Fail($"Its {name} is no whole number from {least} to 2^53 - 1.");
        return least;
    }

    public DateTimeOffset Time(string name)
    {
        if (Take(name, JsonValueKind.String, "text") is { } found && RecordedTime.TryParse(found.GetString(), out var time))
            return time;
        Fail($"Its {name} is no time such as 2026-11-24T01:02:03.000004Z.");
        return default;
    }

    public Guid Id(string name) => Take(name, JsonValueKind.String, "text") is { } found ? IdOf(name, found) : default;

    public Guid? OptionalId(string name) => _left.ContainsKey(name) ? Id(name) : null;

    public Sha256Digest Digest(string name)
    {
        var found = Take(name, JsonValueKind.String, "text");
        if (found is not null && Sha256Digest.TryParse(found.Value.GetString(), out var digest))
            return digest;
        Fail($"Its {name} is no SHA-256 in lower-case hex.");
        return default;
    }

    public byte[]? OptionalSalt(string name) => _left.ContainsKey(name) ? Salt(name) : null;

    public byte[] Salt(string name)
    {
        if (Take(name, JsonValueKind.String, "text") is { } found && found.TryGetBytesFromBase64(out var salt) && salt.Length == EventDigests.SaltLength)
            return salt;
        Fail($"Its {name} is not {EventDigests.SaltLength} bytes in base64.");
        return [];
    }

    /// <summary>The bytes of an object as they stand.</summary>
    public byte[] Object(string name) => Take(name, JsonValueKind.Object, "an object") is { } found ? JsonMarshal.GetRawUtf8Value(found).ToArray() : "{}"u8.ToArray();

    /// <summary>A member of any kind, to be read further.</summary>
    public JsonElement? Optional(string name) => _left.Remove(name, out var found) ? found : null;

    public ValueList<string> OrderedTexts(string name)
    {
        var texts = Items(name, JsonValueKind.String).Select(item => item.GetString()!).ToArray();
        for (var i = 1; i < texts.Length; i++)
        {
            if (string.CompareOrdinal(texts[i - 1], texts[i]) >= 0)
                Fail($"Its {name} are not distinct and in order.");
        }

        return [.. texts];
    }

    /// <summary>The items of an array, each of one kind.</summary>
    public IReadOnlyList<JsonElement> Items(string name, JsonValueKind kind)
    {
        if (Take(name, JsonValueKind.Array, "an array") is not { } found)
            return [];
        var items = found.EnumerateArray().ToArray();
        if (Array.TrueForAll(items, item => item.ValueKind == kind))
            return items;
        Fail($"Its {name} has an item of another kind.");
        return [];
    }

    public void Fail(string problem) => _problem ??= problem;

    private Guid IdOf(string name, JsonElement found)
    {
        if (Guid.TryParseExact(found.GetString(), "D", out var id))
            return id;
        Fail($"Its {name} is no id such as 0f8fad5b-d9cb-469f-a165-70867728950e.");
        return default;
    }

    private JsonElement? Take(string name, JsonValueKind kind, string expected)
    {
        if (!_left.Remove(name, out var found))
            Fail($"Its {name} is missing.");
        else if (found.ValueKind != kind)
            Fail($"Its {name} is not {expected}.");
        else
            return found;
        return null;
    }

    /// <summary>A name that may be hostile, as part of a sentence.</summary>
    private static string Shown(string name)
    {
        var shown = new StringBuilder();
        foreach (var c in name.Length > 40 ? name[..40] : name)
            shown.Append(c is >= ' ' and <= '~' ? c : '?');
        return shown.ToString();
    }
}
