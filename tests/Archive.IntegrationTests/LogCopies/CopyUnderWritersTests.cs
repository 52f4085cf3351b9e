using System.Collections.Concurrent;
using Archive.Commands;
using Archive.Domain.Sources;
using Archive.IntegrationTests.Laws;
using Archive.LogCopies;
using Archive.Projection;
using Archive.Sources;

namespace Archive.IntegrationTests.LogCopies;

public sealed class CopyUnderWritersTests
{
    private const int Writers = 16;

    [Theory]
    [InlineData("postgres", "archive")]
    [InlineData("archive", "postgres")]
    [InlineData("postgres", "other")]
    public async Task What_is_acknowledged_while_an_archive_moves_is_there_once_and_what_is_refused_takes_effect_once_when_repeated(string from, string to)
    {
        await using var moving = await MovingArchive.CreateAsync();
        await moving.FillAsync(from, 101, 20);
        var (acknowledged, refused) = (new ConcurrentQueue<ICommand>(), new ConcurrentQueue<ICommand>());
        CopiedLog copied;
        await using (var old = await moving.OpenAsync(from))
        {
            old.Host.StartProjecting();
            var writers = Enumerable.Range(0, Writers).Select(writer => Task.Run(() => WriteAsync(old, writer, acknowledged, refused))).ToArray();
            while (acknowledged.Count < 5 * Writers)
                await Task.Delay(5, TestContext.Current.CancellationToken);
            copied = await moving.CopiedAsync(from, to);
            await Task.WhenAll(writers);
        }

        refused.Count.ShouldBe(Writers);
        acknowledged.Count.ShouldBeGreaterThan(5 * Writers);
        var compared = await moving.CompareAsync(from, to);
        (compared.Equal, compared.Events, compared.RootHash).ShouldBe((true, copied.Events, copied.RootHash));
        await using var moved = await moving.OpenAsync(to);
        var events = await RandomArchive.EventsAsync(moved);
        var counts = events.CountBy(logged => logged.Metadata.Command).ToDictionary(pair => pair.Key, pair => pair.Value);
        acknowledged.ShouldAllBe(command => counts[command.Context.CommandId] == 1);
        refused.ShouldAllBe(command => !counts.ContainsKey(command.Context.CommandId));

        foreach (var command in refused.Concat(refused).Concat(acknowledged.Take(50)))
            (await moved.SendAsync(command)).ShouldBeOfType<Outcome<Receipt>.Ok>();
        await moved.Host.CatchUpAsync(TestContext.Current.CancellationToken);

        events = await RandomArchive.EventsAsync(moved);
        events.Count.ShouldBe((int)copied.Events + Writers);
        await Law.EntriesAreDenseAsync(moved, events);
        await Law.AsOfIsTheFoldAsync(moved, events, [1, copied.Events, events.Count], $"{from} to {to}");
        (await moved.AskAsync(new GetStatus())).Ready.ShouldBeTrue();
    }

    /// <summary>Until it is refused.</summary>
    private static async Task WriteAsync(TestArchive archive, int writer, ConcurrentQueue<ICommand> acknowledged, ConcurrentQueue<ICommand> refused)
    {
        for (var i = 0; ; i++)
        {
            var command = new RegisterSource(archive.Context(), $"w{writer}-{i}", new SourceDraft(SourceKind.Agency, $"Source {i} of {writer}"), null);
            switch (await archive.SendAsync(command))
            {
                case Outcome<Receipt>.Ok:
                    acknowledged.Enqueue(command);
                    break;
                case Outcome<Receipt>.Refused no:
                    no.Refusal.Code.ShouldBe("log-closed");
                    refused.Enqueue(command);
                    return;
                case var other:
                    throw new InvalidOperationException($"{other}");
            }
        }
    }
}
