using Archive.Domain.Packages;
using Archive.Packages;

namespace Archive.Cli.Verbs.Neutral;

/// <summary>Whether a folder is a valid bag.</summary>
internal sealed record BagAnswer(
    string Path, bool Valid, string? Version, long Files, long Bytes, IReadOnlyList<BagFinding> Errors, long ErrorCount, IReadOnlyList<BagFinding> Warnings)
{
    public static BagAnswer Of(string path, BagReport report) =>
        new(path, report.Valid, report.Version, report.Files, report.Bytes, report.Errors, report.ErrorCount, report.Warnings);
}
