namespace Archive.Domain.Time;

/// <summary>A season, quarter, quadrimester or half of a year.</summary>
internal sealed record SubYear(int Level, Qualification Qualification) : EdtfDate(Level, Qualification, DatePrecision.SubYear);
