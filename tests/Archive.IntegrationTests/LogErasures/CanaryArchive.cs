using Archive.Authorities;
using Archive.Claims;
using Archive.Commands;
using Archive.Corrections;
using Archive.Domain.Authorities;
using Archive.Domain.Claims;
using Archive.Domain.Records;
using Archive.Domain.Sources;
using Archive.EventLog;
using Archive.IntegrationTests.Laws;
using Archive.Records;
using Archive.Sources;

namespace Archive.IntegrationTests.LogErasures;

/// <summary>Events of every kind of stream, each with a word that stands nowhere else, among those of a random history.</summary>
internal static class CanaryArchive
{
    /// <summary>Sends them, and more of the random history in between.</summary>
    /// <returns>Each event's word by its entry.</returns>
    public static async Task<IReadOnlyDictionary<long, string>> FillAsync(TestArchive archive, int seed, int commands)
    {
        var (histories, words) = (new Histories(seed), new List<string>());
        await RandomArchive.BeginAsync(archive, histories);
        foreach (var command in Commands(archive, seed, words))
        {
            (await archive.SendAsync(command)).ShouldBeOfType<Outcome<Receipt>.Ok>(command.GetType().Name);
            await RandomArchive.GoOnAsync(archive, histories, commands);
        }

        var events = await RandomArchive.EventsAsync(archive);
        return words.ToDictionary(word => 1L + events.Select((logged, at) => (logged, at)).Single(pair => Has(pair.logged, word)).at, word => word);
    }

    public static bool Has(LoggedEvent logged, string word) => System.Text.Encoding.UTF8.GetString(logged.Data.Span).Contains(word, StringComparison.Ordinal);

    private static IEnumerable<ICommand> Commands(TestArchive archive, int seed, List<string> words)
    {
        CommandContext Context() => archive.Context();
        string Word()
        {
            words.Add($"canary-{seed}-{words.Count}-x");
            return words[^1];
        }

        yield return new OpenRecord(Context(), "birds", new RecordDraft(Word()));
        yield return new DescribeRecord(Context(), "birds", new RecordDraft("Birds"), Word());
        yield return new EstablishAuthority(Context(), "keeper", AuthorityKind.Person, new AuthorityDescription(new AuthorityName(Word()), [], []));
        yield return new DescribeAuthority(Context(), "keeper", new AuthorityDescription(new AuthorityName("Keeper"), [], []), Word());
        yield return new RegisterSource(Context(), "cage", new SourceDraft(SourceKind.Agency, Word()));
        yield return new DescribeSource(Context(), "cage", new SourceDraft(SourceKind.Agency, "Cage"), Word());
        yield return new RateSource(Context(), "cage", Reliability.B, Word());
        yield return new EstablishOrigin(Context(), "cage", new SourceOrigin("s1", true), Word());
        yield return new WithdrawOrigin(Context(), "cage", Word());
        yield return new RecordClaim(Context(), "birds/c1", Draft(Word()), [new("cage"), new("s1")]);
        yield return new CiteSource(Context(), "birds/c1", new CitationDraft("s2", Phrase: Word()));
        yield return new DisputeClaim(Context(), "birds/c1", Word(), [new("one", [new("s1")]), new("two", [new("cage")])]);
        yield return new ResolveDispute(Context(), "birds/c1", "1", DisputeOutcome.OneVersion, "2", Word(), []);
        yield return new ReopenDispute(Context(), "birds/c1", "1", Word());
        yield return new CorrectClaim(Context(), "birds/c1", Draft(Word()), [new("cage"), new("s1")], new Correction(CorrectionReason.Clarification, Fault.None, "why"));
        yield return new WithdrawCitation(Context(), "birds/c1", 2, Word());
        yield return new RateClaim(Context(), "birds/c1", 2, Word());
        yield return new RankClaim(Context(), "birds/c1", Rank.Preferred, Word());
        yield return new RetractClaim(Context(), "birds/c1", RetractionReason.Wrong, Word());
        yield return new ReinstateClaim(Context(), "birds/c1", Word());
    }

    private static ClaimDraft Draft(string word) => new(word, new Meeting(["keeper"], null, null, []));
}
