using Archive.Authorities;
using Archive.Claims;
using Archive.Corrections;
using Archive.Domain.Authorities;
using Archive.Domain.Claims;
using Archive.Domain.Time;
using Archive.Sources;

namespace Archive.IntegrationTests.Queries;

/// <summary>An archive that is only read: the record <c>visit</c> to filter and the record <c>order</c> to sort and page.</summary>
public sealed class VisitArchive : IAsyncLifetime
{
    private const string Moscow = "Europe/Moscow";

    internal TestArchive Archive { get; private set; } = null!;

    public async ValueTask InitializeAsync()
    {
        Archive = await TestArchive.CreateAsync();
        await Archive.EstablishAsync("xi", AuthorityKind.Person, "Xi Jinping", "习近平", "Си Цзиньпин", "شي جين بينغ");
        await Archive.EstablishAsync("xi-2", AuthorityKind.Person, "Si Czinpin");
        await Archive.EstablishAsync("putin", AuthorityKind.Person, "Vladimir Putin");
        await Archive.EstablishAsync("chernyshenko", AuthorityKind.Person, "Dmitry Chernyshenko");
        await Archive.EstablishAsync("vnukovo", AuthorityKind.Place, "Vnukovo", "Внуково");
        await Archive.EstablishAsync("vnukovo-2", AuthorityKind.Place, "Vnukovo-2");
        await Archive.EstablishAsync("kremlin", AuthorityKind.Place, "Kremlin");
        foreach (var source in (string[])["tass", "tass-old", "xinhua", "unn"])
            await Archive.RegisterAsync(source);
        await Archive.OpenAsync("visit", "2023-03-20/2023-03-22", Moscow);
        await RecordVisitAsync();
        await Archive.DoAsync(new MergeAuthority(Archive.Context(), "xi-2", "xi", "the same"));
        await Archive.DoAsync(new MergeAuthority(Archive.Context(), "vnukovo-2", "vnukovo", "the same"));
        await Archive.DoAsync(new MergeSource(Archive.Context(), "tass-old", "tass", "the same"));
        await Archive.DoAsync(new DisputeClaim(Archive.Context(), "visit/c4", "who", [new("one", [new("unn")]), new("two", [new("xinhua")])]));
        await Archive.DoAsync(new RetractClaim(Archive.Context(), "visit/c5", RetractionReason.Wrong, "not so"));
        await RecordOrderAsync();
    }

    public ValueTask DisposeAsync() => Archive.DisposeAsync();

    private async Task RecordVisitAsync()
    {
        await Archive.RecordAsync(
            "visit/c1", new ClaimDraft("Xi arrives at Vnukovo", new Arrival(["xi"], "vnukovo", ["chernyshenko"]), Occurred: new DateDraft("2023-03-20", "00:30", Moscow)), new CitationDraft("tass"));
        await Archive.RecordAsync(
            "visit/c2", new ClaimDraft("习近平与普京会谈", new Meeting(["xi", "putin"], "kremlin", null, []), Occurred: new DateDraft("2023-03-21", null, Moscow)), new CitationDraft("xinhua"));
        await Archive.RecordAsync(
            "visit/c3", new ClaimDraft("Сказал: «Ёлка»", new Statement(["xi-2"], null, null, null, []), Occurred: new DateDraft("2023-03", null, Moscow), AccordingTo: "putin"), new CitationDraft("tass-old"));
        await Archive.RecordAsync(
            "visit/c4", new ClaimDraft("رَحَّبَ الرئيس", new Reaction([], null, null, null), Occurred: new DateDraft("2023-03-20/2023-03-22", null, Moscow)), new CitationDraft("unn"));
        await Archive.RecordAsync("visit/c5", new ClaimDraft("Cafe\u0301 in der Straße, ΟΔΌΣ", new Background([], "vnukovo-2")), new CitationDraft("unn"));
    }

    /// <summary>Claims c1 to c10, recorded in that order, with dates that sort otherwise.</summary>
    private async Task RecordOrderAsync()
    {
        await Archive.OpenAsync("order");
        string?[] dates = [null, "2023-03-20", "../2023-03-20", "2023-03-20/..", "2023-03-20", "2023-03", "2023-03-21", "/2023-03", "2023-03-20/", null];
        for (var i = 0; i < dates.Length; i++)
            await Archive.RecordAsync($"order/c{i + 1}", new ClaimDraft("x", Filling.Nothing, Occurred: dates[i] is { } date ? new DateDraft(date) : null), new CitationDraft("unn"));
    }
}
