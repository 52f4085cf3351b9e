using Microsoft.Extensions.Logging;
using Npgsql;

namespace Archive.EventLog;

/// <summary>
/// This node's clock, held against that of the database of the read models, which is there whichever log is below the port. Recorded times
/// are the appending node's: so whatever appends asks here first.
/// </summary>
internal sealed partial class NodeClock(NpgsqlDataSource database, TimeProvider time, ClockTolerance tolerance, ILogger<NodeClock> logger)
{
    /// <summary>How long a good reading holds.</summary>
    private static readonly TimeSpan Holds = TimeSpan.FromMinutes(1);

    /// <summary>A clock that was set since the reading has run apart by this from the machine's running time.</summary>
    private static readonly TimeSpan Step = TimeSpan.FromMilliseconds(500);

    /// <summary>A slow answer tells little of the difference, so that it is asked for again.</summary>
    private static readonly TimeSpan Quick = TimeSpan.FromMilliseconds(100);

    private const int Readings = 3;

    private readonly Lock _gate = new();
    private Task? _checking;
    private bool _wasOff;
    private Good? _good;

    /// <summary>Returns while the clock is right; asks the database at the first call and then once a minute, and at every call while it is off.</summary>
    /// <exception cref="ClockOffException">The clocks are too far apart.</exception>
    public ValueTask RequireAsync(CancellationToken cancellationToken) =>
        tolerance == ClockTolerance.Unlimited || Volatile.Read(ref _good) is { } good && StillHolds(good)
            ? ValueTask.CompletedTask
            : new ValueTask(CheckAsync().WaitAsync(cancellationToken));

    /// <summary>Reads both clocks.</summary>
    public async Task<ClockReading> ReadAsync(CancellationToken cancellationToken)
    {
        // Opened first: of the time that takes, nobody knows at which end it was spent.
        await using var connection = await database.OpenConnectionAsync(cancellationToken);
        await using var command = new NpgsqlCommand("select clock_timestamp()", connection);
        ClockReading? best = null;
        for (var i = 0; i < Readings && (best is null || best.RoundTrip > Quick); i++)
        {
            var (began, before) = (time.GetTimestamp(), time.GetUtcNow());
            var there = new DateTimeOffset((DateTime)(await command.ExecuteScalarAsync(cancellationToken))!);
            var roundTrip = time.GetElapsedTime(began);
            if (best is null || roundTrip < best.RoundTrip)
                best = new ClockReading(before + (roundTrip / 2), there, roundTrip);
        }

        return best!;
    }

    private bool StillHolds(Good good)
    {
        var since = time.GetElapsedTime(good.Timestamp);
        return since < Holds && (time.GetUtcNow() - good.At - since).Duration() < Step;
    }

    /// <summary>Those who ask at the same time share one answer, which no one of them can cancel.</summary>
    private Task CheckAsync()
    {
        lock (_gate)
            return _checking is { IsCompleted: false } ? _checking : _checking = Task.Run(CheckOnceAsync);
    }

    private async Task CheckOnceAsync()
    {
        var reading = await ReadAsync(CancellationToken.None);
        var isOff = reading.IsOff(tolerance.Most);
        if (isOff != _wasOff)
            Log(isOff, reading);
        _wasOff = isOff;
        Volatile.Write(ref _good, isOff ? null : new Good(time.GetTimestamp(), time.GetUtcNow()));
        if (isOff)
            throw new ClockOffException(reading.Describe(tolerance.Most));
    }

    private void Log(bool isOff, ClockReading reading)
    {
        if (isOff)
            LogOff(logger, reading.Describe(tolerance.Most));
        else
            LogRight(logger, reading.Difference);
    }

    [LoggerMessage(Level = LogLevel.Critical, Message = "Nothing is appended (clock-off): {Reason}")]
    private static partial void LogOff(ILogger logger, string reason);

    [LoggerMessage(Level = LogLevel.Information, Message = "This node's clock is right again, {Difference} from the database's")]
    private static partial void LogRight(ILogger logger, TimeSpan difference);

    /// <summary>When the clock was last found right.</summary>
    private sealed record Good(long Timestamp, DateTimeOffset At);
}
