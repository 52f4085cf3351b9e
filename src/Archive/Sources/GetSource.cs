using Archive.Access;
using Archive.Commands;
using Archive.Domain.Sources;
using Archive.Projection;
using Archive.Snapshots;
using FluentValidation;
using MediatR;

namespace Archive.Sources;

/// <summary>One source: what is known of it, how it was rated over time, and what the archive holds of it.</summary>
public sealed record GetSource(string Source, AsOf AsOf) : Query<SourceSnapshot>;

/// <param name="AsOf">The moment.</param>
/// <param name="Source">The source, with its captures in the order in which they came.</param>
/// <param name="Ratings">Its ratings, the first one first; the last one holds.</param>
/// <param name="Captures">Which event put each capture there.</param>
/// <param name="Names">What the ids stand for.</param>
/// <param name="Disclosure">What was withheld.</param>
public sealed record SourceSnapshot(
    Moment AsOf, SourceView Source, IReadOnlyList<SourceRating> Ratings, IReadOnlyList<CaptureEntry> Captures, Names Names, Disclosure? Disclosure = null);

/// <param name="Event">The entry.</param>
/// <param name="Reliability">Admiralty code.</param>
/// <param name="Words">Why.</param>
/// <param name="Decided">The editor's own date, in EDTF.</param>
public sealed record SourceRating(EventView Event, Reliability Reliability, string? Words, string? Decided);

/// <param name="Digest">Of the capture.</param>
/// <param name="Event">The entry.</param>
/// <param name="Words">What is to be known of it.</param>
/// <param name="Decided">The editor's own date, in EDTF.</param>
public sealed record CaptureEntry(string Digest, EventView Event, string? Words, string? Decided);

internal sealed class GetSourceValidator : AbstractValidator<GetSource>
{
    public GetSourceValidator() => RuleFor(x => x.Source).RequiredId();
}

internal sealed class GetSourceHandler(ReadModels readModels) : IRequestHandler<GetSource, Outcome<SourceSnapshot>>
{
    public Task<Outcome<SourceSnapshot>> Handle(GetSource query, CancellationToken cancellationToken) =>
        readModels.AskAsync(query.AsOf, query.Asker, snapshot => AnswerAsync(query, snapshot), cancellationToken);

    private static async Task<Outcome<SourceSnapshot>> AnswerAsync(GetSource query, Snapshot snapshot)
    {
        var versions = await snapshot.SourceHistoryAsync(query.Source);
        if (versions.Count == 0)
            return new Outcome<SourceSnapshot>.NotFound(NotThere.Source(query.Source, snapshot.Moment));
        var entries = (await snapshot.EntriesAsync(versions.Select(version => version.FromEntry))).ToDictionary(entry => entry.Id, entry => entry.ToView());
        var (ratings, captures) = (new List<SourceRating>(), new List<CaptureEntry>());
        SourceVersion? before = null;
        foreach (var version in versions)
        {
            var (happened, change) = (entries[version.FromEntry], version.Change);
            if (version.State.Reliability is { } reliability && reliability != before?.State.Reliability)
                ratings.Add(new SourceRating(happened, reliability, change.Words, change.Decided));
            foreach (var capture in (version.State.Captures ?? []).ExceptBy((before?.State.Captures ?? []).Select(known => known.Digest), capture => capture.Digest, StringComparer.Ordinal))
                captures.Add(new CaptureEntry(capture.Digest, happened, change.Words, change.Decided));
            before = version;
        }

        return new Outcome<SourceSnapshot>.Ok(new SourceSnapshot(
            snapshot.Moment,
            Views.Of(versions[^1]),
            ratings,
            captures,
            await Views.WithActorsAsync(await Views.NamesAsync(snapshot, [], null, [query.Source]), snapshot, entries.Values),
            snapshot.Disclosure));
    }
}
