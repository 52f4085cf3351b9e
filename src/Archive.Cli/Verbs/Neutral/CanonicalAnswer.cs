using Archive.Domain.Ledger;

namespace Archive.Cli.Verbs.Neutral;

/// <summary>A document's canonical form and digest, or why it has none.</summary>
/// <param name="Sha256">Of the canonical form's UTF-8 bytes; lower-case hex.</param>
internal sealed record CanonicalAnswer(bool Valid, string? Canonical = null, string? Sha256 = null, CanonicalJsonError? Error = null)
{
    public static CanonicalAnswer Of(ReadOnlySpan<byte> utf8Json) =>
        CanonicalJson.TryCanonicalize(utf8Json, out var canonical, out var error)
            ? Of(canonical)
            : new CanonicalAnswer(false, Error: error);

    /// <summary>The number whose IEEE 754 bits are these hexadecimal digits.</summary>
    public static CanonicalAnswer OfIeee(string hex)
    {
        try
        {
            return Of(System.Text.Encoding.ASCII.GetBytes(EcmaScriptNumber.FormatIeeeHex(hex)));
        }
        catch (FormatException exception)
        {
            return new CanonicalAnswer(false, Error: new CanonicalJsonError(CanonicalJsonError.NumberOutOfRange, 0, exception.Message));
        }
    }

    private static CanonicalAnswer Of(byte[] canonical) =>
        new(true, System.Text.Encoding.UTF8.GetString(canonical), Sha256Digest.Of(canonical).ToString());
}
