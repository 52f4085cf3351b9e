using System.Text.Json;
using Archive.Domain;
using Archive.Domain.Access;
using Archive.Domain.Authorities;
using Archive.Domain.Claims;
using Archive.Domain.Erasures;
using Archive.Domain.Events;
using Archive.Domain.Ledger;
using Archive.Domain.Records;
using Archive.Domain.Sources;
using Archive.Dossiers;
using Archive.Tests.Dossiers;
using CsCheck;

namespace Archive.Tests.Erasures;

/// <summary>The folds take an erased event of any type in any place.</summary>
public sealed class ErasedHistoryTests
{
    private static readonly byte[] Form = ErasedForm.Write(new ErasedPayload(default, ErasureReason.CourtOrder, "12 C 34/26"));

    [Fact]
    public void Whatever_is_erased_of_a_history_it_folds_and_says_so() => Gen.Select(Gen.Int[0, 100_000], Gen.Int[1, 4]).Sample(
        (seed, oneIn) =>
        {
            var random = new Random(seed);
            var states = new Dictionary<string, object>(StringComparer.Ordinal);
            var erased = new Dictionary<string, int>(StringComparer.Ordinal);
            foreach (var happened in RandomHistory.Of(seed, 60).Log.Select(past => past.Event))
            {
                var isErased = random.Next(oneIn) == 0;
                states[happened.Stream] = StreamFold.Evolve(states.GetValueOrDefault(happened.Stream), isErased ? Erase(happened) : happened);
                if (isErased)
                    erased[happened.Stream] = erased.GetValueOrDefault(happened.Stream) + 1;
            }

            foreach (var (stream, state) in states)
            {
                (ErasedOf(state)?.Count ?? 0).ShouldBe(erased.GetValueOrDefault(stream), stream);
                var json = JsonSerializer.Serialize(state, state.GetType(), ArchiveJson.Options);
                JsonSerializer.Serialize(JsonSerializer.Deserialize(json, state.GetType(), ArchiveJson.Options), state.GetType(), ArchiveJson.Options).ShouldBe(json);
            }
        },
        iter: 300);

    [Fact]
    public void What_is_exported_of_a_history_of_which_something_was_erased_says_so_and_can_be_read() => Gen.Select(Gen.Int[0, 100_000], Gen.Int[1, 6]).Sample(
        (seed, oneIn) =>
        {
            var random = new Random(seed);
            var events = RandomHistory.Of(seed, 60).Log.Select(past => random.Next(oneIn) == 0 ? past with { Event = Erase(past.Event) } : past).ToArray();

            var files = DossierWriter.Write("r", events, new HashSet<string>(StringComparer.Ordinal));

            files[0].Text.Contains("# Erased", StringComparison.Ordinal).ShouldBe(Array.Exists(events, past => past.Event is ErasedEvent));
        },
        iter: 200);

    public static TheoryData<string> Names => [.. EventCatalogue.Types.Keys.Concat(EventCatalogue.FormerNames).Order(StringComparer.Ordinal)];

    [Theory, MemberData(nameof(Names))]
    public void Every_fold_takes_an_erased_event_of_every_type_in_every_place(string name)
    {
        foreach (var stream in (string[])["record/r", "authority/a", "source/s", "claim/r/c1", "actor/a", "key/k"])
        {
            object? state = null;
            for (var i = 0; i < 3; i++)
            {
                state = EventCatalogue.Deserialize(name, Form, stream) switch
                {
                    IActorEvent e => Actor.Evolve((Actor?)state, e),
                    IKeyEvent e => ApiKey.Evolve((ApiKey?)state, e),
                    var e => StreamFold.Evolve(state, e),
                };
            }

            state.ShouldNotBeNull();
        }
    }

    [Fact]
    public void A_claim_whose_first_event_is_erased_begins_as_a_shell_and_a_correction_fills_it()
    {
        var recorded = Recorded();
        var corrected = new ClaimCorrected("r/c1", 2, recorded.Content, recorded.Citations, CorrectionReason.Other, Fault.None, "why");

        var shell = Claim.Evolve(null, (ErasedClaimEvent)Erase(recorded));
        var filled = Claim.Evolve(shell, corrected);

        (shell.Content.Says, shell.KindErased, shell.Version, shell.Citations.Count).ShouldBe(("[erased]", true, 1, 0));
        shell.ErasedEvents!.ShouldHaveSingleItem().ShouldBe(new ErasedWords("claim-recorded.v2", ErasureReason.CourtOrder, "12 C 34/26"));
        (filled.Content, filled.KindErased, filled.Version).ShouldBe((recorded.Content, null, 2));
        filled.ErasedEvents.ShouldNotBeNull();
    }

    [Fact]
    public void An_erased_correction_raises_the_version_and_leaves_the_kind()
    {
        var claim = Claim.Evolve(Claim.Evolve(null, Recorded()), (ErasedClaimEvent)Erase(new ClaimCorrected("r/c1", 2, Recorded().Content, [], CorrectionReason.Other, Fault.None, "why")));

        (claim.Version, claim.Content.Says, claim.Content.Particulars.Kind, claim.KindErased).ShouldBe((2, "[erased]", ClaimKind.Meeting, null));
    }

    [Fact]
    public void No_citation_number_that_an_erased_event_may_have_given_is_given_again()
    {
        var claim = Claim.Evolve(null, (ErasedClaimEvent)Erase(Recorded()));

        var cited = ClaimDecider.Cite(claim, "r/c1", new CitationDraft("s"), null, null, KnownStreams.All).ShouldBeOfType<Decision.Accepted>();

        // The smallest that a citation can be: {"number":1,"source":"a","stance":"supports","about":"all"} and a comma.
        cited.Events.Cast<ClaimCited>().Single().Citation.Number.ShouldBeGreaterThan(900 * 1024 / JsonSerializer.Serialize(new Citation(1, "a", Stance.Supports, CitedPart.All, null, null, null), ArchiveJson.Options).Length);
    }

    [Fact]
    public void Disputes_behind_an_erased_one_keep_their_numbers()
    {
        var disputed = new ClaimDisputed("r/c1", 1, "when", [new("one", []), new("two", [])]);
        var claim = Claim.Evolve(Claim.Evolve(null, Recorded()), (ErasedClaimEvent)Erase(disputed));

        var resolved = Claim.Evolve(claim, new DisputeResolved("r/c1", 1, new DisputeResolution(DisputeOutcome.OneVersion, 2, "so", [])));

        claim.Disputes.ShouldHaveSingleItem().ShouldSatisfyAllConditions(dispute => dispute.Number.ShouldBe(1), dispute => dispute.Question.ShouldBe("[erased]"));
        resolved.Status.ShouldBe(ClaimStatus.Standing);
    }

    [Fact]
    public void A_retraction_whose_words_are_erased_is_one_still()
    {
        var claim = Claim.Evolve(Claim.Evolve(null, Recorded()), (ErasedClaimEvent)Erase(new ClaimRetracted("r/c1", RetractionReason.Legal, "words")));

        claim.Status.ShouldBe(ClaimStatus.Retracted);
    }

    [Fact]
    public void What_names_something_that_came_with_an_erased_event_is_without_effect_and_is_damage_otherwise()
    {
        var whole = Claim.Evolve(null, Recorded());
        var shell = Claim.Evolve(null, (ErasedClaimEvent)Erase(Recorded()));

        Claim.Evolve(shell, new CitationWithdrawn("r/c1", 7, "why")).ShouldBe(shell);
        Should.Throw<InvalidOperationException>(() => Claim.Evolve(whole, new CitationWithdrawn("r/c1", 7, "why")));
    }

    [Fact]
    public void A_claim_whose_kind_is_erased_is_not_corrected()
    {
        var shell = Claim.Evolve(null, (ErasedClaimEvent)Erase(Recorded()));
        var draft = new ClaimDraft("x", new Background([], null));

        ClaimDecider.Correct(shell, "r/c1", draft, [new("s")], new Correction(CorrectionReason.Other, Fault.None, "why"), KnownStreams.All)
            .ShouldBeOfType<Decision.Refused>().Refusal.Code.ShouldBe("kind-fixed");
    }

    [Fact]
    public void Authorities_of_which_a_kind_was_erased_can_be_merged()
    {
        var established = new AuthorityEstablished("a", AuthorityKind.Place, new AuthorityDescription(new AuthorityName("A"), [], []));
        var (shell, whole) = (Authority.Evolve(null, (ErasedAuthorityEvent)Erase(established)), Authority.Evolve(null, established with { Authority = "b" }));

        (shell.Kind, shell.Description.Name.Text).ShouldBe((null, "[erased]"));
        AuthorityDecider.Merge(shell, "a", whole, "b", "one", null).ShouldBeOfType<Decision.Accepted>();
    }

    internal static IArchiveEvent Erase(IArchiveEvent happened) => EventCatalogue.Deserialize(EventCatalogue.NameOf(happened), Form, happened.Stream);

    private static ClaimRecorded Recorded() => new(
        "r/c1", new ClaimContent("says", new Meeting(["a"], "p", null, []), null, null, null, null, []), [new(1, "s", Stance.Supports, CitedPart.All, null, null, null)]);

    private static ValueList<ErasedWords>? ErasedOf(object state) => state switch
    {
        HappeningRecord record => record.ErasedEvents,
        Authority authority => authority.ErasedEvents,
        Source source => source.ErasedEvents,
        Claim claim => claim.ErasedEvents,
        _ => throw new ArgumentException("Not a state.", nameof(state)),
    };
}
