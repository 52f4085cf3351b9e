using System.Security.Cryptography;
using Archive.Domain;
using Archive.Domain.Sources;
using Archive.Evidence;
using Archive.Evidence.Texts;
using Archive.Evidence.Types;

namespace Archive.Sources;

/// <summary>Takes the bytes of a capture in: looks at what they are, puts them into the content store, takes their text out.</summary>
internal sealed class CaptureIntake(IContentStore contents, CaptureTexts texts, CaptureLimit limit)
{
    private const int PieceSize = 64 * 1024;

    public Refusal? WhyTooLarge(long? length) => length > limit.Bytes
        ? new Refusal(
            "capture-too-large",
            $"The file has {length:N0} bytes; at most {limit.Bytes:N0} are kept of one capture. Capture a smaller one, or set {CaptureLimit.Variable} higher. Nothing was read.")
        : null;

    /// <summary>The digest of bytes that are not to be kept, because they are already.</summary>
    public async Task<(string? Digest, Refusal? TooLarge)> DigestAsync(CaptureBytes bytes, CancellationToken cancellationToken)
    {
        await using var stream = bytes.Open();
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        var piece = new byte[PieceSize];
        var length = 0L;
        for (int read; (read = await stream.ReadAsync(piece, cancellationToken)) > 0;)
        {
            if ((length += read) > limit.Bytes)
                return (null, TooLong());
            hash.AppendData(piece, 0, read);
        }

        return (Convert.ToHexStringLower(hash.GetHashAndReset()), null);
    }

    /// <param name="draft">What is said of them.</param>
    /// <param name="bytes">The bytes.</param>
    /// <param name="held">What the source has already: that is taken for what it was found to be then.</param>
    /// <param name="cancellationToken">Gives up; what was put into the store is swept.</param>
    public async Task<(TakenCapture? Taken, Refusal? Refused)> TakeAsync(
        CaptureDraft draft, CaptureBytes bytes, IReadOnlyList<Capture> held, CancellationToken cancellationToken)
    {
        await using var stream = bytes.Open();
        var head = new byte[FoundType.HeadSize];
        var read = await stream.ReadAtLeastAsync(head, head.Length, throwOnEndOfStream: false, cancellationToken);
        if (read == 0)
            return Refuse("capture-empty", "The file is empty: there is nothing to hold. Look whether it was fetched whole.");
        var declared = draft.MediaType is { } said && DeclaredType.TryParse(said, out var parsed) ? parsed : null;
        var charset = declared?.Charset ?? CharsetOf(draft);
        var found = FoundType.Of(head.AsSpan(0, read), charset);
        if (TypeAgreement.Of(declared?.Essence, found) is not { } mediaType)
            return Refuse("media-type-differs", Differs(declared!.Essence, found));
        if (await contents.PutAsync(new HeadedStream(head.AsMemory(0, read), stream), limit.Bytes, cancellationToken) is not { } stored)
            return (null, TooLong());
        if (held.FirstOrDefault(capture => capture.Digest == stored.Digest) is { } same)
            return (new TakenCapture(stored, same.MediaType, same.Text), null);
        if (draft.WithoutText)
            return (new TakenCapture(stored, mediaType, null), null);
        var (text, why) = await texts.TakeAsync(stored, mediaType, charset, cancellationToken);
        return why is null
            ? (new TakenCapture(stored, mediaType, text), null)
            : Refuse("text-not-extractable", $"The text of the file, which is {mediaType}, cannot be taken out: {why}; or keep its bytes without a text, by saying so (--no-text). Nothing was recorded.");
    }

    /// <summary>What the response's own header says of the encoding, where nobody declares another.</summary>
    private static string? CharsetOf(CaptureDraft draft) =>
        draft.Headers?.FirstOrDefault(header => header.Name.Equals("Content-Type", StringComparison.OrdinalIgnoreCase)) is { } header
            && DeclaredType.TryParse(header.Value, out var said) ? said.Charset : null;

    private static string Differs(string declared, string found) => found == MediaTypes.Unknown
        ? $"The file was declared to be {declared}, but its bytes are not: they are of no type that the archive knows. Declare nothing, or look whether it is the right file."
        : $"The file was declared to be {declared}, but its bytes are {found}. Declare {found}, or nothing; or look whether it is the right file.";

    private Refusal TooLong() => new(
        "capture-too-large",
        $"The file has more than {limit.Bytes:N0} bytes, which is as much as is kept of one capture. Capture a smaller one, or set {CaptureLimit.Variable} higher. Nothing was recorded.");

    private static (TakenCapture?, Refusal?) Refuse(string code, string message) => (null, new Refusal(code, message));
}
