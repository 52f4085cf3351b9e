using Archive.Commands;
using Archive.Evidence.Types;
using FluentValidation;

namespace Archive.Sources;

/// <summary>The shape of what is said of a capture.</summary>
internal sealed class CaptureDraftRules : AbstractValidator<CaptureDraft>
{
    private const int MostHeaders = 200;
    private const int HeaderLength = 8_000;

    public CaptureDraftRules()
    {
        RuleFor(x => x.CapturedBy).Line(required: false);
        RuleFor(x => x.Method).IsInEnum();
        RuleFor(x => x.MediaType)
            .Must(type => type is null || DeclaredType.TryParse(type, out _))
            .WithMessage("'{PropertyValue}' is not a media type: write one such as text/html, or text/plain; charset=windows-1251.");
        RuleFor(x => x.MediaType).Line(required: false);
        RuleFor(x => x.Tool).Line(required: false);
        RuleFor(x => x.ReceivedFrom).Line(required: false);
        RuleFor(x => x.OriginalUrl).Url();
        RuleFor(x => x.Rights).Words(required: false);
        RuleFor(x => x.Headers)
            .Must(headers => headers is null || headers.Count <= MostHeaders)
            .WithMessage($"At most {MostHeaders} headers are kept: leave out what says nothing of the source.");
        RuleForEach(x => x.Headers).ChildRules(header =>
        {
            header.RuleFor(x => x.Name)
                .Must(name => name is { Length: > 0 and <= 200 } && name.All(c => char.IsAsciiLetterOrDigit(c) || "!#$%&'*+-.^_`|~".Contains(c, StringComparison.Ordinal)))
                .WithMessage("'{PropertyValue}' is not the name of a header: write it as the response has it, such as Last-Modified.");
            header.RuleFor(x => x.Value).Line(HeaderLength);
        });
    }
}
