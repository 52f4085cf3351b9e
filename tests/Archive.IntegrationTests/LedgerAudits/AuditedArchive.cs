using System.Text;
using Archive.Claims;
using Archive.Commands;
using Archive.Domain.Claims;
using Archive.Domain.Sources;
using Archive.IntegrationTests.Laws;
using Archive.Ledger;
using Archive.LedgerAudits;
using Archive.Sources;
using Microsoft.Extensions.DependencyInjection;

namespace Archive.IntegrationTests.LedgerAudits;

/// <summary>An archive with a few hundred entries of all kinds, which nobody projects while it is audited.</summary>
public sealed class AuditedArchive : IAsyncLifetime
{
    internal TestArchive Archive { get; private set; } = null!;

    /// <summary>How many entries it has.</summary>
    internal long Entries { get; private set; }

    public async ValueTask InitializeAsync()
    {
        Archive = await TestArchive.CreateAsync();
        await LogErasures.CanaryArchive.FillAsync(Archive, 7, 30);
        await SignAsync();
        (await Archive.Host.RotateLedgerKeyAsync(TestContext.Current.CancellationToken)).ShouldBeOfType<Outcome<LedgerKeyList>.Ok>();
        await Archive.DoAsync(new CaptureSource(
            Archive.Context(), "cage", new CaptureDraft(), new CaptureBytes(() => new MemoryStream(Encoding.UTF8.GetBytes("<!DOCTYPE html><html><body><p>The aircraft landed at Vnukovo.</p></body></html>")))));
        await SignAsync();
        await Archive.DoAsync(new RecordClaim(Archive.Context(), "birds/c2", new ClaimDraft("It landed", Filling.Nothing), [new CitationDraft("cage", Phrase: "landed at Vnukovo")]));
        await SignAsync();
        Entries = (await RandomArchive.EventsAsync(Archive)).Count;
        await Archive.ReopenAsync();
    }

    public ValueTask DisposeAsync() => Archive.DisposeAsync();

    /// <summary>What the ledger signed of its head.</summary>
    internal async Task<string> SignAsync() => (await Archive.Host.Services.GetRequiredService<Checkpoints>().FindLatestAsync(TestContext.Current.CancellationToken)).ShouldNotBeNull().Note.ToString();

    internal Task<LedgerAudit> AuditAsync(string? file = null, int batch = 2_000) => Archive.AskAsync(new AuditLedger(file) { Batch = batch });
}
