namespace Archive.Cli.Verbs.Neutral;

/// <summary>Whether a proof proves what it is given for.</summary>
/// <param name="Valid">Whether it does.</param>
/// <param name="Error">Why it does not.</param>
internal sealed record CheckedProof(bool Valid, string? Error = null)
{
    public static readonly CheckedProof Proved = new(true);

    public static CheckedProof Not(string why) => new(false, why);
}
