using System.Diagnostics;

namespace Archive.IntegrationTests.Crashes;

/// <summary>Two processes that were started to project; each that is killed is followed by another.</summary>
internal sealed class ProjectorPair(string connectionString) : IAsyncDisposable
{
    private readonly List<ProjectorProcess> _alive = [new(connectionString), new(connectionString)];

    /// <summary>Waits until one of them projects.</summary>
    public async Task<ProjectorProcess> OneWorksAsync()
    {
        for (var began = Stopwatch.GetTimestamp(); ; await Task.Delay(1, TestContext.Current.CancellationToken))
        {
            if (_alive.Find(projector => projector.State == "projecting") is { } works)
                return works;
            NoneHasEnded();
            _alive.ShouldAllBe(projector => projector.State != "stopped", string.Join('\n', _alive));
            Stopwatch.GetElapsedTime(began).ShouldBeLessThan(TimeSpan.FromSeconds(90), string.Join('\n', _alive));
        }
    }

    public void NoneHasEnded() => _alive.ShouldAllBe(projector => !projector.HasEnded, string.Join('\n', _alive));

    /// <summary>Kills the one that works, and the other where it is to.</summary>
    public async Task KillAsync(bool both)
    {
        var works = await OneWorksAsync();
        foreach (var victim in both ? [.. _alive] : (ProjectorProcess[])[works])
        {
            await victim.KillAsync();
            await victim.DisposeAsync();
            _alive.Remove(victim);
            _alive.Add(new ProjectorProcess(connectionString));
        }
    }

    /// <summary>Ends both as a service manager does.</summary>
    public async Task EndAsync()
    {
        foreach (var projector in _alive)
            (await projector.EndAsync()).ShouldBe(0, projector.ToString());
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var projector in _alive)
            await projector.DisposeAsync();
    }
}
