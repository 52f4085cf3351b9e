using Archive.Commands;
using Archive.Domain;
using Archive.Domain.Access;
using Archive.Snapshots;
using FluentValidation;
using MediatR;

namespace Archive.Access;

/// <summary>Who may see a record, claim or source, and what is held over it.</summary>
/// <param name="Subject">Its stream.</param>
/// <param name="AsOf">What was decided on that up to then. What is withheld from whom follows from the head alone.</param>
public sealed record GetGovernance(string Subject, AsOf AsOf) : Query<GovernanceSheet>;

/// <param name="AsOf">The moment.</param>
/// <param name="Subject">The stream.</param>
/// <param name="Access">Who may see it, by its own rule; open where that was never set.</param>
/// <param name="Record">Who may see the claim's record: the stricter of the two counts.</param>
/// <param name="Captures">The captures of a source, and who may see each, by its own rule: the stricter of that and the source's counts.</param>
/// <param name="Holds">Its own holds, in force and lifted.</param>
/// <param name="Over">Every hold in force that stands against erasing something of it, with what it is placed on; only for those who see everything.</param>
/// <param name="Withheld">Why captures and holds are not told.</param>
public sealed record GovernanceSheet(
    Moment AsOf,
    string Subject,
    AccessRule Access,
    AccessRule? Record,
    IReadOnlyList<CaptureAccess> Captures,
    IReadOnlyList<Hold> Holds,
    IReadOnlyList<HoldInForce>? Over,
    Withheld? Withheld = null);

internal sealed class GetGovernanceValidator : AbstractValidator<GetGovernance>
{
    public GetGovernanceValidator() => RuleFor(x => x.Subject).GovernedStream();
}

internal sealed class GetGovernanceHandler(ReadModels readModels) : IRequestHandler<GetGovernance, Outcome<GovernanceSheet>>
{
    public Task<Outcome<GovernanceSheet>> Handle(GetGovernance query, CancellationToken cancellationToken) =>
        readModels.AskAsync(query.AsOf, query.Asker, snapshot => AnswerAsync(query.Subject, snapshot), cancellationToken);

    private static async Task<Outcome<GovernanceSheet>> AnswerAsync(string subject, Snapshot snapshot)
    {
        var id = StreamName.IdOf(subject);
        if (subject.StartsWith(StreamName.RecordPrefix, StringComparison.Ordinal))
        {
            return await snapshot.RecordAsync(id) is { } record
                ? await AnswerAsync(subject, snapshot, Governed.Of(record.State)!, null, record.Withheld)
                : new Outcome<GovernanceSheet>.NotFound(NotThere.Record(id, snapshot.Moment));
        }

        if (subject.StartsWith(StreamName.ClaimPrefix, StringComparison.Ordinal))
        {
            return await snapshot.ClaimAsync(id) is { } claim && Governed.Of(claim.State) is { } governed
                ? await AnswerAsync(subject, snapshot, governed, (await snapshot.RecordAsync(ArchiveId.RecordOf(id)))?.State.Governance, claim.Withheld)
                : new Outcome<GovernanceSheet>.NotFound(NotThere.Claim(id, snapshot.Moment));
        }

        return (await snapshot.SourcesAsync([id])).SingleOrDefault() is { } source
            ? await AnswerAsync(subject, snapshot, Governed.Of(source.State)!, null, source.Withheld)
            : new Outcome<GovernanceSheet>.NotFound(NotThere.Source(id, snapshot.Moment));
    }

    private static async Task<Outcome<GovernanceSheet>> AnswerAsync(string subject, Snapshot snapshot, Governed governed, Governance? record, Withheld? withheld)
    {
        if (withheld is not null)
            return new Outcome<GovernanceSheet>.Ok(new GovernanceSheet(snapshot.Moment, subject, withheld.Access, null, [], [], null, withheld));
        var governance = governed.Governance ?? Governance.None;
        return new Outcome<GovernanceSheet>.Ok(new GovernanceSheet(
            snapshot.Moment,
            subject,
            governance.AccessOf(null),
            record?.Access,
            governed.Captures.Select(capture => new CaptureAccess(capture.Digest, governance.AccessOf(capture.Digest))).ToArray(),
            [.. governance.Holds ?? []],
            snapshot.ShowsEverything ? await HeldThings.FindAsync(snapshot, subject, null) : null));
    }
}
