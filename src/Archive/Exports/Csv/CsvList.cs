namespace Archive.Exports.Csv;

/// <summary>Several values in one cell: <c> | </c> between them; a backslash or bar of their own has a backslash before it.</summary>
internal static class CsvList
{
    public static string Of(IEnumerable<string?> values) => string.Join(" | ", values.Select(value => (value ?? "").Replace("\\", "\\\\", StringComparison.Ordinal).Replace("|", "\\|", StringComparison.Ordinal)));
}
