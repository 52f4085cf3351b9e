using Archive.Access;
using Archive.Domain.Access;
using Archive.IntegrationTests.Laws;
using Archive.IntegrationTests.Ledger;
using Archive.LedgerAudits;

namespace Archive.IntegrationTests.LedgerAudits;

/// <summary>Audits of a ledger that nobody changed behind the archive's back.</summary>
public sealed class LedgerAuditTests(AuditedArchive audited) : IClassFixture<AuditedArchive>
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task What_was_recorded_and_nothing_else_is_found_again()
    {
        var audit = await audited.AuditAsync();
        audit.Difference.ShouldBeNull($"{audit.Difference}");
        (audit.AsOf.Entry, audit.Entries, audit.Versions, audit.ResumedAfter).ShouldBe((audited.Entries, audited.Entries, audited.Entries, null));
        (audit.References > 0, audit.Tiles > 1, audit.Root?.Length).ShouldBe((true, true, 64));
    }

    [Fact]
    public async Task An_audit_that_was_interrupted_goes_on_where_it_was()
    {
        var folder = Directory.CreateTempSubdirectory("archive-audit-").FullName;
        try
        {
            var file = Path.Combine(folder, "audit.json");
            var whole = await audited.AuditAsync();
            await InterruptAsync(file, audited.Entries / 2);
            File.Exists(file).ShouldBeTrue();
            var resumed = await audited.AuditAsync(file);
            resumed.Difference.ShouldBeNull($"{resumed.Difference}");
            resumed.ResumedAfter.ShouldNotBeNull().ShouldBeInRange(1, audited.Entries - 1);
            (resumed with { ResumedAfter = null }).ShouldBe(whole);
            File.Exists(file).ShouldBeFalse();
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    /// <summary>Versions that are open when it begins are closed, tiles grow, the head moves on and is signed.</summary>
    [Fact]
    public async Task An_audit_is_as_of_the_head_when_it_began_whatever_is_recorded_meanwhile()
    {
        await using var archive = await RandomArchive.CreateAsync(5, 40);
        var began = await archive.HeadAsync();
        var writing = Task.CompletedTask;
        var writes = new Writing(() => writing = RandomArchive.GoOnAsync(archive, new Histories(6), 60));
        var audit = await archive.AskAsync(new AuditLedger(Progress: writes) { Batch = 8 });
        await writing;
        audit.Difference.ShouldBeNull($"{audit.Difference}");
        (audit.AsOf.Entry, audit.Entries).ShouldBe((began.Entry, began.Entry));
        (await archive.HeadAsync()).Entry.ShouldBeGreaterThan(began.Entry);
        (await archive.AskAsync(new AuditLedger() { Batch = 8 })).Difference.ShouldBeNull();

        // What was written behind an audited entry is in its place, too: a former entry's audit with the present tables.
        await archive.Host.RebuildAsync(null, Cancellation);
        (await archive.AskAsync(new AuditLedger())).Difference.ShouldBeNull();
    }

    [Fact]
    public async Task A_log_that_was_changed_behind_the_archives_back_is_named_on_either_log()
    {
        await using var archive = await RandomArchive.CreateAsync(9, 20);
        var entry = (await RandomArchive.EventsAsync(archive)).Select((logged, at) => (logged, at)).First(pair => pair.logged.Stream == "source/s1").at + 1;
        await archive.ReopenAsync();
        await archive.Tampering.RetitleAsync("s1");
        var difference = (await archive.AskAsync(new AuditLedger())).Difference.ShouldNotBeNull();
        (difference.Part, difference.Entry, difference.Stream).ShouldBe((LedgerPart.Event, (long)entry, "source/s1"));
    }

    [Fact]
    public async Task An_archive_without_entries_is_sound()
    {
        await using var archive = await TestArchive.CreateAsync();
        var audit = await archive.AskAsync(new AuditLedger());
        (audit.Difference, audit.Entries, audit.Root).ShouldBe((null, 0L, null));
    }

    [Fact]
    public async Task A_file_that_says_nothing_of_use_begins_the_audit_anew()
    {
        var file = Path.GetTempFileName();
        await File.WriteAllTextAsync(file, "{\"format\": \"ledger-audit.v1\", \"head\": 3}", Cancellation);
        (await audited.AuditAsync(file)).ShouldBe(await audited.AuditAsync());
    }

    [Fact]
    public async Task Readers_contributors_and_editors_may_not_audit()
    {
        foreach (var role in new[] { Role.Reader, Role.Contributor, Role.Editor })
            (await audited.Archive.Host.Sender.Send(new AuditLedger { Asker = new Asker("somebody", role) }, Cancellation)).ShouldBeOfType<Outcome<LedgerAudit>.Forbidden>();
        (await audited.Archive.Host.Sender.Send(new AuditLedger("relative.json") { Asker = TestArchive.Tester }, Cancellation)).ShouldBeOfType<Outcome<LedgerAudit>.Invalid>();
    }

    /// <summary>Stops it once so many entries were compared.</summary>
    private async Task InterruptAsync(string file, long entries)
    {
        using var stop = new CancellationTokenSource();
        var run = new AuditLedger(file, Progress: new Stopping(stop, entries)) { Asker = TestArchive.Tester, Batch = 16 };
        await Should.ThrowAsync<OperationCanceledException>(() => audited.Archive.Host.Sender.Send(run, stop.Token));
    }

    private sealed class Writing(Action begin) : IProgress<LedgerAuditProgress>
    {
        private int _begun;

        public void Report(LedgerAuditProgress value)
        {
            if (Interlocked.Exchange(ref _begun, 1) == 0)
                begin();
        }
    }

    private sealed class Stopping(CancellationTokenSource stop, long entries) : IProgress<LedgerAuditProgress>
    {
        public void Report(LedgerAuditProgress value)
        {
            if (value.Entries >= entries)
                stop.Cancel();
        }
    }
}
