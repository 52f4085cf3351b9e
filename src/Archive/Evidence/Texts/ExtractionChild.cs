using System.Text.Json;

namespace Archive.Evidence.Texts;

/// <summary>The process that takes out one text: bytes on standard input, a line of JSON and the text on standard output.</summary>
public static class ExtractionChild
{
    /// <summary>The first word by which a host knows that it was started for this.</summary>
    public const string Word = "extract-text";

    /// <param name="words">What it was started with, from <see cref="Word"/> on: the extractor, and the declared encoding.</param>
    /// <param name="input">The bytes.</param>
    /// <param name="output">Gets the text.</param>
    /// <returns>The exit code: 0 where there is an answer, whatever it is.</returns>
    public static async Task<int> RunAsync(IReadOnlyList<string> words, Stream input, Stream output)
    {
        if (words is not [_, HtmlText.Name or PdfText.Name, ..])
            return 2;
        var bytes = new MemoryStream();
        await input.CopyToAsync(bytes);
        var extraction = await new OwnExtraction(TimeProvider.System)
            .TakeAsync(words[1], bytes.GetBuffer().AsMemory(0, (int)bytes.Length), words.Count > 2 ? words[2] : null, CancellationToken.None);
        await JsonSerializer.SerializeAsync(output, ExtractionHeader.Of(extraction));
        output.WriteByte((byte)'\n');
        if (extraction is Extraction.Taken taken)
            await output.WriteAsync(taken.Utf8);
        await output.FlushAsync();
        return 0;
    }
}
