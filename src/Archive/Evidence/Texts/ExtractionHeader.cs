namespace Archive.Evidence.Texts;

/// <summary>The line of JSON before the text, between a host and the process that took the text out for it.</summary>
internal sealed record ExtractionHeader(string? Failed, bool None, long Length, string? Encoding, IReadOnlyList<long>? Pages)
{
    public static ExtractionHeader Of(Extraction extraction) => extraction switch
    {
        Extraction.Failed failed => new(failed.Why, false, 0, null, null),
        Extraction.Taken taken => new(null, false, taken.Length, taken.Encoding, taken.Pages),
        _ => new(null, true, 0, null, null),
    };

    public Extraction With(ReadOnlyMemory<byte> utf8)
    {
        if (Failed is { } why)
            return new Extraction.Failed(why);
        return None ? new Extraction.None() : new Extraction.Taken(utf8, Length, Encoding, Pages);
    }
}
