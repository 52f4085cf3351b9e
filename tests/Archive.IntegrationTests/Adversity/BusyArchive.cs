using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;
using System.Runtime.CompilerServices;
using Archive.Claims;
using Archive.Cli.Opening;
using Archive.Commands;
using Archive.Domain.Claims;
using Archive.Domain.Records;
using Archive.Domain.Sources;
using Archive.EventLog;
using Archive.IntegrationTests.Laws;
using Archive.Projection;
using Archive.Records;
using Archive.Snapshots;
using Archive.Sources;
using Microsoft.Extensions.DependencyInjection;

namespace Archive.IntegrationTests.Adversity;

/// <summary>
/// An archive in one process that writers, readers and the projector work on whatever happens to its database. Every writer repeats a command,
/// with its id, until it is acknowledged; whatever is thrown at anybody is kept.
/// </summary>
internal sealed class BusyArchive : IAsyncDisposable
{
    /// <summary>Longer than anybody is kept waiting for an answer or a failure; who waits longer waits for ever.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(75);

    private const string Record = "flood";

    /// <summary>What stands in the log before the first claim: the source and the record.</summary>
    private const int Beginning = 2;

    private readonly CancellationTokenSource _enough = new();
    private readonly ConcurrentDictionary<Guid, Receipt> _acknowledged = new();
    private readonly TestArchive _archive;
    private readonly int _words;
    private Task[] _work = [];
    private int _claims;

    private BusyArchive(TestArchive archive, int words)
    {
        _archive = archive;
        _words = words;
    }

    public TestArchive Archive => _archive;

    public int Acknowledged => _acknowledged.Count;

    public ConcurrentQueue<Exception> ToldWriters { get; } = new();

    public ConcurrentQueue<Exception> ToldReaders { get; } = new();

    /// <param name="connectionString">A database of its own.</param>
    /// <param name="words">Length of each claim's text, which does not compress.</param>
    /// <param name="configure">Adds services, such as a log of its own.</param>
    public static async Task<BusyArchive> OpenAsync(string connectionString, int words = 30, Action<IServiceCollection>? configure = null)
    {
        // The clocks are real ones: they are compared when the database comes back, too.
        var archive = await TestArchive.OverAsync(connectionString, services =>
        {
            services.AddSingleton(TimeProvider.System).AddSingleton(ClockTolerance.Usual);
            configure?.Invoke(services);
        });
        await archive.DoAsync(new RegisterSource(archive.Context(), "s", new SourceDraft(SourceKind.Other, "T")));
        await archive.DoAsync(new OpenRecord(archive.Context(), Record, new RecordDraft("The flood")));
        return new BusyArchive(archive, words);
    }

    public void Begin(int writers, int readers, TimeSpan pause) => _work =
    [
        .. Enumerable.Range(0, writers).Select(i => Task.Run(() => WriteAsync(pause, seesItsOwn: i == 0))),
        .. Enumerable.Range(0, readers).Select(_ => Task.Run(() => ReadAsync(pause))),
    ];

    /// <summary>Waits until so many more are acknowledged: writers are at work, or are so again.</summary>
    public async Task GoOnAsync(int more)
    {
        var (began, before) = (Stopwatch.GetTimestamp(), Acknowledged);
        while (Acknowledged < before + more)
        {
            await Task.Delay(20, TestContext.Current.CancellationToken);
            _work.FirstOrDefault(work => work.IsFaulted)?.Exception?.ShouldBeNull();
            Stopwatch.GetElapsedTime(began).ShouldBeLessThan(TimeSpan.FromSeconds(90), string.Join('\n', ToldWriters.TakeLast(3)));
        }
    }

    /// <summary>Lets everybody finish what they are at.</summary>
    public async Task EndAsync()
    {
        await _enough.CancelAsync();
        await Task.WhenAll(_work);
    }

    /// <summary>
    /// Nobody was told anything but of an outage; what was acknowledged is there, once, and nothing else; entries are dense; the read models are
    /// the fold of the log; and all is well.
    /// </summary>
    public async Task CheckAsync()
    {
        foreach (var told in ToldWriters.Concat(ToldReaders))
            Outages.Explain(told).ShouldNotBeNull(told.ToString());
        await _archive.Host.CatchUpAsync(TestContext.Current.CancellationToken);
        var events = await RandomArchive.EventsAsync(_archive);
        events.Skip(Beginning).Select(logged => logged.Metadata.Command).Order().ShouldBe(_acknowledged.Keys.Order());
        events.Where(logged => _acknowledged.TryGetValue(logged.Metadata.Command, out var receipt) && receipt.Position != logged.Position).ShouldBeEmpty();
        var status = await _archive.AskAsync(new GetStatus());
        (status.Entry, status.Lag, status.Problems.Count).ShouldBe((events.Count, 0, 0), string.Join(' ', status.Problems));
        var folded = new FoldedArchive();
        foreach (var logged in events)
            folded.Fold(logged);
        (await RandomArchive.ReadAsync(_archive, events.Count)).ShouldBe(folded.ToJson());
        var entries = await _archive.ReadAsync(events.Count, snapshot => snapshot.EntriesAsync(Enumerable.Range(1, events.Count).Select(n => (long)n)));
        entries.OrderBy(entry => entry.Id).Select(entry => entry.EventId).ShouldBe(events.Select(logged => logged.Id));
    }

    public async ValueTask DisposeAsync()
    {
        await EndAsync();
        await _archive.DisposeAsync();
        _enough.Dispose();
    }

    private async Task WriteAsync(TimeSpan pause, bool seesItsOwn)
    {
        while (!_enough.IsCancellationRequested)
        {
            var id = string.Create(CultureInfo.InvariantCulture, $"{Record}/c{Interlocked.Increment(ref _claims)}");
            var command = new RecordClaim(Context(id), id, new ClaimDraft(Text(id), Filling.Nothing), [new CitationDraft("s")]);
            var receipt = await InsistAsync(ToldWriters, async () => (await _archive.Host.Sender.Send(command)).ShouldBeOfType<Outcome<Receipt>.Ok>().Value);
            _acknowledged[command.Context.CommandId] = receipt;
            if (seesItsOwn)
                await InsistAsync(ToldReaders, () => SeeAsync(id, receipt.Position!.Value));
            await Task.Delay(pause);
        }
    }

    private async Task<bool> SeeAsync(string id, LogPosition position)
    {
        await _archive.Host.WaitForAsync(position, CancellationToken.None);
        (await _archive.AskAsync(new GetClaim(id, AsOf.Latest))).Claim.Content!.Says.ShouldStartWith(id);
        return true;
    }

    /// <summary>
    /// As every entry after the beginning is a claim of the record, an answer can be wrong in two ways only: another number of claims, and an entry
    /// before one that was seen, unless the server crashed in between: then the read models may be of a moment before and catch up.
    /// </summary>
    private async Task ReadAsync(TimeSpan pause)
    {
        var (last, told) = (0L, 0);
        while (!_enough.IsCancellationRequested)
        {
            var answer = await InsistAsync(ToldReaders, () => _archive.AskAsync(new GetRecord(Record, AsOf.Latest, ClaimFilter.None, new PageRequest(1, 1))));
            if (ToldReaders.Count == told)
                answer.AsOf.Entry.ShouldBeGreaterThanOrEqualTo(last);
            ((long)answer.Claims.Total).ShouldBe(answer.AsOf.Entry - Beginning);
            (last, told) = (answer.AsOf.Entry, ToldReaders.Count);
            await Task.Delay(pause);
        }
    }

    /// <summary>Tries until it succeeds, and for a while after the end. What fails an assertion is no outage, and ends it.</summary>
    private async Task<T> InsistAsync<T>(ConcurrentQueue<Exception> told, Func<Task<T>> attempt, [CallerArgumentExpression(nameof(attempt))] string what = "")
    {
        for (var ending = default(long?); ;)
        {
            try
            {
                var trying = attempt();
                (await Task.WhenAny(trying, Task.Delay(Patience))).ShouldBe(trying, $"nothing comes of {what}");
                return await trying;
            }
            catch (Exception e) when (e is not ShouldAssertException)
            {
                told.Enqueue(e);
                if (_enough.IsCancellationRequested)
                    ending ??= Stopwatch.GetTimestamp();
                if (ending is { } since)
                    Stopwatch.GetElapsedTime(since).ShouldBeLessThan(Patience, e.ToString());
                await Task.Delay(100);
            }
        }
    }

    private static CommandContext Context(string id) => new(EventId.NameBased(Guid.Empty, System.Text.Encoding.UTF8.GetBytes(id)), "tester", null, Role: Domain.Access.Role.Editor);

    private string Text(string id)
    {
        var random = new byte[_words / 2];
        new Random(id.GetHashCode(StringComparison.Ordinal)).NextBytes(random);
        return $"{id} {Convert.ToHexStringLower(random)}";
    }
}
