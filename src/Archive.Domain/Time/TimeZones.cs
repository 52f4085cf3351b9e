using System.Collections.Frozen;
using System.Diagnostics.CodeAnalysis;
using NodaTime;
using NodaTime.TimeZones;

namespace Archive.Domain.Time;

/// <summary>The IANA zones of the zone data that NodaTime carries.</summary>
internal static class TimeZones
{
    public const string Utc = "UTC";

    private static readonly FrozenSet<string> Ids = TzdbDateTimeZoneSource.Default.GetIds().ToFrozenSet(StringComparer.Ordinal);

    /// <summary>The version of the zone data, such as <c>2025b</c>.</summary>
    public static string Version => TzdbDateTimeZoneSource.Default.TzdbVersion;

    /// <summary>Finds a zone by its IANA id, in its exact spelling; null means UTC.</summary>
    public static bool TryFind(string? id, [NotNullWhen(true)] out LocalTime? zone, [NotNullWhen(false)] out DateError? error)
    {
        zone = null;
        error = null;
        if (id is null)
            zone = new LocalTime(DateTimeZone.Utc);
        else if (Ids.Contains(id))
            zone = new LocalTime(DateTimeZoneProviders.Tzdb[id]);
        else if (id.Length is 0 or > 64)
            error = new DateError("zone", null, "The zone is the id of an IANA time zone such as Europe/Moscow, or is left out for UTC.");
        else
            error = new DateError("zone", null, $"'{id}' is not an IANA time zone of the zone data {Version}; write an id such as Europe/Moscow, in its exact spelling.");
        return zone is not null;
    }
}
