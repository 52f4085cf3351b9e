using Archive.Packages;

namespace Archive.Cli.Verbs.Ledger;

/// <summary>What verifying a package came to.</summary>
/// <param name="Path">The folder.</param>
/// <param name="Valid">Whether it is complete as signed.</param>
/// <param name="Package">What was found.</param>
internal sealed record PackageAnswer(string Path, bool Valid, BagVerdict Package)
{
    public static PackageAnswer Of(string path, BagVerdict verdict) => new(path, verdict.Complete, verdict);
}
