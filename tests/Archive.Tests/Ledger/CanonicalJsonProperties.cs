using System.Text;
using System.Text.Json;
using Archive.Domain.Ledger;
using CsCheck;

namespace Archive.Tests.Ledger;

public sealed class CanonicalJsonProperties
{
    private static byte[] Canonical(string json) => CanonicalJson.Canonicalize(Encoding.UTF8.GetBytes(json));

    [Fact]
    public void However_a_value_is_written_its_canonical_form_is_the_same() =>
        Gen.Select(JsonGen.Value, Gen.Int, Gen.Int).Sample((value, one, other) =>
            Canonical(JsonGen.Write(value, new Random(one))).ShouldBe(Canonical(JsonGen.Write(value, new Random(other)))));

    [Fact]
    public void The_canonical_form_is_its_own_canonical_form() =>
        Gen.Select(JsonGen.Value, Gen.Int).Sample((value, seed) =>
        {
            var once = Canonical(JsonGen.Write(value, new Random(seed)));
            CanonicalJson.Canonicalize(once).ShouldBe(once);
        });

    [Fact]
    public void The_canonical_form_says_the_same_value_with_names_in_utf16_order() =>
        Gen.Select(JsonGen.Value, Gen.Int).Sample((value, seed) =>
        {
            var text = JsonGen.Write(value, new Random(seed));
            using var before = JsonDocument.Parse(text);
            using var after = JsonDocument.Parse(Canonical(text));
            Same(before.RootElement, after.RootElement).ShouldBeTrue(text);
        });

    [Fact]
    public void Whatever_the_bytes_are_they_are_taken_or_refused_and_only_json_is_taken() =>
        Gen.Select(JsonGen.Value, Gen.Int, Gen.Byte, Gen.Int[0, 10_000]).Sample((value, seed, planted, place) =>
        {
            var bytes = Encoding.UTF8.GetBytes(JsonGen.Write(value, new Random(seed)));
            bytes[place % bytes.Length] = planted;
            var taken = CanonicalJson.TryCanonicalize(bytes, out var canonical, out var error);
            if (taken) CanonicalJson.Canonicalize(canonical).ShouldBe(canonical);
            else error!.Offset.ShouldBeInRange(0, bytes.Length);

            // Another reader agrees; a text refused for a surrogate or a duplicate may be no JSON further on.
            if (taken || error!.Code is CanonicalJsonError.Syntax or CanonicalJsonError.TrailingData or CanonicalJsonError.InvalidUtf8) IsJson(bytes).ShouldBe(taken);
        });

    private static bool IsJson(byte[] bytes)
    {
        if (!System.Text.Unicode.Utf8.IsValid(bytes)) return false;
        try
        {
            using var document = JsonDocument.Parse(bytes);
            return true;
        }
        catch (JsonException)
        {
            return false;
        }
    }

    private static bool Same(JsonElement before, JsonElement after)
    {
        if (before.ValueKind != after.ValueKind) return false;
        switch (before.ValueKind)
        {
            case JsonValueKind.Object:
                var names = after.EnumerateObject().Select(m => m.Name).ToList();
                return names.SequenceEqual(before.EnumerateObject().Select(m => m.Name).Order(StringComparer.Ordinal))
                    && names.TrueForAll(n => Same(before.GetProperty(n), after.GetProperty(n)));
            case JsonValueKind.Array:
                return before.GetArrayLength() == after.GetArrayLength() && before.EnumerateArray().Zip(after.EnumerateArray(), Same).All(s => s);
            case JsonValueKind.String: return string.Equals(before.GetString(), after.GetString(), StringComparison.Ordinal);
            case JsonValueKind.Number: return before.GetDouble() == after.GetDouble();
            default: return true;
        }
    }
}
