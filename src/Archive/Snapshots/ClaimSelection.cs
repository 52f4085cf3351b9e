using Archive.Authorities;
using Archive.Claims;
using Archive.Domain.Time;
using Archive.Sources;

namespace Archive.Snapshots;

/// <summary>A <see cref="ClaimFilter"/> made ready for a snapshot: names resolved, dates parsed.</summary>
internal sealed class ClaimSelection
{
    private readonly ClaimFilter _filter;
    private readonly IReadOnlySet<string>? _people;
    private readonly IReadOnlySet<string>? _places;
    private readonly IReadOnlySet<string>? _sources;
    private readonly DateQuestion? _question;

    private ClaimSelection(
        ClaimFilter filter, IReadOnlySet<string>? people, IReadOnlySet<string>? places, IReadOnlySet<string>? sources, DateQuestion? question)
    {
        _filter = filter;
        _people = people;
        _places = places;
        _sources = sources;
        _question = question;
    }

    /// <param name="snapshot">As of when names and sources are looked up.</param>
    /// <param name="filter">Checked before: its date can be parsed.</param>
    /// <param name="zone">The zone of a question that names none.</param>
    public static async Task<ClaimSelection> PrepareAsync(Snapshot snapshot, ClaimFilter filter, string? zone) => new(
        filter,
        filter.Person is null ? null : await AuthorityNames.MeantByAsync(snapshot, filter.Person),
        filter.Place is null ? null : await AuthorityNames.MeantByAsync(snapshot, filter.Place),
        filter.Source is null ? null : await SameSourcesAsync(snapshot, filter.Source),
        filter.Occurred is { } occurred ? Question(occurred, zone) : null);

    public bool Takes(ClaimVersion version)
    {
        // What is withheld has no content to match: it stands in lists that leave nothing out, and in no others.
        if (version.Withheld is not null)
            return _filter == ClaimFilter.None;
        var claim = version.State;
        return (_filter.Kind is null || (claim.KindErased is null && claim.Content.Particulars.Kind == _filter.Kind))
            && (_filter.Status is null || claim.Status == _filter.Status)
            && (_people is null || claim.Content.Particulars.Participants.Any(_people.Contains) || (claim.Content.AccordingTo is { } voice && _people.Contains(voice)))
            && (_places is null || (claim.Content.Particulars.Place is { } place && _places.Contains(place)))
            && (_sources is null || claim.Citations.Any(citation => _sources.Contains(citation.Source)))
            && (_filter.Words is null || SearchText.HasWords(claim.Content.Says, _filter.Words))
            && Matches(claim.Content.Occurred, _question, _filter.Occurred?.Match);
    }

    public static bool Matches(HistoricalDate? date, DateQuestion? question, DateMatch? match) =>
        question is null || (date is not null && (match == DateMatch.Certainly ? date.Certainly(question) : date.Possibly(question)));

    public static DateQuestion Question(OccurredFilter occurred, string? zone) =>
        DateQuestion.TryParse(occurred.On, occurred.Zone ?? zone, out var question, out var error) ? question : throw new ArgumentException(error.Message, nameof(occurred));

    private static async Task<IReadOnlySet<string>> SameSourcesAsync(Snapshot snapshot, string source)
    {
        var all = (await snapshot.AllSourcesAsync()).ToDictionary(version => version.State.Id, version => version.State, StringComparer.Ordinal);
        var graph = new Domain.Sources.VoiceGraph(all);
        var sought = graph.Canonical(source);
        return all.Keys.Where(id => graph.Canonical(id) == sought).ToHashSet(StringComparer.Ordinal);
    }
}
