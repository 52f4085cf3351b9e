using System.Runtime.InteropServices;
using NodaTime;

namespace Archive.Domain.Time;

/// <summary>
/// Local time of one zone, turned to UTC so that the result contains all that was meant. A local time that came twice (clocks set back) counts
/// from its first to its last coming. A stretch that starts or ends within hours that clocks skipped starts or ends at the skip; one that
/// lies wholly within them is taken by both the offset before and the one after. Outside NodaTime's years the zone's first or last offset holds.
/// </summary>
internal sealed class LocalTime(DateTimeZone zone)
{
    private static readonly Int128 FirstMapped = Stretch.OfYears(-9997, -9997).Start!.Value;
    private static readonly Int128 EndOfMapped = Stretch.OfYears(9998, 9998).End!.Value;
    private static readonly LocalDateTime Epoch = new(1970, 1, 1, 0, 0);

    /// <summary>Whether the zone is UTC, by this or another name.</summary>
    public bool IsUtc => zone is { MinOffset.Seconds: 0, MaxOffset.Seconds: 0 };

    public Stretch ToUtc(Stretch local)
    {
        var first = local.Start is { } s ? Map(s) : default;
        var last = local.End is { } e ? Map(e - 1) : default;
        if (first.SkippedAt is { } skip && skip == last.SkippedAt)
            return new(local.Start - first.LargestOffset, local.End - first.SmallestOffset);
        return new(first.SkippedAt ?? local.Start - first.LargestOffset, last.SkippedAt ?? local.End - last.SmallestOffset);
    }

    private Mapping Map(Int128 local)
    {
        if (local < FirstMapped || local >= EndOfMapped)
        {
            var only = Micro(zone.GetUtcOffset(local < 0 ? Instant.MinValue : Instant.MaxValue));
            return new(only, only, null);
        }

        var mapping = zone.MapLocal(Epoch.PlusTicks((long)local * (NodaConstants.TicksPerSecond / GregorianDays.MicrosecondsPerSecond)));
        var before = Micro(mapping.EarlyInterval.WallOffset);
        var after = Micro(mapping.LateInterval.WallOffset);
        return new(
            Math.Max(before, after),
            Math.Min(before, after),
            mapping.Count == 0 ? BoundInstant.FromInstant(mapping.LateInterval.Start).Microseconds : null);
    }

    private static long Micro(Offset offset) => offset.Seconds * GregorianDays.MicrosecondsPerSecond;

    /// <summary>The offsets (microseconds east of UTC) that a local time can have, and the instant at which clocks skipped it, if they did.</summary>
    [StructLayout(LayoutKind.Auto)]
    private readonly record struct Mapping(long LargestOffset, long SmallestOffset, Int128? SkippedAt);
}
