using System.Text.RegularExpressions;
using Archive.Domain;
using Archive.Domain.Erasures;
using Archive.Domain.Events;

namespace Archive.Tests.Events;

public sealed partial class EventCatalogueTests
{
    [Fact]
    public void Stored_names_are_unique_kebab_case_and_carry_a_version()
    {
        var names = EventCatalogue.Types.Keys.Concat(EventCatalogue.FormerNames).ToList();
        names.ShouldBeUnique();
        names.ShouldAllBe(name => StoredName().IsMatch(name));
    }

    [Fact]
    public void A_stored_name_is_its_types_name_and_a_version() =>
        EventCatalogue.Types.ShouldAllBe(pair => pair.Key.StartsWith(Kebab(pair.Value.Name) + ".v", StringComparison.Ordinal));

    [Fact]
    public void Every_event_of_the_domain_is_in_the_catalogue_and_has_a_generator()
    {
        var events = typeof(IArchiveEvent).Assembly.GetTypes().Where(type => type is { IsAbstract: false, IsInterface: false } && type.IsAssignableTo(typeof(IArchiveEvent)) && !type.IsAssignableTo(typeof(ErasedEvent)));
        events.ShouldBe(EventCatalogue.Types.Values, ignoreOrder: true);
        EventGen.ByType.Keys.ShouldBe(EventCatalogue.Types.Values, ignoreOrder: true);
    }

    [Fact]
    public void Every_former_version_has_a_later_one_that_is_written() => EventCatalogue.FormerNames.ShouldAllBe(former =>
        EventCatalogue.Types.Keys.Any(present => Stem(present) == Stem(former) && Version(present) > Version(former)));

    [Fact]
    public void An_event_that_is_not_in_the_catalogue_has_no_name() => Should.Throw<ArgumentException>(() => EventCatalogue.NameOf(new Stray()));

    [GeneratedRegex(@"^[a-z]+(-[a-z]+)*\.v[1-9][0-9]*$", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex StoredName();

    private static string Stem(string name) => name[..name.LastIndexOf('.')];

    private static int Version(string name) => int.Parse(name[(name.LastIndexOf('.') + 2)..]);

    private static string Kebab(string name) => string.Concat(name.Select((c, i) => char.IsUpper(c) ? (i == 0 ? "" : "-") + char.ToLowerInvariant(c) : c.ToString()));

    private sealed record Stray : IArchiveEvent
    {
        public string Stream => "record/stray";

        public IEnumerable<string> References => [];
    }
}
