namespace Archive.Domain.Time;

/// <summary>Turns a parsed date into bounds: all that it can mean in a zone, and nothing sharper.</summary>
internal static class DateDerivation
{
    public static DateBounds Bounds(EdtfExpression expression, string? clock, LocalTime zone)
    {
        var mode = expression is EdtfSet { Mode: var setMode } ? setMode : BoundsMode.OneOf;
        var utc = Utc(expression, clock, zone);
        var intervals = mode == BoundsMode.OneOf ? Stretches.Of(utc).Items.Select(BoundInterval.From) : InOrder(utc);
        return new(mode, [.. intervals], HistoricalDate.RulesVersion, TimeZones.Version);
    }

    private static IEnumerable<BoundInterval> InOrder(IEnumerable<Stretch> utc) =>
        utc.Distinct().Select(BoundInterval.From).Order(Comparer<BoundInterval>.Create(BoundInterval.Compare));

    private static IEnumerable<Stretch> Utc(EdtfExpression expression, string? clock, LocalTime zone)
    {
        if (expression is EdtfMoment { OffsetSeconds: { } seconds, Local: var local })
        {
            var offset = seconds * GregorianDays.MicrosecondsPerSecond;
            return [new(local.Start - offset, local.End - offset)];
        }

        if (clock is not null
            && expression is CalendarDate { Precision: DatePrecision.Day, Ordinal: { } day }
            && ClockWords.Narrow(clock, day, zone) is { } narrowed)
        {
            return narrowed;
        }

        return Local(expression).Select(zone.ToUtc);
    }

    private static IEnumerable<Stretch> Local(EdtfExpression expression) => expression switch
    {
        EdtfMoment moment => [moment.Local],
        EdtfDate date => date.Meaning.Items,
        EdtfInterval interval => [interval.Hull],
        EdtfSet set => set.Meaning(),
        _ => throw new InvalidOperationException($"Nothing is known of {expression.GetType().Name}."),
    };
}
