namespace Archive.EventLog;

/// <summary>What a log says of itself, and what is done to it as a whole. None of it is an entry.</summary>
public interface ILogControl
{
    /// <summary>Where the log is, in words that may be shown: no password is in them.</summary>
    string Place { get; }

    /// <summary>What the log says of itself now, or null where there is no log at its place.</summary>
    Task<LogState?> FindAsync(CancellationToken cancellationToken);

    /// <summary>Makes the log where there is none at its place.</summary>
    /// <param name="name">Log name of a new log; null for one made up from its id.</param>
    /// <param name="cancellationToken">Stops before the next step; every step is whole.</param>
    Task<LogState> OpenAsync(string? name, CancellationToken cancellationToken);

    /// <summary>
    /// Gives an empty log, which is made where there is none, the identity of what is copied into it, and keeps everybody out but whoever fills it.
    /// </summary>
    /// <param name="identity">The identity that it gets.</param>
    /// <param name="from">What it is filled from, see <see cref="LogState.FilledFrom"/>.</param>
    /// <param name="cancellationToken">Stops before it.</param>
    Task BeginFillingAsync(LogIdentity identity, string from, CancellationToken cancellationToken);

    /// <summary>The log is whole, and open to all. One that was made beside the log in use takes its place, and that is set aside.</summary>
    Task EndFillingAsync(CancellationToken cancellationToken);

    /// <summary>
    /// Appends the control event behind which nothing more is of this log: no append that it does not precede is ever answered as done. Once closed
    /// it stays so.
    /// </summary>
    Task CloseAsync(LogClosure closure, CancellationToken cancellationToken);

    /// <summary>Takes away a log that is being filled, and so is nobody's yet.</summary>
    /// <returns>False where logs stay in their places.</returns>
    Task<bool> TryDiscardAsync(CancellationToken cancellationToken);

    /// <summary>Puts a closed log away, so that another can be made in its place. Nothing of it is removed.</summary>
    /// <param name="id">Id of the log; where another is there, nothing is done.</param>
    /// <param name="cancellationToken">Stops before it.</param>
    /// <returns>Where it is kept, in words; null where logs stay in their places.</returns>
    Task<string?> SetAsideAsync(Guid id, CancellationToken cancellationToken);
}
