using System.Text.Json;
using Archive.Commands;
using Archive.Corrections;
using Archive.Domain.Claims;
using Archive.Domain.Events;
using Archive.IntegrationTests.BadInput;
using Archive.IntegrationTests.Crashes;
using Archive.Records;
using Archive.Snapshots;

namespace Archive.IntegrationTests.Projection;

/// <summary>Writers and readers of an archive, at two hosts, who bear no error, no gap and no other final answer.</summary>
internal sealed class ArchiveLife : IAsyncDisposable
{
    private const int Writers = 4;

    private readonly TestArchive _archive;
    private readonly ArchiveHost _other;
    private readonly int _claims;
    private readonly CancellationTokenSource _ending = new();
    private readonly List<Task> _living = [];
    private int _written;
    private int _read;

    private ArchiveLife(TestArchive archive, ArchiveHost other, int claims) => (_archive, _other, _claims) = (archive, other, claims);

    public static async Task<ArchiveLife> BeginAsync(TestArchive archive, ArchiveHost other, GeneratedDossier dossier)
    {
        archive.Host.StartProjecting();
        other.StartProjecting();
        var latest = await archive.AskAsync(Question(AsOf.Latest));
        var finals = new List<(AsOf Moment, string Answer)>();
        foreach (var moment in (AsOf[])[new AsOf.Entry(60), new AsOf.Entry(dossier.Events / 2), new AsOf.Entry(dossier.Events), new AsOf.Time(latest.AsOf.RecordedAt!.Value)])
            finals.Add((moment, await AnswerAsync(archive.Host, moment)));
        var life = new ArchiveLife(archive, other, latest.Claims.Total);
        life._living.AddRange(Enumerable.Range(0, Writers).Select(writer => Task.Run(() => life.WriteAsync(writer))));
        life._living.Add(Task.Run(() => life.ReadFinalAnswersAsync(finals)));
        life._living.Add(Task.Run(life.ReadTheLatestAsync));
        return life;
    }

    /// <summary>Returns when some have written and some have read after it was called.</summary>
    public void GoesOn()
    {
        var (written, read) = (Volatile.Read(ref _written) + 5, Volatile.Read(ref _read) + 4);
        SpinWait.SpinUntil(
            () => (Volatile.Read(ref _written) >= written && Volatile.Read(ref _read) >= read) || _living.Exists(task => task.IsCompleted),
            TimeSpan.FromSeconds(60)).ShouldBeTrue("writers and readers go on");
    }

    /// <returns>How many corrections were acknowledged.</returns>
    public async Task<int> EndAsync()
    {
        await _ending.CancelAsync();
        await Task.WhenAll(_living);
        return _written;
    }

    public async ValueTask DisposeAsync()
    {
        await _ending.CancelAsync();
        await Task.WhenAll(_living).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        _ending.Dispose();
    }

    private static GetRecord Question(AsOf asOf) => new(GeneratedDossier.Record, asOf, ClaimFilter.None, new PageRequest(1, 20)) { Asker = TestArchive.Tester };

    private static async Task<string> AnswerAsync(ArchiveHost host, AsOf asOf) =>
        JsonSerializer.Serialize((await host.Sender.Send(Question(asOf))).ShouldBeOfType<Outcome<RecordSnapshot>.Ok>().Value, ArchiveJson.Options);

    private ArchiveHost Host(int number) => number % 2 == 0 ? _archive.Host : _other;

    private async Task WriteAsync(int writer)
    {
        for (var i = writer; !_ending.IsCancellationRequested; i++)
        {
            var correction = new CorrectClaim(
                _archive.Context(), $"{GeneratedDossier.Record}/c{i % _claims}", new ClaimDraft($"by {writer}, {i}", Filling.Nothing), [new("s1")], SmallArchive.Why);
            (await Host(writer).Sender.Send(correction)).ShouldBeOfType<Outcome<Receipt>.Ok>();
            Interlocked.Increment(ref _written);
        }
    }

    private async Task ReadFinalAnswersAsync(List<(AsOf Moment, string Answer)> finals)
    {
        for (var i = 0; !_ending.IsCancellationRequested; i++)
        {
            var (moment, answer) = finals[i / 2 % finals.Count];
            (await AnswerAsync(Host(i), moment)).ShouldBe(answer, $"{moment}");
            Interlocked.Increment(ref _read);
        }
    }

    /// <summary>What was once answered is behind every later answer.</summary>
    private async Task ReadTheLatestAsync()
    {
        var entry = 0L;
        for (var i = 0; !_ending.IsCancellationRequested; i++)
        {
            var latest = (await Host(i).Sender.Send(Question(AsOf.Latest))).ShouldBeOfType<Outcome<RecordSnapshot>.Ok>().Value;
            latest.AsOf.Entry.ShouldBeGreaterThanOrEqualTo(entry);
            latest.Claims.Total.ShouldBe(_claims);
            entry = latest.AsOf.Entry;
            Interlocked.Increment(ref _read);
        }
    }
}
