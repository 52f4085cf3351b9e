using Archive.Commands;
using Archive.Domain.Records;
using FluentValidation;
using NodaTime;

namespace Archive.Records;

/// <summary>The shape of a record's description.</summary>
internal sealed class RecordDraftRules : AbstractValidator<RecordDraft>
{
    public RecordDraftRules()
    {
        RuleFor(x => x.Title).Line();
        RuleFor(x => x.Summary).Words(required: false);
        RuleFor(x => x.Occurred!).SetValidator(new DateDraftRules()).When(x => x.Occurred is not null);
        RuleForEach(x => x.Places).Id();
        RuleFor(x => x.Language).LanguageTag();
        RuleFor(x => x.Zone).Must(zone => zone is null || DateTimeZoneProviders.Tzdb.Ids.Contains(zone, StringComparer.Ordinal))
            .WithMessage("'{PropertyValue}' is not a time zone: write an IANA name, such as Europe/Moscow or UTC.");
    }
}
