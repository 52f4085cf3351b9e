namespace Archive.EventLog;

/// <summary>By what a run of appends ended.</summary>
internal sealed class RunFailure
{
    private Exception? _exception;

    public Exception? Exception => Volatile.Read(ref _exception);

    public void Set(Exception exception) => Interlocked.CompareExchange(ref _exception, exception, null);
}
