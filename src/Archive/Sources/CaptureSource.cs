using System.Text.Json.Serialization;
using Archive.Commands;
using Archive.Domain;
using Archive.Domain.Ledger;
using Archive.Domain.Sources;
using Archive.EventLog;
using Archive.Evidence;
using FluentValidation;
using MediatR;
using Npgsql;

namespace Archive.Sources;

/// <summary>Puts a copy of a source into the archive. Its bytes are durable before the event is; where that does not come to be, they are to be seen nowhere.</summary>
public sealed record CaptureSource(
    CommandContext Context, string Source, CaptureDraft Capture, [property: JsonIgnore] CaptureBytes Bytes, string? Words = null, string? Decided = null) : ICommand
{
    /// <summary>Of the bytes, once they were read: so that a repeat with others is told from one with the same.</summary>
    [JsonInclude]
    internal string? Digest { get; init; }

    internal static Refusal Erased(string digest) => new(
        "content-erased",
        $"These very bytes ({digest}) were erased from the archive, and are not taken in again. 'archive erasures' tells why. Nothing was recorded.");

    /// <summary>The capture that the event tells of.</summary>
    /// <param name="taken">Its bytes.</param>
    /// <param name="now">When it was taken, where the draft does not say.</param>
    internal Capture Describe(TakenCapture taken, DateTimeOffset now = default) => new(
        taken.Content.Digest,
        taken.Content.Length,
        taken.MediaType,
        Capture.MediaType,
        RecordedTime.TruncateToMicroseconds((Capture.CapturedAt ?? now).ToUniversalTime()),
        Capture.CapturedBy ?? Context.Actor,
        Capture.Method,
        Capture.Tool,
        Capture.ReceivedFrom,
        Capture.OriginalUrl,
        Capture.Headers is { Count: > 0 } headers ? headers : null,
        Capture.Rights,
        taken.Text);
}

internal sealed class CaptureSourceValidator : AbstractValidator<CaptureSource>
{
    public CaptureSourceValidator()
    {
        RuleFor(x => x.Context).SetValidator(new CommandContextRules());
        RuleFor(x => x.Source).RequiredId();
        RuleFor(x => x.Capture).SetValidator(new CaptureDraftRules());
        RuleFor(x => x.Words).Words(required: false);
        RuleFor(x => x.Decided).EditorsDate();
    }
}

internal sealed class CaptureSourceHandler(SourceCommands sources, StreamStates states, IEventLog log, CaptureIntake intake, ErasureRecords erasures, IContentStore contents, NpgsqlDataSource database, TimeProvider clock)
    : IRequestHandler<CaptureSource, Outcome<Receipt>>
{
    public async Task<Outcome<Receipt>> Handle(CaptureSource command, CancellationToken cancellationToken)
    {
        var past = await log.ReadStreamAsync(StreamName.OfSource(command.Source), cancellationToken);
        if (intake.WhyTooLarge(command.Bytes.Length) is { } tooLarge)
            return new Outcome<Receipt>.Refused(tooLarge);
        // What was done already is answered as it was, whatever became of the source since; which bytes it was done with, only they can say.
        if (past.Any(logged => logged.Metadata.Command == command.Context.CommandId))
        {
            var (digest, tooMany) = await intake.DigestAsync(command.Bytes, cancellationToken);
            return tooMany is not null ? new Outcome<Receipt>.Refused(tooMany) : await DecideAsync(command with { Digest = digest }, _ => Decision.Nothing, cancellationToken);
        }

        var source = await states.FoldAsync<Source, ISourceEvent>(past, Source.Evolve, cancellationToken);
        if (SourceDecider.WhyNotCaptured(source, command.Source) is { } unfit)
            return new Outcome<Receipt>.Refused(unfit);
        if (await WhyErasedAsync(command, cancellationToken) is { } erased)
            return new Outcome<Receipt>.Refused(erased);
        var (taken, refused) = await intake.TakeAsync(command.Capture, command.Bytes, source?.Captures ?? [], cancellationToken);
        if (taken is null)
            return new Outcome<Receipt>.Refused(refused!);
        // Until its event is in the log, only this says that the bytes are needed: whoever destroys the same waits, or has done it.
        await using var turn = await CaptureTurn.BeginAsync(database, taken.Digests, cancellationToken);
        if ((await contents.FindLengthsAsync(taken.Digests, cancellationToken)).Count < taken.Digests.Count)
            return new Outcome<Receipt>.Refused(CaptureSource.Erased(taken.Content.Digest));
        var capture = command.Describe(taken, clock.GetUtcNow());
        return await DecideAsync(
            command with { Digest = taken.Content.Digest },
            state => SourceDecider.Capture(state, command.Source, capture, command.Words, command.Decided),
            cancellationToken);
    }

    /// <summary>What was erased is not taken in again. Found before the bytes are stored: what they are is read off them first, where anything ever was erased.</summary>
    private async Task<Refusal?> WhyErasedAsync(CaptureSource command, CancellationToken cancellationToken)
    {
        if (!await erasures.AnyCaptureAsync(cancellationToken))
            return null;
        var (digest, tooMany) = await intake.DigestAsync(command.Bytes, cancellationToken);
        return tooMany ?? (await erasures.IsDestroyedAsync(digest!, cancellationToken) ? CaptureSource.Erased(digest!) : null);
    }

    private Task<Outcome<Receipt>> DecideAsync(CaptureSource command, Func<Source?, Decision> decide, CancellationToken cancellationToken) =>
        sources.ExecuteAsync(command, command.Source, decide, cancellationToken);
}
