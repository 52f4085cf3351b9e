using System.Text.Json;
using Archive.Cli.Complaints;

namespace Archive.Cli.Verbs.Neutral;

/// <summary>Items as JSON lines on standard input, each answered as it comes.</summary>
internal static class Batch
{
    /// <param name="what">The member that an item has.</param>
    /// <param name="read">The item of a line, or null where the line is none.</param>
    /// <param name="judge">Answers an item and says whether it is valid.</param>
    /// <returns>0 when all are valid, 1 when any is not, 2 when a line is no item.</returns>
    public static Task<int> RunAsync<T>(Invocation run, string what, Func<JsonElement, T?> read, Func<T, bool, bool> judge) where T : class =>
        RunAsync(run, what, read, (item, asJson) => Task.FromResult(judge(item, asJson)));

    /// <summary>The same where judging takes time.</summary>
    public static Task<int> RunAsync<T>(Invocation run, string what, Func<JsonElement, T?> read, Func<T, bool, Task<bool>> judge) where T : class =>
        RunAsync(run, what, read, async (item, asJson) => await judge(item, asJson) ? ExitCode.Ok : ExitCode.Refused);

    /// <summary>The same where an item has an exit code of its own: one that cannot be read is no invalid one.</summary>
    public static async Task<int> RunAsync<T>(Invocation run, string what, Func<JsonElement, T?> read, Func<T, bool, Task<int>> judge) where T : class
    {
        if (run.Terminal.MayAsk)
            throw new UsageException("Give one item, or a batch as JSON lines on standard input.");
        using var lines = new StreamReader(run.Terminal.Input, leaveOpen: true);
        var code = ExitCode.Ok;
        for (var number = 1; await lines.ReadLineAsync(run.Cancellation) is { } line; number++)
        {
            if (string.IsNullOrWhiteSpace(line))
                continue;
            if (Item(line, read) is { } item)
                code = Math.Max(code, await judge(item, run.AsJson));
            else
                code = run.Complain(new Complaint(ComplaintKind.Usage, null, $"Line {number} is no item of a batch: write JSON with the member {what}."));
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
