namespace Archive.Domain.Ledger.Notes;

/// <summary>Names of keys, as C2SP signed-note allows them: by custom a host and a path without a scheme.</summary>
public static class KeyName
{
    /// <summary>In UTF-16 units; longer ones are refused.</summary>
    public const int MaxLength = 255;

    /// <summary>Not empty, not too long, without spaces, control characters and <c>+</c>.</summary>
    public static bool IsValid(string? name) =>
        name is { Length: > 0 and <= MaxLength } && !name.Any(c => c == '+' || char.IsWhiteSpace(c) || char.IsControl(c) || char.IsSurrogate(c));
}
