using Archive.Claims;
using Archive.Commands;
using Archive.Domain.Claims;
using Archive.Domain.Reviews;
using Archive.Reviews;

namespace Archive.IntegrationTests.Reviews;

/// <summary>An archive with the record r, the sources s and t, and the claim r/c1 that rests on s: entries 1 to 4. Ann proposes, ben decides.</summary>
internal static class ReviewArchive
{
    public static readonly ClaimDraft Lands = new("It lands", Filling.Nothing);

    public static readonly ProposedCorrection Correcting = new(Lands, [new("s"), new("t")], CorrectionReason.WrongTime, Fault.Source, "The clock was seen", "We erred");

    public static readonly ProposedRetraction Retracting = new(RetractionReason.Fabricated, "made up");

    public static readonly ProposedCitation Citing = new(new CitationDraft("t"), "one more");

    public static readonly ProposedClaim Claiming = new(Lands, [new("t")]);

    public static async Task<TestArchive> CreateAsync()
    {
        var archive = await TestArchive.CreateAsync();
        await archive.OpenAsync("r");
        await archive.RegisterAsync("s");
        await archive.RegisterAsync("t");
        await archive.RecordAsync("r/c1", "s");
        return archive;
    }

    public static CommandContext By(this TestArchive archive, string actor, long? expectedRevision = null) => archive.Context(expectedRevision) with { Actor = actor };

    public static Task<Receipt> ProposeAsync(this TestArchive archive, string claim, ProposedChange change, string? words = null, string actor = "ann") =>
        archive.DoAsync(new SubmitProposal(archive.By(actor), claim, change, words));

    public static Task<Receipt> AcceptAsync(this TestArchive archive, string claim, int number) => archive.DoAsync(new AcceptProposal(archive.By("ben"), claim, number, "checked"));
}
