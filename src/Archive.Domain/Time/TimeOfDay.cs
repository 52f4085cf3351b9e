using System.Collections.Frozen;
using System.Globalization;
using System.Runtime.InteropServices;

namespace Archive.Domain.Time;

/// <summary>An exact time of day: <c>hh:mm</c> or <c>hh:mm:ss</c>, then nothing, <c>Z</c>, <c>±hh</c> or <c>±hh:mm</c>, with or without a space before these.</summary>
/// <param name="SecondOfDay">Where it starts, from 0 to 86,399.</param>
/// <param name="Seconds">How long it is: 60 for a minute, 1 for a second.</param>
/// <param name="OffsetSeconds">Seconds east of UTC, where given.</param>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct TimeOfDay(int SecondOfDay, int Seconds, int? OffsetSeconds)
{
    private const int MostOffsetHours = 18;

    private static readonly FrozenSet<string> Forms =
        (from time in new[] { "99:99", "99:99:99" }
         from space in new[] { "", " " }
         from zone in new[] { "", "Z", "+99", "+99:99" }
         where space.Length == 0 || zone.Length > 0
         select time + space + zone).ToFrozenSet(StringComparer.Ordinal);

    /// <summary>Whether the text is written like a time of day, possible or not.</summary>
    public static bool HasForm(string text) => Forms.Contains(Form(text));

    /// <summary>Reads a text that <see cref="HasForm"/>; otherwise says at which index (from 0) it is impossible.</summary>
    public static (TimeOfDay? Time, int At, string Problem) Read(string text)
    {
        var hour = Two(text, 0);
        var minute = Two(text, 3);
        var hasSeconds = text.Length > 5 && text[5] == ':';
        var second = hasSeconds ? Two(text, 6) : 0;
        if (hour == 24 && minute == 0 && second == 0)
            return (null, 0, "The hour 24 is not used; write 00:00 of the next day.");
        if (hour > 23)
            return (null, 0, $"There is no hour {hour:00}; hours are 00 to 23.");
        if (minute > 59)
            return (null, 3, $"There is no minute {minute:00}; minutes are 00 to 59.");
        if (second > 59)
            return (null, 6, $"There is no second {second:00} here; seconds are 00 to 59, and a leap second is written as second 59.");

        var zoneAt = hasSeconds ? 8 : 5;
        if (zoneAt < text.Length && text[zoneAt] == ' ')
            zoneAt++;
        var (offset, problem) = ReadOffset(text, zoneAt);
        return problem is null
            ? (new((hour * 60 + minute) * 60 + second, hasSeconds ? 1 : 60, offset), 0, "")
            : (null, zoneAt, problem);
    }

    private static (int? Seconds, string? Problem) ReadOffset(string text, int at)
    {
        if (at >= text.Length)
            return (null, null);
        if (text[at] == 'Z')
            return (0, null);
        var hours = Two(text, at + 1);
        var minutes = text.Length > at + 3 ? Two(text, at + 4) : 0;
        var seconds = (hours * 60 + minutes) * 60;
        if (minutes > 59 || seconds > MostOffsetHours * 3600)
            return (null, $"There is no offset {text[at..]}; offsets go to 18:00 either way, with minutes 00 to 59.");
        if (seconds == 0 && text[at] == '-')
            return (null, "ISO 8601 has no offset -00:00; write Z or +00:00.");
        return (text[at] == '-' ? -seconds : seconds, null);
    }

    private static string Form(string text) =>
        string.Create(text.Length, text, (form, source) =>
        {
            for (var i = 0; i < form.Length; i++)
                form[i] = char.IsAsciiDigit(source[i]) ? '9' : source[i] is '-' ? '+' : source[i];
        });

    private static int Two(string text, int at) => int.Parse(text.AsSpan(at, 2), NumberStyles.None, CultureInfo.InvariantCulture);
}
