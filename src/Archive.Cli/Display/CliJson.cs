using System.Globalization;
using System.Text;
using System.Text.Json;
using Archive.Domain.Events;

namespace Archive.Cli.Display;

/// <summary>
/// The form of <c>--json</c>: the answer's records as <see cref="ArchiveJson"/> writes them, with every recorded time in the ledger's one form
/// and the characters that turn text around as escapes.
/// </summary>
internal static class CliJson
{
    public static readonly JsonSerializerOptions Indented = Create(indented: true);

    /// <summary>One line an answer, for batches.</summary>
    public static readonly JsonSerializerOptions OneLine = Create(indented: false);

    public static string Of<T>(T answer, JsonSerializerOptions options) => Escaped(JsonSerializer.Serialize(answer, options));

    private static JsonSerializerOptions Create(bool indented)
    {
        var options = new JsonSerializerOptions(ArchiveJson.Options) { WriteIndented = indented, NewLine = "\n" };
        options.Converters.Insert(0, new RecordedTimeConverter());
        options.MakeReadOnly();
        return options;
    }

    /// <summary>Such characters stand only within strings of JSON, where an escape means the same.</summary>
    private static string Escaped(string json)
    {
        if (!json.AsSpan().ContainsAnyInRange('\u061C', '\u2069'))
            return json;
        var escaped = new StringBuilder(json.Length + 16);
        foreach (var c in json)
        {
            if (SafeText.TurnsText(c))
                escaped.Append(CultureInfo.InvariantCulture, $"\\u{(int)c:x4}");
            else
                escaped.Append(c);
        }

        return escaped.ToString();
    }
}
