using Archive.Commands;

namespace Archive.IntegrationTests.Laws;

/// <summary>An archive with a history of 2,000 events and more.</summary>
public sealed class LargeHistory : IAsyncLifetime
{
    public const int Least = 2_000;

    public const int Seed = 2_000;

    private const int Scale = 6;

    private const int Writers = 8;

    internal TestArchive Archive { get; private set; } = null!;

    /// <summary>What was accepted, and with which receipt.</summary>
    internal IReadOnlyList<(ICommand Command, Receipt Receipt)> Accepted { get; private set; } = [];

    /// <summary>
    /// Several write at the same time, since one after the other takes long. What each stream gets is the seed's; in which order the streams have it, the
    /// log alone says, and that is what every law is about.
    /// </summary>
    public async ValueTask InitializeAsync()
    {
        Archive = await TestArchive.CreateAsync();
        Archive.Host.StartProjecting();
        await RandomArchive.BeginAsync(Archive, new Histories(Seed, Scale));
        var written = await Task.WhenAll(Enumerable.Range(0, Writers).Select(writer => Task.Run(() => WriteAsync(new Histories(Seed + writer, Scale, Writers, writer)))));
        Accepted = [.. written.SelectMany(accepted => accepted)];
        await Archive.Host.CatchUpAsync(TestContext.Current.CancellationToken);
    }

    public ValueTask DisposeAsync() => Archive.DisposeAsync();

    private async Task<List<(ICommand Command, Receipt Receipt)>> WriteAsync(Histories histories)
    {
        var accepted = new List<(ICommand, Receipt)>();
        while (accepted.Count < Least / Writers)
        {
            var command = histories.Next()(Archive.Context());
            if (await Archive.SendAsync(command) is Outcome<Receipt>.Ok { Value: { Position: not null } receipt })
                accepted.Add((command, receipt));
        }

        return accepted;
    }
}
