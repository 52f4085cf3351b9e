namespace Archive.Domain.Ledger;

/// <summary>Why a text has no canonical form under RFC 8785 and I-JSON (RFC 7493).</summary>
/// <param name="Code">One of this type's constants; stable, part of the public contract.</param>
/// <param name="Offset">Where, in bytes from 0: the first byte of what is wrong, or the length of the text when it ends too early.</param>
/// <param name="Message">What is wrong, for the person who reads it; says the offset too.</param>
public sealed record CanonicalJsonError(string Code, int Offset, string Message)
{
    /// <summary>Not JSON (RFC 8259): a comment, a trailing comma, a leading zero, a text that ends early, …</summary>
    public const string Syntax = "json-syntax";
    /// <summary>Something other than white space follows the value.</summary>
    public const string TrailingData = "json-trailing-data";
    /// <summary>The text begins with U+FEFF as UTF-8.</summary>
    public const string ByteOrderMark = "json-byte-order-mark";
    /// <summary>Not UTF-8, which includes surrogates encoded one by one.</summary>
    public const string InvalidUtf8 = "json-invalid-utf8";
    /// <summary>An escaped surrogate without its other half.</summary>
    public const string LoneSurrogate = "json-lone-surrogate";
    /// <summary>Two members of one object have the same name once escapes are resolved; the offset is the later one's.</summary>
    public const string DuplicateKey = "json-duplicate-key";
    /// <summary>A number that no finite double is near. (One too small for a double is zero.)</summary>
    public const string NumberOutOfRange = "json-number-out-of-range";
    /// <summary>More than <see cref="CanonicalJson.MaxDepth"/> arrays and objects inside each other.</summary>
    public const string TooDeep = "json-too-deep";
    /// <summary>More than <see cref="CanonicalJson.MaxLength"/> bytes.</summary>
    public const string TooLong = "json-too-long";
}
