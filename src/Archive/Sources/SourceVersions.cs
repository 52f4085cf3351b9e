using System.Text.Json.Serialization;
using Archive.Access;
using Archive.Domain.Sources;
using Archive.Projection;
using MediatR;

namespace Archive.Sources;

/// <summary>What was known of a source, over a stretch of entries.</summary>
public sealed class SourceVersion : Version<Source>
{
    /// <summary>The captures that whoever asks does not see; never stored.</summary>
    [JsonIgnore]
    public IReadOnlyList<WithheldCapture>? WithheldCaptures { get; internal set; }

    /// <summary>Whom a source repeats that is withheld as a whole: for counting voices, never for an answer. Never stored.</summary>
    internal VoiceTies? Ties { get; set; }
}

/// <summary>Keeps <see cref="SourceVersion"/>s.</summary>
internal sealed class SourceVersions<TEvent>(ProjectionBatch batch) : INotificationHandler<Recorded<TEvent>>
    where TEvent : ISourceEvent
{
    public Task Handle(Recorded<TEvent> notification, CancellationToken cancellationToken)
    {
        batch.Sources.Evolve(notification.Entry, notification.Event, state => Source.Evolve(state, notification.Event));
        return Task.CompletedTask;
    }
}
