using Archive.Access;
using Archive.Claims;
using Archive.Corrections;
using Archive.Domain;
using Archive.Domain.Access;
using Archive.Domain.Authorities;
using Archive.Domain.Claims;
using Archive.Domain.Records;
using Archive.Domain.Sources;
using Archive.Domain.Time;
using Archive.Records;
using Archive.Sources;

namespace Archive.IntegrationTests.Closing;

/// <summary>
/// An archive in which a claim, a record, a source and a capture have a word of their own in every field; then each is closed in another way. A word is
/// also in the ids of whatever only the closed thing names.
/// </summary>
internal sealed class CanaryArchive : IAsyncDisposable
{
    public const string Claim = "zqclaim";
    public const string Record = "zqrecord";
    public const string Source = "zqsource";
    public const string Capture = "zqcapture";

    public static readonly string Bytes = new('a', 64);

    public static readonly string OtherBytes = new('b', 64);

    /// <summary>The words and the access of what they stand in.</summary>
    public static readonly IReadOnlyDictionary<string, AccessRule> Rules = new Dictionary<string, AccessRule>(StringComparer.Ordinal)
    {
        [Claim] = new(AccessKind.Closed, new DateOnly(2040, 1, 1), LegalBasis: "Deed of gift, section 4"),
        [Record] = new(AccessKind.Restricted, Roles: [Role.Editor], LegalBasis: "Order 17"),
        [Source] = new(AccessKind.Closed, LegalBasis: "Protection of informants"),
        [Capture] = new(AccessKind.Restricted, Roles: [Role.Contributor, Role.Editor], LegalBasis: "Licence of 2023"),
    };

    private CanaryArchive(TestArchive archive) => Archive = archive;

    public TestArchive Archive { get; }

    /// <summary>The last entry before anything was closed.</summary>
    public long Before { get; private set; }

    public static async Task<CanaryArchive> CreateAsync()
    {
        var canaries = new CanaryArchive(await TestArchive.CreateAsync());
        await canaries.FillAsync();
        canaries.Before = await canaries.HeadAsync();
        await canaries.SetAsync("claim/open/c1", Claim, null);
        await canaries.SetAsync("record/shut", Record, null);
        await canaries.SetAsync("source/s", Source, null);
        await canaries.SetAsync("source/t", Capture, Bytes);
        return canaries;
    }

    public async Task ReopenAsync()
    {
        foreach (var (subject, capture) in ((string, string?)[])[("claim/open/c1", null), ("record/shut", null), ("source/s", null), ("source/t", Bytes)])
            await Archive.DoAsync(new SetAccess(Archive.Context(), subject, AccessRule.Open, "Opened", capture));
    }

    public async Task<long> HeadAsync() => (await Archive.AskAsync(new ListRecords(Snapshots.AsOf.Latest, null, Snapshots.PageRequest.First))).AsOf.Entry;

    public ValueTask DisposeAsync() => Archive.DisposeAsync();

    private Task SetAsync(string subject, string word, string? capture) =>
        Archive.DoAsync(new SetAccess(Archive.Context(), subject, Rules[word], $"{word} in the words", capture));

    private async Task FillAsync()
    {
        foreach (var word in (string[])[Claim, Record])
        {
            await Archive.EstablishAsync($"{word}-person", AuthorityKind.Person, $"{word} person");
            await Archive.EstablishAsync($"{word}-place", AuthorityKind.Place, $"{word} place");
            await Archive.RegisterAsync($"{word}-source");
        }

        await FillSourcesAsync();
        await Archive.OpenAsync("open", "2023-03-20");
        await Archive.DoAsync(new OpenRecord(Archive.Context(), "shut", new RecordDraft(Record, Record, new DateDraft("2021-05-05", Record), [$"{Record}-place"], null, "Asia/Shanghai")));
        await Archive.RecordAsync("open/c3", "u");
        await FillClaimAsync("open/c1", Claim);
        await FillClaimAsync("shut/c1", Record);
        await Archive.DoAsync(new PlaceHold(Archive.Context(), "claim/open/c1", $"{Claim} basis", $"{Claim} hold"));
        await Archive.DoAsync(new PlaceHold(Archive.Context(), "record/shut", $"{Record} basis", $"{Record} hold"));

        // An open claim that rests on the closed source, on one that the closed source repeats, and on one whose capture is closed.
        await Archive.RecordAsync(
            "open/c2", new ClaimDraft("All may read this", Filling.Nothing, DerivedFrom: ["open/c1"]), new CitationDraft("s", Phrase: $"{Source} quote"), new CitationDraft("t"), new CitationDraft("u", Stance.Contradicts));
        await Archive.DoAsync(new DisputeClaim(Archive.Context(), "open/c2", "when", [new("one", [new("s", Phrase: $"{Source} in a dispute")]), new("two", [new("u")])]));
    }

    private async Task FillSourcesAsync()
    {
        await Archive.RegisterAsync("u");
        await Archive.RegisterAsync($"{Source}-origin");
        await Archive.RegisterAsync("t");
        await Archive.DoAsync(new RegisterSource(Archive.Context(), "s", new SourceDraft(
            SourceKind.Agency, $"{Source} title", false, $"{Source} publisher", $"{Source} author", $"https://example.org/{Source}", new DateDraft("2022-02-02", Source), null, $"{Source} access", false, $"{Source} note")));
        await Archive.DoAsync(new EstablishOrigin(Archive.Context(), "s", new SourceOrigin($"{Source}-origin", true), $"{Source} words"));
        await Archive.DoAsync(new RateSource(Archive.Context(), "s", Reliability.C, $"{Source} words"));
        await Archive.AppendAsync(new SourceCaptured("s", Copy(OtherBytes, Source), $"{Source} words"));
        await Archive.AppendAsync(new SourceCaptured("t", Copy(Bytes, Capture)));
    }

    private static Capture Copy(string digest, string word) => new(
        digest, 1, "text/plain", null, DateTimeOffset.UnixEpoch, word, CaptureMethod.Transfer, word, word, $"https://example.org/{word}", [new CaptureHeader("ETag", word)], word);

    private async Task FillClaimAsync(string id, string word)
    {
        var draft = new ClaimDraft(
            $"{word} says", new Meeting([$"{word}-person"], $"{word}-place", $"{word} format", [$"{word} subject"]), null, new DateDraft("2021-05-05", word), $"{word}-key", $"{word}-person");
        await Archive.RecordAsync(id, draft, new CitationDraft($"{word}-source", Phrase: $"{word} quote"));
        await Archive.DoAsync(new CorrectClaim(
            Archive.Context(), id, draft with { Says = $"{word} says otherwise" }, [new CitationDraft($"{word}-source", Phrase: $"{word} quote")],
            new Correction(CorrectionReason.Clarification, Fault.None, $"{word} words", $"{word} notice")));
        await Archive.DoAsync(new RateClaim(Archive.Context(), id, 3, $"{word} words"));
        await Archive.DoAsync(new RankClaim(Archive.Context(), id, Rank.Preferred, $"{word} words"));
        await Archive.DoAsync(new DisputeClaim(Archive.Context(), id, $"{word} question", [new($"{word} one", [new($"{word}-source")]), new($"{word} two", [new("u")])]));
        await Archive.DoAsync(new ResolveDispute(Archive.Context(), id, $"{word} question", DisputeOutcome.BothHold, null, $"{word} words", []));
        await Archive.DoAsync(new RetractClaim(Archive.Context(), id, RetractionReason.Legal, $"{word} words", $"{word} notice"));
    }
}
