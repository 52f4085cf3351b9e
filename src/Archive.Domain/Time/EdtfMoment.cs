namespace Archive.Domain.Time;

/// <summary>A calendar day with a time of day: one second.</summary>
/// <param name="Local">The second, in local time.</param>
/// <param name="OffsetSeconds">Seconds east of UTC where the string says so (<c>Z</c> is 0); otherwise the zone decides.</param>
internal sealed record EdtfMoment(int Level, Stretch Local, int? OffsetSeconds) : EdtfExpression(Level, Qualification.None);
