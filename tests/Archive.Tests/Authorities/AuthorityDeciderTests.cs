using Archive.Domain;
using Archive.Domain.Authorities;
using static Archive.Tests.Scenarios;

namespace Archive.Tests.Authorities;

public sealed class AuthorityDeciderTests
{
    private const string Id = "zelensky";

    private static readonly AuthorityDescription Description = new(new AuthorityName("Zelensky"), [], []);

    private static readonly AuthorityDescription Better = new(new AuthorityName("Volodymyr Zelenskyy", "en"), [new AuthorityName("Володимир Зеленський", "uk")], []);

    private static readonly AuthorityEstablished Established = new(Id, AuthorityKind.Person, Description);

    private static readonly AuthorityMerged Merged = new(Id, "volodymyr-zelenskyy", "one person");

    private static readonly Authority Other = new("volodymyr-zelenskyy", AuthorityKind.Person, Better, null);

    private static readonly IAuthorityEvent[] Nothing = [];

    [Fact]
    public void Establishing_an_authority_begins_its_stream() =>
        Given(Nothing).When(a => AuthorityDecider.Establish(a, Id, AuthorityKind.Person, Description, "2026")).Then(new AuthorityEstablished(Id, AuthorityKind.Person, Description, "2026"))
            .ShouldBe(new Authority(Id, AuthorityKind.Person, Description, null));

    [Fact]
    public void Establishing_an_authority_twice_is_refused() =>
        Given(Established).When(a => AuthorityDecider.Establish(a, Id, AuthorityKind.Person, Description, null)).ThenRefused("authority-exists");

    [Fact]
    public void Describing_an_authority_replaces_its_description() =>
        Given(Established).When(a => AuthorityDecider.Describe(a, Id, Better, "full name", "2026")).Then(new AuthorityDescribed(Id, Better, "full name", "2026")).Description.ShouldBe(Better);

    [Fact]
    public void Describing_an_authority_as_it_is_changes_nothing() =>
        Given(Established).When(a => AuthorityDecider.Describe(a, Id, Description with { }, "again", null)).ThenNothing();

    [Fact]
    public void Describing_an_authority_that_is_not_there_is_refused() =>
        Given(Nothing).When(a => AuthorityDecider.Describe(a, Id, Better, "x", null)).ThenRefused("authority-unknown");

    [Fact]
    public void Describing_an_authority_that_was_merged_is_refused() =>
        Given(Established, Merged).When(a => AuthorityDecider.Describe(a, Id, Better, "x", null)).ThenRefused("authority-merged");

    [Fact]
    public void Merging_an_authority_gives_up_its_id() =>
        Given(Established).When(a => AuthorityDecider.Merge(a, Id, Other, Other.Id, "one person", "2026")).Then(new AuthorityMerged(Id, Other.Id, "one person", "2026")).MergedInto.ShouldBe(Other.Id);

    [Fact]
    public void Merging_an_authority_into_the_same_one_again_changes_nothing() =>
        Given(Established, Merged).When(a => AuthorityDecider.Merge(a, Id, Other, Other.Id, "again", null)).ThenNothing();

    [Fact]
    public void Merging_an_authority_that_was_merged_into_another_is_refused() =>
        Given(Established, Merged).When(a => AuthorityDecider.Merge(a, Id, Other with { Id = "third" }, "third", "x", null)).ThenRefused("authority-merged");

    [Fact]
    public void Merging_an_authority_that_is_not_there_is_refused() =>
        Given(Nothing).When(a => AuthorityDecider.Merge(a, Id, Other, Other.Id, "x", null)).ThenRefused("authority-unknown");

    [Fact]
    public void Merging_an_authority_into_one_that_is_not_there_is_refused() =>
        Given(Established).When(a => AuthorityDecider.Merge(a, Id, null, "nobody", "x", null)).ThenRefused("authority-unknown");

    [Fact]
    public void Merging_an_authority_into_itself_is_refused() =>
        Given(Established).When(a => AuthorityDecider.Merge(a, Id, a, Id, "x", null)).ThenRefused("merge-cycle");

    [Fact]
    public void Merging_an_authority_into_one_that_was_merged_is_refused() =>
        Given(Established).When(a => AuthorityDecider.Merge(a, Id, Other with { MergedInto = Id }, Other.Id, "x", null)).ThenRefused("merge-cycle");

    [Fact]
    public void Merging_a_person_into_a_place_is_refused() =>
        Given(Established).When(a => AuthorityDecider.Merge(a, Id, Other with { Kind = AuthorityKind.Place }, Other.Id, "x", null)).ThenRefused("merge-kinds");

    [Fact]
    public void A_stream_that_is_damaged_does_not_fold()
    {
        Should.Throw<InvalidOperationException>(() => Given(Established, Established));
        Should.Throw<InvalidOperationException>(() => Given(Merged));
    }

    [Fact]
    public void A_merged_authority_refers_to_the_one_that_stays() => ((IArchiveEvent)Merged).References.ShouldBe(["authority/volodymyr-zelenskyy"]);
}
