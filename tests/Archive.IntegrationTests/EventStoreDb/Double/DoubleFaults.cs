namespace Archive.IntegrationTests.EventStoreDb;

/// <summary>What the double does wrong, on demand. Safe for concurrent use; a fault once taken is used up.</summary>
internal sealed class DoubleFaults
{
    private readonly Lock _lock = new();
    private readonly List<(AppendFault Fault, Func<string, bool> Streams)> _appends = [];
    private readonly List<(bool Subscriptions, int Events, StreamCut Cut)> _cuts = [];
    private (Random Random, double Chance, AppendFault[] Faults)? _randomAppends;
    private (Random Random, double Chance, StreamCut[] Cuts)? _randomCuts;
    private int _appendsToDie = -1;
    private int _refusedReads;

    /// <summary>How long an append waits before it is looked at.</summary>
    public TimeSpan AppendDelay { get; set; }

    /// <summary>Awaited with the name of its stream before an append is looked at.</summary>
    public Func<string, Task>? BeforeAppend { get; set; }

    /// <summary>How long a read or subscription waits before its first message.</summary>
    public TimeSpan ReadDelay { get; set; }

    /// <summary>The leader that calls with <c>requires-leader: True</c> are sent to; null where the double leads.</summary>
    public (string Host, int Port)? Leader { get; set; }

    /// <summary>The next <paramref name="count"/> appends, of the streams asked for, go wrong so.</summary>
    public void NextAppends(AppendFault fault, int count = 1, Func<string, bool>? streams = null)
    {
        lock (_lock)
            _appends.AddRange(Enumerable.Repeat((fault, streams ?? (_ => true)), count));
    }

    /// <summary>Each append goes wrong with this chance, in one of these ways, until <see cref="Clear"/>.</summary>
    public void AppendsAtRandom(Random random, double chance, params AppendFault[] faults)
    {
        lock (_lock)
            _randomAppends = (random, chance, faults);
    }

    /// <summary>The next <paramref name="count"/> reads and subscriptions are refused as Unavailable.</summary>
    public void RefuseReads(int count = 1)
    {
        lock (_lock)
            _refusedReads += count;
    }

    /// <summary>The next subscription is cut when it has sent so many events; one call per subscription.</summary>
    public void CutSubscriptionAfter(int events, StreamCut cut = StreamCut.Reset)
    {
        lock (_lock)
            _cuts.Add((true, events, cut));
    }

    /// <summary>The next read is cut when it has sent so many events; one call per read.</summary>
    public void CutReadAfter(int events, StreamCut cut = StreamCut.Reset)
    {
        lock (_lock)
            _cuts.Add((false, events, cut));
    }

    /// <summary>Before each message of a read or subscription it is cut with this chance, in one of these ways, until <see cref="Clear"/>.</summary>
    public void CutAtRandom(Random random, double chance, params StreamCut[] cuts)
    {
        lock (_lock)
            _randomCuts = (random, chance, cuts.Length == 0 ? [StreamCut.Reset] : cuts);
    }

    /// <summary>The next <paramref name="appends"/> appends are written and none is answered; then the server is gone until it is started again.</summary>
    public void DieAfter(int appends)
    {
        lock (_lock)
            _appendsToDie = appends;
    }

    /// <summary>Nothing goes wrong any more.</summary>
    public void Clear()
    {
        lock (_lock)
        {
            _appends.Clear();
            _cuts.Clear();
            (_randomAppends, _randomCuts, _appendsToDie, _refusedReads) = (null, null, -1, 0);
            (AppendDelay, BeforeAppend, ReadDelay, Leader) = (TimeSpan.Zero, null, TimeSpan.Zero, null);
        }
    }

    internal AppendFault? TakeAppend(string stream)
    {
        lock (_lock)
        {
            var index = _appends.FindIndex(one => one.Streams(stream));
            if (index >= 0)
            {
                var fault = _appends[index].Fault;
                _appends.RemoveAt(index);
                return fault;
            }
            return _randomAppends is var (random, chance, faults) && random.NextDouble() < chance ? faults[random.Next(faults.Length)] : null;
        }
    }

    internal bool TakeReadRefusal()
    {
        lock (_lock)
        {
            if (_refusedReads == 0)
                return false;
            _refusedReads--;
            return true;
        }
    }

    internal (int Events, StreamCut Cut)? TakeCut(bool subscription)
    {
        lock (_lock)
        {
            var index = _cuts.FindIndex(one => one.Subscriptions == subscription);
            if (index < 0)
                return null;
            var (_, events, cut) = _cuts[index];
            _cuts.RemoveAt(index);
            return (events, cut);
        }
    }

    internal StreamCut? TakeRandomCut()
    {
        lock (_lock)
            return _randomCuts is var (random, chance, cuts) && random.NextDouble() < chance ? cuts[random.Next(cuts.Length)] : null;
    }

    /// <summary>Whether the double is dying, whether this append is still written, and whether it is the last.</summary>
    internal (bool Dying, bool Write, bool Last) TakeDeath()
    {
        lock (_lock)
        {
            if (_appendsToDie < 0)
                return default;
            if (_appendsToDie == 0)
                return (true, false, true);
            _appendsToDie--;
            return (true, true, _appendsToDie == 0);
        }
    }

    internal void Revive()
    {
        lock (_lock)
            _appendsToDie = -1;
    }
}
