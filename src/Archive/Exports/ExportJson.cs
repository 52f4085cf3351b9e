using System.Buffers;
using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace Archive.Exports;

/// <summary>
/// Writes JSON to an export, a piece at a time. Characters that turn text around stand as escapes, which mean the same in strings, so that no
/// export rearranges whatever it is shown in.
/// </summary>
internal sealed class ExportJson : IDisposable
{
    private readonly ExportOutput _output;
    private readonly ArrayBufferWriter<byte> _piece = new();

    public ExportJson(ExportOutput output)
    {
        _output = output;
        Writer = new Utf8JsonWriter(_piece, new JsonWriterOptions { Indented = true, NewLine = "\n", Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping });
    }

    public Utf8JsonWriter Writer { get; }

    /// <summary>Sends on what was written since the last time; to be called where a piece ends.</summary>
    public async Task SendAsync()
    {
        Writer.Flush();
        await _output.WriteAsync(Escaped(_piece.WrittenMemory));
        _piece.ResetWrittenCount();
    }

    public async Task EndAsync()
    {
        await SendAsync();
        await _output.WriteAsync("\n"u8.ToArray());
    }

    public void Dispose() => Writer.Dispose();

    /// <summary>A member of a text, where there is one.</summary>
    public void Text(string name, string? value)
    {
        if (value is not null)
            Writer.WriteString(name, value);
    }

    private static ReadOnlyMemory<byte> Escaped(ReadOnlyMemory<byte> piece)
    {
        // U+061C begins with D8 in UTF-8, the others with E2.
        if (!piece.Span.ContainsAny((byte)0xD8, (byte)0xE2))
            return piece;
        var escaped = new StringBuilder(piece.Length);
        foreach (var c in Encoding.UTF8.GetString(piece.Span))
        {
            if (c is '\u061C' or '\u200E' or '\u200F' or (>= '\u202A' and <= '\u202E') or (>= '\u2066' and <= '\u2069'))
                escaped.Append(CultureInfo.InvariantCulture, $"\\u{(int)c:x4}");
            else
                escaped.Append(c);
        }

        return Encoding.UTF8.GetBytes(escaped.ToString());
    }
}
