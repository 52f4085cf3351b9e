using System.Globalization;

namespace Archive.Citations;

/// <summary>A reference as it stands in somebody's text.</summary>
/// <param name="Subject">Id of a record or of a claim.</param>
/// <param name="Entry">The entry behind it.</param>
/// <param name="Line">The line in which it stands, from 1.</param>
public sealed record CitedReference(string Subject, long Entry, long Line)
{
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Subject}@{Entry}");
}
