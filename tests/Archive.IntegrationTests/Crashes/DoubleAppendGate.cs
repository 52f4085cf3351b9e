using Archive.IntegrationTests.EventStoreDb;

namespace Archive.IntegrationTests.Crashes;

/// <summary>Makes appends to one log on the double wait before it looks at them.</summary>
internal sealed class DoubleAppendGate(EventStoreDouble server, string prefix) : AppendGate
{
    /// <summary>An import sends one append after the other here: so many go through at a time.</summary>
    private const int Together = 50;

    private SemaphoreSlim _let = new(int.MaxValue);

    public override Task CloseAsync()
    {
        _let = new SemaphoreSlim(0);
        server.Faults.BeforeAppend = stream => IsOurs(stream) ? Volatile.Read(ref _let).WaitAsync() : Task.CompletedTask;
        return Task.CompletedTask;
    }

    public override Task PassAsync()
    {
        // Nothing is saved up for an import that is only just starting.
        if (_let.CurrentCount < Together)
            _let.Release(Together - _let.CurrentCount);
        return Task.Delay(5, TestContext.Current.CancellationToken);
    }

    public override Task LeaveAjarAsync()
    {
        server.Faults.BeforeAppend = stream => IsOurs(stream) ? Task.Delay(25) : Task.CompletedTask;
        return PassAsync();
    }

    public override Task OpenAsync()
    {
        server.Faults.BeforeAppend = null;
        return PassAsync();
    }

    private bool IsOurs(string stream) => stream.StartsWith(prefix + ":", StringComparison.Ordinal);
}
