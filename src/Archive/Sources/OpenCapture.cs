using Archive.Access;
using Archive.Commands;
using Archive.Domain;
using Archive.Domain.Sources;
using Archive.Evidence;
using Archive.Snapshots;
using FluentValidation;
using MediatR;

namespace Archive.Sources;

/// <summary>Opens what the archive holds of a source, for reading.</summary>
/// <param name="Source">Id of the source.</param>
/// <param name="Digest">Of the capture, or its first eight digits or more; absent where there is one only.</param>
/// <param name="Part">Its bytes, or the text that was taken out of it.</param>
/// <param name="AsOf">Among the captures that there were then.</param>
public sealed record OpenCapture(string Source, string? Digest, CapturePart Part, AsOf AsOf) : Query<OpenedCapture>;

internal sealed class OpenCaptureValidator : AbstractValidator<OpenCapture>
{
    public OpenCaptureValidator()
    {
        RuleFor(x => x.Source).RequiredId();
        RuleFor(x => x.Part).IsInEnum();
        RuleFor(x => x.Digest)
            .Must(digest => digest is null || (digest.Length is >= 8 and <= 64 && digest.All(char.IsAsciiHexDigitLower)))
            .WithMessage("'{PropertyValue}' is not a capture's digest: write its 64 small hexadecimal digits, or the first eight of them or more.");
    }
}

internal sealed class OpenCaptureHandler(ReadModels readModels, IContentStore contents) : IRequestHandler<OpenCapture, Outcome<OpenedCapture>>
{
    public async Task<Outcome<OpenedCapture>> Handle(OpenCapture query, CancellationToken cancellationToken)
    {
        var found = await readModels.AskAsync(query.AsOf, query.Asker, snapshot => FindAsync(query, snapshot), cancellationToken);
        if (found is not Outcome<(Moment Moment, Capture Capture)>.Ok { Value: var (moment, capture) })
            return found.As<OpenedCapture>();
        var digest = query.Part == CapturePart.Bytes ? capture.Digest : capture.Text?.Digest;
        if (digest is null)
            return NotFound("text-unknown", $"Capture {capture.Digest} of source {query.Source}, which is {capture.MediaType}, has no text. Ask for its bytes.");
        return await contents.OpenAsync(digest, cancellationToken) is { } stream
            ? new Outcome<OpenedCapture>.Ok(new OpenedCapture(moment, query.Source, capture, stream))
            : NotFound("content-missing", $"The content {digest} of source {query.Source} is not in the content store: this database is not a whole archive. Bring the schema archive_content back from a backup, or capture the same file again.");
    }

    private static async Task<Outcome<(Moment, Capture)>> FindAsync(OpenCapture query, Snapshot snapshot)
    {
        if ((await snapshot.SourcesAsync([query.Source])).SingleOrDefault() is not { } version)
            return new Outcome<(Moment, Capture)>.NotFound(NotThere.Source(query.Source, snapshot.Moment));
        if (version.Withheld is { } closed)
            return NotShown($"Source {query.Source}", closed);
        var source = Views.Of(version);
        var captures = (version.State.Captures ?? []).Where(capture => IsAsked(query, capture.Digest)).ToArray();
        if (captures.Length == 0 && (version.WithheldCaptures ?? []).FirstOrDefault(capture => IsAsked(query, capture.Digest)) is { } hidden)
            return NotShown($"Capture {hidden.Digest} of source {query.Source}", hidden.Withheld);
        return captures switch
        {
            [var one] when source.IsErased(one.Digest) => new Outcome<(Moment, Capture)>.Refused(new Refusal(
                "content-erased", $"Capture {one.Digest} of source {query.Source} was erased. 'archive erasures' tells why.")),
            [var one] => new Outcome<(Moment, Capture)>.Ok((snapshot.Moment, one)),
            [] => new Outcome<(Moment, Capture)>.NotFound(new Refusal("capture-unknown", query.Digest is null
                ? $"Source {query.Source} has no capture as of entry {snapshot.Moment.Entry}: it is cited unseen. Capture it first."
                : $"Source {query.Source} has no capture {query.Digest} as of entry {snapshot.Moment.Entry}. 'archive source show {query.Source}' lists those there are.")),
            _ => new Outcome<(Moment, Capture)>.Refused(new Refusal(
                "capture-ambiguous", $"Source {query.Source} has {captures.Length} captures to which that applies. Say which: {string.Join(", ", captures.Select(capture => capture.Digest[..12]))}.")),
        };
    }

    private static bool IsAsked(OpenCapture query, string digest) => query.Digest is null || digest.StartsWith(query.Digest, StringComparison.Ordinal);

    private static Outcome<(Moment, Capture)>.Forbidden NotShown(string thing, Withheld withheld) => new(new Refusal(
        "capture-withheld", $"{thing} is not shown to you, on this legal basis: {withheld.Access.LegalBasis}. Ask an auditor or an administrator."));

    private static Outcome<OpenedCapture>.NotFound NotFound(string code, string message) => new(new Refusal(code, message));
}
