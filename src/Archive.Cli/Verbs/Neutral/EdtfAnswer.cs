using Archive.Domain.Time;

namespace Archive.Cli.Verbs.Neutral;

/// <summary>What the archive makes of a text as EDTF.</summary>
internal sealed record EdtfAnswer(string Edtf, bool Valid, int? Level, bool? Uncertain, bool? Approximate, DateBounds? Bounds, DateError? Error)
{
    public static EdtfAnswer Of(string edtf, EdtfReport report) => new(
        edtf,
        report.Valid,
        report.Level,
        report.Valid ? report.Uncertain : null,
        report.Valid ? report.Approximate : null,
        report.Bounds,
        report.Error);
}
