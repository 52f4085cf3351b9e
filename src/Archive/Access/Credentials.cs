namespace Archive.Access;

/// <summary>How whoever uses the archive shows who they are.</summary>
/// <param name="Key">The API key that they present; whoever presents one is judged by it alone.</param>
/// <param name="Local">The user of the machine whose program it is, where the program is theirs.</param>
public sealed record Credentials(string? Key, LocalUser? Local)
{
    /// <summary>Never the key, wherever it is written by mistake.</summary>
    public override string ToString() => nameof(Credentials);
}
