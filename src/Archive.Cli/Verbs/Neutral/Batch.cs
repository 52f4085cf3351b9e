using System.Text.Json;
using Archive.Cli.Complaints;

namespace Archive.Cli.Verbs.Neutral;

/// <summary>Items as JSON lines on standard input, each answered as it comes.</summary>
internal static class Batch
{
    /// <param name="what">The member that an item has.</param>
    /// <param name="read">The item of a line; null, or a <see cref="UsageException"/> that says why, where the line is none.</param>
    /// <param name="judge">Answers an item and says whether it is valid.</param>
    /// <returns>0 when all are valid, 1 when any is not, 2 when a line is no item.</returns>
    public static async Task<int> RunAsync<T>(Invocation run, string what, Func<JsonElement, T?> read, Func<T, bool, bool> judge) where T : class
    {
        if (run.Terminal.MayAsk)
            throw new UsageException("Give one item, or a batch as JSON lines on standard input.");
        using var reader = new StreamReader(run.Terminal.Input, leaveOpen: true);
        var (code, number) = (ExitCode.Ok, 0);
        await foreach (var line in BoundedLines.ReadAsync(reader, BoundedLines.Longest, run.Cancellation))
        {
            number++;
            if (line is not null && string.IsNullOrWhiteSpace(line))
                continue;
            try
            {
                var item = Item(line ?? throw new UsageException($"It is longer than {BoundedLines.Longest:N0} characters."), read) ?? throw new UsageException("");
                code = judge(item, run.AsJson) ? code : Math.Max(code, ExitCode.Refused);
            }
            catch (UsageException wrong)
            {
                code = run.Complain(new Complaint(ComplaintKind.Usage, null, $"Line {number} is no item of a batch: write JSON with the member {what}. {wrong.Message}".TrimEnd()));
            }
        }

        return code;
    }

    private static T? Item<T>(string line, Func<JsonElement, T?> read) where T : class
    {
        try
        {
            using var document = JsonDocument.Parse(line);
            return read(document.RootElement);
        }
        catch (Exception exception) when (exception is JsonException or InvalidOperationException)
        {
            return null;
        }
    }
}
