using CsCheck;

namespace Archive.Tests.Events;

/// <summary>What API keys are made of, at random.</summary>
internal static class KeyGen
{
    private static readonly Gen<char> Hex = Gen.Char["0123456789abcdef"];

    public static readonly Gen<string> Id = Hex.Array[16].Select(hex => new string(hex));

    public static readonly Gen<string> Digest = Hex.Array[64].Select(hex => new string(hex));

    public static readonly Gen<DateTimeOffset> Time = Gen.Long[0, 2_000_000_000_000_000].Select(microseconds => DateTimeOffset.UnixEpoch.AddMicroseconds(microseconds));
}
