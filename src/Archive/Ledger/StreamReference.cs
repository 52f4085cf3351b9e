namespace Archive.Ledger;

/// <summary>
/// That one stream reaches another, and since which entry. A record, and each of its claims, reaches the sources and authorities that the claim
/// names; these reach those they name. What a record and its claims reach is what its snapshot's digest covers.
/// </summary>
public sealed class StreamReference
{
    /// <summary><see cref="FromStream"/>, a blank, <see cref="ToStream"/>.</summary>
    public required string Id { get; init; }

    public required string FromStream { get; init; }

    public required string ToStream { get; init; }

    /// <summary>The first entry that says so; it stays so whatever comes later.</summary>
    public required long FirstEntry { get; init; }

    internal static string IdOf(string from, string to) => $"{from} {to}";
}
