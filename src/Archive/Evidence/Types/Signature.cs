namespace Archive.Evidence.Types;

/// <summary>Bytes at a place by which a media type is known.</summary>
/// <param name="Type">The media type.</param>
/// <param name="Offset">Where they stand.</param>
/// <param name="Bytes">What stands there.</param>
/// <param name="Also">What stands behind them, at its own place, where they alone say too little.</param>
internal sealed record Signature(string Type, int Offset, byte[] Bytes, (int Offset, byte[] Bytes)? Also = null)
{
    public bool IsIn(ReadOnlySpan<byte> head) => Stands(head, Offset, Bytes) && (Also is not { } also || Stands(head, also.Offset, also.Bytes));

    private static bool Stands(ReadOnlySpan<byte> head, int offset, byte[] bytes) => head.Length >= offset + bytes.Length && head[offset..].StartsWith(bytes);
}
