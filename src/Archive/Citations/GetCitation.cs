using System.Globalization;
using Archive.Access;
using Archive.Commands;
using Archive.Domain;
using Archive.Ledger;
using Archive.Snapshots;
using FluentValidation;
using MediatR;

namespace Archive.Citations;

/// <summary>A reference to a record, or to a claim in it, that says what was cited for ever.</summary>
/// <param name="Record">Id of the record.</param>
/// <param name="Claim">Id of a claim of it; null for the record.</param>
/// <param name="AsOf">As of when.</param>
public sealed record GetCitation(string Record, string? Claim, AsOf AsOf) : Query<RecordCitation>;

internal sealed class GetCitationValidator : AbstractValidator<GetCitation>
{
    public GetCitationValidator()
    {
        RuleFor(x => x.Record).RequiredId();
        RuleFor(x => x.Claim!).ClaimId().Must((query, claim) => !ArchiveId.IsValidClaim(claim) || ArchiveId.RecordOf(claim!) == query.Record)
            .WithMessage("'{PropertyValue}' is no claim of the record: its id begins with the record's and a slash.").When(x => x.Claim is not null);
    }
}

internal sealed class GetCitationHandler(ReadModels readModels, Checkpoints checkpoints) : IRequestHandler<GetCitation, Outcome<RecordCitation>>
{
    public async Task<Outcome<RecordCitation>> Handle(GetCitation query, CancellationToken cancellationToken)
    {
        var answer = await readModels.AskAsync(query.AsOf, query.Asker, snapshot => AnswerAsync(query, snapshot), cancellationToken);
        if (answer is not Outcome<RecordCitation>.Ok { Value: var citation } || await checkpoints.FindOverAsync(citation.AsOf.Entry, cancellationToken) is not { } kept)
            return answer;
        var keys = kept.Note.Signatures.Where(signature => signature.Name == kept.Checkpoint.Origin)
            .Select(signature => string.Create(CultureInfo.InvariantCulture, $"{signature.Name}+{signature.KeyId:x8}")).ToArray();
        return new Outcome<RecordCitation>.Ok(citation with { Checkpoint = new CitedCheckpoint(kept.Checkpoint.Size, kept.Checkpoint.Root.ToString(), keys) });
    }

    private static async Task<Outcome<RecordCitation>> AnswerAsync(GetCitation query, Snapshot snapshot)
    {
        var moment = snapshot.Moment;
        if (await snapshot.RecordAsync(query.Record) is not { } record || moment.RecordedAt is not { } recordedAt)
            return new Outcome<RecordCitation>.NotFound(NotThere.Record(query.Record, moment));
        if (query.Claim is { } claim && await snapshot.ClaimAsync(claim) is null)
            return new Outcome<RecordCitation>.NotFound(NotThere.Claim(claim, moment));
        return new Outcome<RecordCitation>.Ok(new RecordCitation(
            moment,
            string.Create(CultureInfo.InvariantCulture, $"{query.Claim ?? query.Record}@{moment.Entry}"),
            query.Record,
            query.Claim,
            record.Withheld is null ? record.State.Description.Title : null,
            moment.Log,
            recordedAt,
            await snapshot.DigestAsync(query.Record),
            null,
            snapshot.Disclosure));
    }
}
