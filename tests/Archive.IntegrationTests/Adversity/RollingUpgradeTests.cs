using Archive.Commands;
using Archive.Domain.Access;
using Archive.Domain.Sources;
using Archive.EventLog;
using Archive.Projection;
using Archive.Provenance;
using Archive.Snapshots;
using Archive.Sources;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;
using System.Diagnostics;

namespace Archive.IntegrationTests.Adversity;

/// <summary>Two builds of different projection version on one database; each is known to PostgreSQL by its name.</summary>
public sealed class RollingUpgradeTests : IAsyncLifetime
{
    private const string Older = "older";
    private const string Newer = "newer";

    private TestDatabase _database = null!;
    private ArchiveHost _older = null!;
    private ArchiveHost _newer = null!;
    private int _commands;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        _database = await TestDatabase.CreateAsync();
        _older = await OpenAsync(Older, 1_001);
        _newer = await OpenAsync(Newer, 1_002);
    }

    public async ValueTask DisposeAsync()
    {
        await _older.DisposeAsync();
        await _newer.DisposeAsync();
        await _database.DisposeAsync();
    }

    [Fact]
    public async Task Both_serve_and_record_and_the_one_of_the_heads_version_projects()
    {
        // The newer one begins first, so that it could have the lease.
        _newer.StartProjecting();
        _older.StartProjecting();
        await BothRecordAndSeeAsync("before");
        await OnlyProjectsAsync(Older);
        (await StatusAsync(_older)).ProjectionVersion.ShouldBe(1_001);

        (await _newer.RebuildAsync(null, Cancellation)).Entries.ShouldBe(2);

        await BothRecordAndSeeAsync("after");
        await OnlyProjectsAsync(Newer);
        var status = await StatusAsync(_newer);
        (status.Entry, status.Lag, status.Generation, status.ProjectionVersion).ShouldBe((4, 0, 2, 1_002));
    }

    [Fact]
    public async Task Where_none_of_the_heads_version_projects_whoever_waits_is_told_and_nothing_is_projected_until_one_does()
    {
        var position = await RecordAsync(_newer, "s");

        var stopped = await Should.ThrowAsync<ProjectionStoppedException>(() => _newer.WaitForAsync(position, Cancellation));

        stopped.Code.ShouldBe("projection-version");
        stopped.Message.ShouldContain("1001");
        stopped.Message.ShouldContain("1002");
        var status = await StatusAsync(_newer);
        (status.Entry, status.Lag, status.Ready, status.Stopped).ShouldBe((0, 1, false, stopped.Message));
        status.Problems.ShouldHaveSingleItem().Code.ShouldBe("projection-version");
        // It is the newer one's affair: to the older one nothing is wrong.
        (await StatusAsync(_older)).Ready.ShouldBeTrue();

        _older.StartProjecting();
        await _newer.WaitForAsync(position, Cancellation);
        (await StatusAsync(_newer)).Ready.ShouldBeTrue();
    }

    private async Task BothRecordAndSeeAsync(string when)
    {
        foreach (var (host, name) in new[] { (_older, Older), (_newer, Newer) })
        {
            var position = await RecordAsync(host, $"{when}-{name}");
            foreach (var reader in new[] { _older, _newer })
            {
                await reader.WaitForAsync(position, Cancellation);
                (await reader.Sender.Send(new ListClaimsRestingOn($"{when}-{name}", AsOf.Latest, ClaimFilter.None, PageRequest.First).AsTester(), Cancellation))
                    .ShouldBeOfType<Outcome<RestingClaims>.Ok>();
                (await StatusAsync(reader)).Problems.ShouldBeEmpty();
            }
        }
    }

    /// <summary>One of them gets the lease and keeps it.</summary>
    private async Task OnlyProjectsAsync(string name)
    {
        var seen = 0;
        for (var began = Stopwatch.GetTimestamp(); seen < 20; await Task.Delay(50, Cancellation))
        {
            seen = (await HolderAsync())?.Contains(name, StringComparison.Ordinal) == true ? seen + 1 : 0;
            Stopwatch.GetElapsedTime(began).ShouldBeLessThan(TimeSpan.FromSeconds(60), $"{name} never got the lease for good");
        }
    }

    private async Task<string?> HolderAsync()
    {
        await using var connection = new NpgsqlConnection(_database.ConnectionString);
        await connection.OpenAsync(Cancellation);
        await using var command = new NpgsqlCommand(
            """
            select application_name from pg_locks join pg_stat_activity using (pid)
            where locktype = 'advisory' and granted and objsubid = 1 and (classid::bigint << 32 | objid::bigint) = $1
              and database = (select oid from pg_database where datname = current_database())
            """,
            connection)
        {
            Parameters = { new() { Value = ProjectorLease.LeaseLock } },
        };
        return (string?)await command.ExecuteScalarAsync(Cancellation);
    }

    private Task<ArchiveHost> OpenAsync(string name, int version) => TestArchive.OpenHostAsync(
        new NpgsqlConnectionStringBuilder(_database.ConnectionString) { ApplicationName = name }.ConnectionString,
        services => services.AddSingleton(new ProjectionVersion(version)));

    private async Task<LogPosition> RecordAsync(ArchiveHost host, string id)
    {
        var context = new CommandContext(EventId.NameBased(Guid.Empty, BitConverter.GetBytes(++_commands)), "tester", null, Role: Role.Administrator);
        var outcome = await host.Sender.Send(new RegisterSource(context, id, new SourceDraft(SourceKind.Other, "T")), Cancellation);
        return outcome.ShouldBeOfType<Outcome<Receipt>.Ok>().Value.Position!.Value;
    }

    private static async Task<ArchiveStatus> StatusAsync(ArchiveHost host) =>
        (await host.Sender.Send(new GetStatus(), Cancellation)).ShouldBeOfType<Outcome<ArchiveStatus>.Ok>().Value;
}
