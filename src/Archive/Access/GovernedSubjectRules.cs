using Archive.Commands;
using Archive.Domain;
using FluentValidation;

namespace Archive.Access;

/// <summary>Rules on what access and holds can be set on.</summary>
internal static class GovernedSubjectRules
{
    /// <summary>The stream of a record, a claim or a source.</summary>
    public static IRuleBuilderOptions<T, string> GovernedStream<T>(this IRuleBuilder<T, string> rule) => rule
        .Must(stream => stream is not null && (Is(stream, StreamName.RecordPrefix, ArchiveId.IsValid) || Is(stream, StreamName.ClaimPrefix, ArchiveId.IsValidClaim) || Is(stream, StreamName.SourcePrefix, ArchiveId.IsValid)))
        .WithMessage("Access and holds are set on a record, a claim or a source: write its stream, such as record/visit-2023, claim/visit-2023/c17 or source/tass-arrival.");

    /// <summary>The name of a capture, which only a source has.</summary>
    public static void CaptureOfSource<T>(this AbstractValidator<T> rules, Func<T, string> subject, System.Linq.Expressions.Expression<Func<T, string?>> capture)
    {
        rules.RuleFor(capture).CaptureDigest();
        rules.RuleFor(capture).Must((command, digest) => digest is null || subject(command)?.StartsWith(StreamName.SourcePrefix, StringComparison.Ordinal) == true)
            .WithMessage("Only a source has captures: name the source, or leave the capture out.");
    }

    private static bool Is(string stream, string prefix, Func<string?, bool> isId) => stream.StartsWith(prefix, StringComparison.Ordinal) && isId(stream[prefix.Length..]);
}
