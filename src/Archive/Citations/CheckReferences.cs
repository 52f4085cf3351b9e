using System.Globalization;
using Archive.Access;
using Archive.Domain;
using Archive.Snapshots;
using FluentValidation;
using MediatR;

namespace Archive.Citations;

/// <summary>What became, up to now, of references that somebody has published; a page of them, answered by the same few queries however many they are.</summary>
public sealed record CheckReferences(ValueList<CitedReference> References) : Query<ReferenceCheck>
{
    /// <summary>How many references one question has at most.</summary>
    public const int Most = 500;
}

/// <param name="AsOf">The moment up to which was looked.</param>
/// <param name="References">In the order in which they were given.</param>
/// <param name="Disclosure">What was withheld.</param>
public sealed record ReferenceCheck(Moment AsOf, IReadOnlyList<CheckedReference> References, Disclosure? Disclosure = null);

internal sealed class CheckReferencesValidator : AbstractValidator<CheckReferences>
{
    public CheckReferencesValidator()
    {
        RuleFor(x => x.References).Must(references => references.Count <= CheckReferences.Most).WithMessage($"More than {CheckReferences.Most} references at once: ask for some after the others.");
        RuleForEach(x => x.References).Must(reference => (ArchiveId.IsValid(reference.Subject) || ArchiveId.IsValidClaim(reference.Subject)) && reference.Entry > 0)
            .WithMessage("'{PropertyValue}' is no reference: write visit-2023@57 or visit-2023/c17@57.");
    }
}

internal sealed class CheckReferencesHandler(ReadModels readModels) : IRequestHandler<CheckReferences, Outcome<ReferenceCheck>>
{
    public Task<Outcome<ReferenceCheck>> Handle(CheckReferences query, CancellationToken cancellationToken) =>
        readModels.AskAsync(AsOf.Latest, query.Asker, snapshot => AnswerAsync(query, snapshot), cancellationToken);

    private static async Task<Outcome<ReferenceCheck>> AnswerAsync(CheckReferences query, Snapshot snapshot)
    {
        var claims = query.References.Select(reference => reference.Subject).Where(ArchiveId.IsValidClaim).Distinct(StringComparer.Ordinal).ToArray();
        var records = query.References.Select(reference => reference.Subject).Where(ArchiveId.IsValid).Distinct(StringComparer.Ordinal).ToArray();
        var begun = (await snapshot.ClaimsAsync(claims)).ToDictionary(claim => claim.State.Id, claim => claim.FirstEntry, StringComparer.Ordinal);
        foreach (var record in await snapshot.RecordsAsync(records))
            begun[record.State.Id] = record.FirstEntry;
        var since = query.References.Count == 0 ? 0 : query.References.Min(reference => reference.Entry);
        var changes = (await snapshot.ChangesSinceAsync(claims, records, since)).ToArray();
        var (byClaim, byRecord) = (changes.ToLookup(change => change.Claim, StringComparer.Ordinal), changes.ToLookup(change => ArchiveId.RecordOf(change.Claim), StringComparer.Ordinal));
        var answers = query.References.Select(reference => Check(
            reference, snapshot.Moment, begun, ArchiveId.IsValid(reference.Subject) ? byRecord[reference.Subject] : byClaim[reference.Subject])).ToArray();
        return new Outcome<ReferenceCheck>.Ok(new ReferenceCheck(snapshot.Moment, answers, snapshot.Disclosure));
    }

    private static CheckedReference Check(CitedReference reference, Moment moment, Dictionary<string, long> begun, IEnumerable<ReferenceChange> changes)
    {
        var problem = !begun.TryGetValue(reference.Subject, out var first) ? $"The archive has no {(ArchiveId.IsValid(reference.Subject) ? "record" : "claim")} {reference.Subject}."
            : reference.Entry > moment.Entry ? string.Create(CultureInfo.InvariantCulture, $"There is no entry {reference.Entry}: the ledger has come to entry {moment.Entry}.")
            : reference.Entry < first ? string.Create(CultureInfo.InvariantCulture, $"It did not exist as of entry {reference.Entry}: it began with entry {first}.")
            : null;
        if (problem is not null)
            return new CheckedReference(reference.ToString(), reference.Line, ReferenceState.Unknown, problem, []);
        // Words that went from the log are gone from what was cited too, whenever that was.
        var after = changes.Where(change => change.Entry > reference.Entry || change.Kind == ReferenceChangeKind.ErasedFromLog).OrderBy(change => change.Entry).ToArray();
        return new CheckedReference(
            reference.ToString(),
            reference.Line,
            after.Length == 0 ? ReferenceState.Unchanged : ReferenceState.Changed,
            null,
            after.Length > CheckedReference.MostChanges ? after[..CheckedReference.MostChanges] : after,
            Math.Max(0, after.Length - CheckedReference.MostChanges));
    }
}
