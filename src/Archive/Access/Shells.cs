using Archive.Domain.Claims;
using Archive.Domain.Records;
using Archive.Domain.Sources;
using Archive.Projection;

namespace Archive.Access;

/// <summary>What is left of a document whose content is withheld: its id, and the entries at which it changed.</summary>
internal static class Shells
{
    public static HappeningRecord Of(HappeningRecord record) => new(record.Id, new RecordDescription("", null, null, [], null, null));

    public static Claim Of(Claim claim) => new(
        claim.Id, 1, new ClaimContent("", new Background([], null), null, null, null, null, []), [], Rank.Normal, null, [], null, 0);

    public static Source Of(Source source) => new(
        source.Id, new SourceDescription(SourceKind.Other, "", false, null, null, null, null, null, null, false, null), null, null, null);

    /// <summary>A version with another state.</summary>
    public static TVersion With<TVersion, TState>(TVersion version, TState state, Change? change = null, Withheld? withheld = null)
        where TVersion : Version<TState>, new()
        where TState : class => new()
        {
            Id = version.Id,
            Stream = version.Stream,
            FromEntry = version.FromEntry,
            ToEntry = version.ToEntry,
            FirstEntry = version.FirstEntry,
            StreamDigest = version.StreamDigest,
            State = state,
            Change = change ?? version.Change,
            Withheld = withheld,
        };

    /// <summary>That there was a change, when, and by what kind of event.</summary>
    public static Change WithoutWords(Change change) => new(change.RecordedAt, change.Type, null, null, null, null, null);

    /// <summary>A version without its content; of the change that brought it about only its type and time are left.</summary>
    public static TVersion Withhold<TVersion, TState>(TVersion version, TState shell, Withheld withheld)
        where TVersion : Version<TState>, new()
        where TState : class => With(version, shell, WithoutWords(version.Change), withheld);
}
