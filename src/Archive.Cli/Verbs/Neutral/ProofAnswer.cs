namespace Archive.Cli.Verbs.Neutral;

/// <summary>Whether a proof proves what it is given for.</summary>
/// <param name="Valid">Whether it does.</param>
/// <param name="Error">Why it does not.</param>
internal sealed record ProofAnswer(bool Valid, string? Error = null)
{
    public static readonly ProofAnswer Proved = new(true);

    public static ProofAnswer Not(string why) => new(false, why);
}
