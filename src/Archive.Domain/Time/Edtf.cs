namespace Archive.Domain.Time;

/// <summary>
/// The Extended Date/Time Format of the Library of Congress (4 February 2019), a profile of ISO 8601-1 and ISO 8601-2, levels 0, 1 and 2.
/// Dates are proleptic Gregorian; the year 0000 exists and is 1 BC.
/// </summary>
public static class Edtf
{
    /// <summary>The most characters that a date may have.</summary>
    public const int MaxLength = 256;

    /// <summary>Judges a string, and derives its bounds with UTC for local times. Never fails on any text.</summary>
    public static EdtfReport Check(string edtf)
    {
        ArgumentNullException.ThrowIfNull(edtf);
        if (!EdtfParser.TryParse(edtf, out var expression, out var error))
            return new(Valid: false, Error: error);
        TimeZones.TryFind(null, out var utc, out _);
        return new(
            Valid: true,
            expression.Level,
            expression.Qualification.HasFlag(Qualification.Uncertain),
            expression.Qualification.HasFlag(Qualification.Approximate),
            DateDerivation.Bounds(expression, clock: null, utc!));
    }
}
