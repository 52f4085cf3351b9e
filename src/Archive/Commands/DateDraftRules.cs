using Archive.Domain.Time;
using FluentValidation;

namespace Archive.Commands;

/// <summary>A historical date that can be understood.</summary>
internal sealed class DateDraftRules : AbstractValidator<DateDraft>
{
    public DateDraftRules()
    {
        RuleFor(x => x).Custom((date, context) =>
        {
            if (!HistoricalDate.TryDerive(date.Edtf, date.Clock, date.Zone, out _, out var error))
                context.AddFailure(error.Part, error.Message);
        });
    }
}
