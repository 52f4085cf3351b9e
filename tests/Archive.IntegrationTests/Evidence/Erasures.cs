using System.Text;
using Archive.Claims;
using Archive.Commands;
using Archive.Domain;
using Archive.Domain.Claims;
using Archive.Domain.Erasures;
using Archive.Evidence;
using Archive.Sources;

namespace Archive.IntegrationTests.Evidence;

/// <summary>Short ways to capture, quote and erase.</summary>
internal static class Erasures
{
    public static readonly ErasureOrder Order = new(ErasureReason.CourtOrder, "7 O 12/26", "The court ordered it.");

    /// <returns>The digest of the bytes.</returns>
    public static async Task<string> CaptureAsync(this TestArchive archive, string source, string text)
    {
        var bytes = Encoding.UTF8.GetBytes(text);
        await archive.DoAsync(Capture(archive, source, bytes));
        return Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(bytes));
    }

    public static CaptureSource Capture(TestArchive archive, string source, byte[] bytes) =>
        new(archive.Context(), source, new CaptureDraft(), new CaptureBytes(() => new MemoryStream(bytes), bytes.Length));

    public static Task QuoteAsync(this TestArchive archive, string claim, string source, string phrase) =>
        archive.DoAsync(new RecordClaim(archive.Context(), claim, new ClaimDraft($"What {claim} says", Filling.Nothing), [new CitationDraft(source, Phrase: phrase)]));

    public static EraseContent Erase(TestArchive archive, string subject, string? capture = null, int? version = null) => new(archive.Context(), subject, capture, version, Order);

    /// <summary>Orders it and waits until it is carried out.</summary>
    public static async Task<ErasureRecord> EraseAsync(this TestArchive archive, string subject, string? capture = null, int? version = null)
    {
        var receipt = await archive.DoAsync(Erase(archive, subject, capture, version));
        return await archive.AskAsync(new CarryOutErasure(subject, receipt.Revision));
    }

    public static async Task<string> RefusedAsync(this TestArchive archive, ICommand command) =>
        (await archive.SendAsync(command)).ShouldBeOfType<Outcome<Receipt>.Refused>().Refusal.Code;

    public static async Task<Quote> QuoteOfAsync(this TestArchive archive, string claim) =>
        (await archive.AskAsync(new GetClaim(claim, Snapshots.AsOf.Latest))).Claim.Citations.ShouldHaveSingleItem().Quote.ShouldNotBeNull();

    public static async Task<long> CountAsync(this TestArchive archive, string table)
    {
        await using var command = archive.Database.CreateCommand($"select count(*) from archive_content.{table}");
        return (long)(await command.ExecuteScalarAsync(TestContext.Current.CancellationToken))!;
    }
}
