using System.Diagnostics;
using System.Text.Json.Nodes;
using Archive.IntegrationTests.Cli;

namespace Archive.IntegrationTests.Crashes;

/// <summary>The command <c>archive project</c>, running, and what it has said so far.</summary>
internal sealed class ProjectorProcess : IAsyncDisposable
{
    /// <summary>Far more than anything that is waited for takes, on whatever machine.</summary>
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(90);

    private readonly Process _process;
    private readonly Lock _gate = new();
    private readonly List<JsonNode> _news = [];
    private readonly List<string> _errors = [];

    public ProjectorProcess(string connectionString)
    {
        _process = ArchiveProcess.Start(connectionString, "project", "--json");
        _process.OutputDataReceived += (_, line) => Keep(_news, line.Data is null ? null : JsonNode.Parse(line.Data));
        _process.ErrorDataReceived += (_, line) => Keep(_errors, line.Data);
        _process.BeginOutputReadLine();
        _process.BeginErrorReadLine();
    }

    /// <summary>As it calls itself.</summary>
    public string Name => $"process {_process.Id} on {Environment.MachineName}";

    public bool HasEnded => _process.HasExited;

    /// <summary>The state that it told last.</summary>
    public string? State
    {
        get
        {
            lock (_gate)
                return _news.Count == 0 ? null : StateOf(_news[^1]);
        }
    }

    public IReadOnlyList<JsonNode> News
    {
        get
        {
            lock (_gate)
                return [.. _news];
        }
    }

    /// <summary>Waits until its last word is a state.</summary>
    public async Task<JsonNode> IsAsync(string state)
    {
        for (var began = Stopwatch.GetTimestamp(); State != state; await Task.Delay(5, TestContext.Current.CancellationToken))
        {
            if (_process.HasExited || Stopwatch.GetElapsedTime(began) > Longest)
                throw new InvalidOperationException($"The projector is not {state}{(_process.HasExited ? $", it ended with {_process.ExitCode}" : "")}: {ToString()}");
        }

        return News.Last(news => StateOf(news) == state);
    }

    /// <summary>SIGKILL.</summary>
    public async Task KillAsync()
    {
        _process.Kill();
        await _process.WaitForExitAsync(TestContext.Current.CancellationToken);
    }

    /// <summary>SIGTERM, as a service manager ends it.</summary>
    /// <returns>The exit code.</returns>
    public async Task<int> EndAsync()
    {
        using (var kill = Process.Start("kill", ["-TERM", $"{_process.Id}"]))
            await kill.WaitForExitAsync(TestContext.Current.CancellationToken);
        await _process.WaitForExitAsync(TestContext.Current.CancellationToken);
        return _process.ExitCode;
    }

    public override string ToString()
    {
        lock (_gate)
            return string.Join('\n', [$"{Name} said:", .. _news.Select(news => news.ToJsonString()), .. _errors]);
    }

    public async ValueTask DisposeAsync()
    {
        if (!_process.HasExited)
            _process.Kill();
        await _process.WaitForExitAsync(CancellationToken.None);
        _process.Dispose();
    }

    private static string StateOf(JsonNode news) => news["state"]!.GetValue<string>();

    private void Keep<T>(List<T> where, T? what)
    {
        if (what is null)
            return;
        lock (_gate)
            where.Add(what);
    }
}
