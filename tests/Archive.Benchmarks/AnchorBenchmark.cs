using System.Text;
using Archive.Domain.Evidence;

namespace Archive.Benchmarks;

/// <summary>A quote in a text of a megabyte, found by the rules of quotes, against a plain search for the same characters.</summary>
internal sealed class AnchorBenchmark : IBenchmark
{
    private const string Words = "they landed at Vnukovo in the early afternoon of that day";

    public string Name => "anchor";

    public async Task<IReadOnlyList<Figure>> RunAsync(BenchmarkRun run)
    {
        var text = Text(Math.Max(10_000, run.Scaled(1_000_000)));
        var repeated = new string('a', text.Length);
        var half = new string('a', 2_000);
        return
        [
            await MeasureAsync("a quote in a text of 1 MB, with emoji", text, Words, "<= 10 ms"),
            await MeasureAsync("the same, two characters wrong, with the nearest match", text, Words.Replace("landed", "lamdet", StringComparison.Ordinal), "none"),
            await MeasureAsync("the same, in another case, with the nearest match", text, Words.ToUpperInvariant(), "none"),
            await MeasureAsync("4,001 characters in 1 MB of one letter, with the nearest match", repeated, half + "b" + half, "none"),
        ];
    }

    private static async Task<Figure> MeasureAsync(string job, string text, string words, string goal)
    {
        var selector = new TextSelector(words);
        var (anchoring, search) = await Samples.InTurnAsync(
            30,
            () => Task.FromResult(Anchoring.Find(new CodePointText(text), selector)),
            () => Task.FromResult(text.IndexOf(words, StringComparison.Ordinal)));
        return new(job, "IndexOf of the same characters", Samples.Milliseconds(anchoring.Median), Samples.Milliseconds(search.Median), anchoring.Median / search.Median, goal);
    }

    /// <summary>Words of several scripts, the quote near the end.</summary>
    private static string Text(int length)
    {
        string[] words = ["they", "landed", "at", "Внуково", "самолёт", "抵达", "莫斯科", "the", "afternoon", "day", "🛬", "early", "«да»", "Ankunft"];
        var (random, text) = (new Random(7), new StringBuilder(length + 100));
        while (text.Length < length * 9 / 10)
            text.Append(words[random.Next(words.Length)]).Append(random.Next(12) == 0 ? ".\n" : " ");
        text.Append(Words);
        while (text.Length < length)
            text.Append(' ').Append(words[random.Next(words.Length)]);
        return text.ToString();
    }
}
