using System.Text;
using Archive.Claims;
using Archive.Commands;
using Archive.Domain.Claims;
using Archive.Domain.Sources;
using Archive.IntegrationTests.Laws;
using Archive.IntegrationTests.Ledger;
using Archive.Ledger;
using Archive.LedgerAudits;
using Archive.Sources;

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
        await Archive.SignAsync();
        (await Archive.ChangeAsync(new LedgerKeyChange.Rotate())).ShouldBeNull();
        await Archive.DoAsync(new CaptureSource(
            Archive.Context(), "cage", new CaptureDraft(), new CaptureBytes(() => new MemoryStream(Encoding.UTF8.GetBytes("<!DOCTYPE html><html><body><p>The aircraft landed at Vnukovo.</p></body></html>")))));
        await Archive.SignAsync();
        await Archive.DoAsync(new RecordClaim(Archive.Context(), "birds/c2", new ClaimDraft("It landed", Filling.Nothing), [new CitationDraft("cage", Phrase: "landed at Vnukovo")]));
        await Archive.SignAsync();
        Entries = (await RandomArchive.EventsAsync(Archive)).Count;
        await Archive.ReopenAsync();
    }

    public ValueTask DisposeAsync() => Archive.DisposeAsync();

    internal Task<LedgerAudit> AuditAsync(string? file = null, int batch = 2_000) => Archive.AskAsync(new AuditLedger(file) { Batch = batch });
}
