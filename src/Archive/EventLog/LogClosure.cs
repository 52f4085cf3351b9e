using System.Globalization;
using Archive.Domain;

namespace Archive.EventLog;

/// <summary>The end of a log that goes on elsewhere: the body of the control event <c>log-closed.v1</c>.</summary>
/// <param name="Successor">Id of the log that has all its events and goes on.</param>
/// <param name="Place">Where that is, in words.</param>
/// <param name="ClosedAt">When, by the clock of whoever closed it.</param>
public sealed record LogClosure(Guid Successor, string Place, DateTimeOffset ClosedAt)
{
    /// <summary>Stored name of the control event.</summary>
    public const string EventType = "log-closed.v1";

    /// <summary>Code of the refusal.</summary>
    public const string Code = "log-closed";

    public Refusal ToRefusal() => new(Code, string.Create(
        CultureInfo.InvariantCulture,
        $"This event log was closed on {ClosedAt.UtcDateTime:yyyy-MM-dd HH:mm:ss} UTC and goes on in {Place} (log {Successor}). Nothing more is recorded in it. Point ARCHIVE_EVENTSTORE there (unset, it is the log in PostgreSQL), and repeat the change."));
}
