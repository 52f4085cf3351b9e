using System.Diagnostics.CodeAnalysis;
using System.Text.Json;
using Archive.Domain.Events;
using Archive.Domain.Evidence;
using Archive.Domain.Ledger;

namespace Archive.Domain.Erasures;

/// <summary>
/// Reads and writes the stored form of <see cref="ErasedPayload"/> (<c>schemas/events/definitions.json</c>, <c>erased</c>). Exactly that shape is taken for it:
/// one member <c>erased</c> with three members, and nothing else.
/// </summary>
public static class ErasedForm
{
    /// <summary>What is wrong with a reference, or null: it is a line of words.</summary>
    public static string? WhatIsWrong(string? reference) =>
        string.IsNullOrWhiteSpace(reference) ? "The reference is missing: say by which law, order or request it is erased."
        : reference.Length > ErasedPayload.LongestReference ? $"The reference has {reference.Length:N0} characters; at most {ErasedPayload.LongestReference:N0} are kept."
        : reference.Any(char.IsControl) || SurrogateHalves.IndexIn(reference) >= 0 ? "The reference has a line break, a control character or half a surrogate pair. Write one line of words."
        : null;

    /// <summary>Whether stored JSON is that of an erased event.</summary>
    /// <returns>False for whatever does not begin with the member <c>erased</c>: no event has one.</returns>
    /// <exception cref="JsonException">It begins so, and is not of the form.</exception>
    public static bool TryRead(ReadOnlySpan<byte> data, [NotNullWhen(true)] out ErasedPayload? payload)
    {
        payload = null;
        var json = new Utf8JsonReader(data);
        if (!json.Read() || json.TokenType != JsonTokenType.StartObject || !json.Read() || json.TokenType != JsonTokenType.PropertyName || !json.ValueTextEquals("erased"u8))
            return false;
        var stored = JsonSerializer.Deserialize<Stored>(data, ArchiveJson.Options)!.Erased;
        if (!Sha256Digest.TryParse(stored.PayloadDigest, out var digest))
            throw new JsonException("The payloadDigest of an erased event is a SHA-256 in lower-case hex.");
        if (WhatIsWrong(stored.Reference) is { } wrong)
            throw new JsonException(wrong);
        payload = new ErasedPayload(digest, stored.Reason, stored.Reference);
        return true;
    }

    public static byte[] Write(ErasedPayload payload) => JsonSerializer.SerializeToUtf8Bytes(
        new Stored(new Body(payload.PayloadDigest.ToString(), payload.Reason, payload.Reference)), ArchiveJson.Options);

    private sealed record Stored(Body Erased);

    private sealed record Body(string PayloadDigest, ErasureReason Reason, string Reference);
}
