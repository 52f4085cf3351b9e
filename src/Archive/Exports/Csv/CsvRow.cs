using System.Text;

namespace Archive.Exports.Csv;

/// <summary>
/// A record of RFC 4180: every cell in quotes, quotes doubled, ended by CR LF. Line breaks within a cell stay as they are.
/// </summary>
internal static class CsvRow
{
    public static byte[] Of(IEnumerable<string?> cells)
    {
        var row = new StringBuilder();
        foreach (var cell in cells)
        {
            if (row.Length > 0)
                row.Append(',');
            row.Append('"').Append(CsvCell.Neutral(cell ?? "").Replace("\"", "\"\"", StringComparison.Ordinal)).Append('"');
        }

        return Encoding.UTF8.GetBytes(row.Append("\r\n").ToString());
    }
}
