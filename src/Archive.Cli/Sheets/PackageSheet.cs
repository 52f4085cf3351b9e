using System.Globalization;
using Archive.Cli.Display;
using Archive.Cli.Verbs.Ledger;

namespace Archive.Cli.Sheets;

/// <summary>What a package shows, and what it cannot.</summary>
internal static class PackageSheet
{
    public static void Show(IDisplay display, PackageAnswer answer)
    {
        var package = answer.Package;
        display.Write(answer.Valid
            ? [new Span("complete   ", Tone.Good), new Span(answer.Path, Tone.Strong), $"  as signed by {string.Join(", ", package.SignedBy)}"]
            : [new Span("incomplete ", Tone.Bad), new Span(answer.Path, Tone.Strong)]);
        display.Fields(
        [
            new("record", package.Record is null ? null : $"{package.Record}@{package.Entry} of {package.Log}"),
            new("entries", $"{Number(package.Entries)} in {Number(package.Streams)} streams, all proved where nothing is said against them"),
            new("evidence", $"{Number(package.Captures)} captures; {Number(package.Quotes)} quotes found again"),
            new("erased", package.ErasedEntries.Count + package.Gone == 0 ? null : $"{Number(package.ErasedEntries.Count)} events in their erased form; {Number(package.Gone)} captures, texts and words that are gone, as the archive says"),
            new("digest", package.SnapshotDigest is null ? null : Line.Of(package.SnapshotDigest, Tone.Quiet)),
        ]);
        foreach (var error in package.Errors)
            display.Write([new Span("  failed   ", Tone.Bad), $"{error.File}{(error.Line is { } line ? $", line {Number(line)}" : "")}: {error.What}"]);
        if (package.ErrorCount > package.Errors.Count)
            display.Write($"  and {Number(package.ErrorCount - package.Errors.Count)} more");
        display.Blank();
        display.Write("It cannot show:");
        foreach (var unknown in package.CannotKnow)
            display.Write($"  {unknown}");
    }

    private static string Number(long number) => number.ToString(CultureInfo.InvariantCulture);
}
