using System.Text.Json;
using Archive.Domain.Access;
using Archive.Domain.Authorities;
using Archive.Domain.Claims;
using Archive.Domain.Erasures;
using Archive.Domain.Records;
using Archive.Domain.Reviews;
using Archive.Domain.Sources;

namespace Archive.Domain.Events;

/// <summary>
/// Every event and the name it is stored under. A stored name is a contract for ever: its schema and examples are in <c>schemas/events</c>,
/// and an event whose form changes gets a new version here and a way from the old one: a step of the <see cref="Upcaster"/>, or a place among
/// the <see cref="NarrowerForms"/>.
/// </summary>
public static class EventCatalogue
{
    private static readonly Dictionary<string, Type> TypesByName = new(StringComparer.Ordinal)
    {
        ["record-opened.v1"] = typeof(RecordOpened),
        ["record-described.v1"] = typeof(RecordDescribed),
        ["authority-established.v1"] = typeof(AuthorityEstablished),
        ["authority-described.v1"] = typeof(AuthorityDescribed),
        ["authority-merged.v1"] = typeof(AuthorityMerged),
        ["source-registered.v1"] = typeof(SourceRegistered),
        ["source-described.v1"] = typeof(SourceDescribed),
        ["source-captured.v1"] = typeof(SourceCaptured),
        ["source-rated.v1"] = typeof(SourceRated),
        ["source-origin-established.v2"] = typeof(SourceOriginEstablished),
        ["source-origin-withdrawn.v1"] = typeof(SourceOriginWithdrawn),
        ["source-merged.v1"] = typeof(SourceMerged),
        ["claim-recorded.v2"] = typeof(ClaimRecorded),
        ["claim-corrected.v2"] = typeof(ClaimCorrected),
        ["claim-cited.v2"] = typeof(ClaimCited),
        ["citation-withdrawn.v1"] = typeof(CitationWithdrawn),
        ["claim-rated.v1"] = typeof(ClaimRated),
        ["claim-ranked.v1"] = typeof(ClaimRanked),
        ["claim-disputed.v2"] = typeof(ClaimDisputed),
        ["dispute-resolved.v2"] = typeof(DisputeResolved),
        ["dispute-reopened.v1"] = typeof(DisputeReopened),
        ["claim-retracted.v1"] = typeof(ClaimRetracted),
        ["content-erased.v1"] = typeof(ContentErased),
        ["claim-reinstated.v1"] = typeof(ClaimReinstated),
        ["proposal-submitted.v1"] = typeof(ProposalSubmitted),
        ["proposal-accepted.v1"] = typeof(ProposalAccepted),
        ["proposal-rejected.v1"] = typeof(ProposalRejected),
        ["proposal-withdrawn.v1"] = typeof(ProposalWithdrawn),
        ["access-set.v1"] = typeof(AccessSet),
        ["hold-placed.v1"] = typeof(HoldPlaced),
        ["hold-lifted.v1"] = typeof(HoldLifted),
        ["actor-registered.v1"] = typeof(ActorRegistered),
        ["actor-role-set.v1"] = typeof(ActorRoleSet),
        ["key-issued.v1"] = typeof(KeyIssued),
        ["key-revoked.v1"] = typeof(KeyRevoked),
    };

    private static readonly Dictionary<Type, string> NamesByType = TypesByName.ToDictionary(pair => pair.Value, pair => pair.Key);

    /// <summary>Stored names of the present versions, and their types.</summary>
    public static IReadOnlyDictionary<string, Type> Types => TypesByName;

    /// <summary>Stored names of versions that are no longer written but read for ever.</summary>
    public static IReadOnlyCollection<string> FormerNames => [.. Upcaster.FormerNames, .. NarrowerForms.Names];

    /// <summary>Whether a stored name is of an event that leaves the claim in whose stream it stands as it is.</summary>
    public static bool IsOfProposal(string name) => TypesByName.TryGetValue(name, out var type) && type.IsAssignableTo(typeof(IProposalEvent));

    /// <summary>The type of an event of whatever version, in its present form; null where no event has such a name.</summary>
    public static Type? FindType(string name) => TypesByName.GetValueOrDefault(NarrowerForms.IsOne(name, out var present) ? present : Upcaster.PresentNameOf(name));

    /// <exception cref="ArgumentException">The type is not in the catalogue.</exception>
    public static string NameOf(IArchiveEvent happened) => NamesByType.TryGetValue(happened.GetType(), out var name)
        ? name
        : throw new ArgumentException($"{happened.GetType()} is not in the event catalogue.", nameof(happened));

    public static byte[] Serialize(IArchiveEvent happened) => JsonSerializer.SerializeToUtf8Bytes(happened, happened.GetType(), ArchiveJson.Options);

    /// <summary>An event as a log holds it, of whatever version, in its present form; one whose words were erased as an <see cref="ErasedEvent"/>.</summary>
    /// <param name="name">Its stored name.</param>
    /// <param name="data">Its stored JSON, UTF-8.</param>
    /// <param name="stream">Its stream: an erased event no longer says it.</param>
    /// <exception cref="UnreadableEventException">No such name, or the JSON is not of that event's form, nor that of an erased one.</exception>
    public static IArchiveEvent Deserialize(string name, ReadOnlySpan<byte> data, string stream)
    {
        ErasedPayload? payload;
        try
        {
            if (!ErasedForm.TryRead(data, out payload))
                return Deserialize(name, data);
        }
        catch (JsonException e)
        {
            throw new UnreadableEventException($"The stored JSON is neither that of a {name} nor that of an erased event: {e.Message}", e);
        }

        if (FindType(name) is not { } was)
            throw Unknown(name);
        return ErasedEvents.Of(stream, name, was, payload)
            ?? throw new UnreadableEventException($"The erased event of type {name} is in the stream {stream}, which is of no kind that this build knows.");
    }

    /// <summary>An event by itself, of whatever version, in its present form. What comes from a log is read with its stream.</summary>
    /// <param name="name">Its stored name.</param>
    /// <param name="data">Its stored JSON, UTF-8.</param>
    /// <exception cref="UnreadableEventException">No such name, or the JSON is not of that event's form.</exception>
    public static IArchiveEvent Deserialize(string name, ReadOnlySpan<byte> data)
    {
        try
        {
            if (TypesByName.TryGetValue(name, out var type))
                return Present(JsonSerializer.Deserialize(data, type, ArchiveJson.Options), name);
            if (Upcaster.TryUpcast(name, data, out var present, out var upcast))
                return Present(upcast.Deserialize(TypesByName[present], ArchiveJson.Options), name);
            if (NarrowerForms.IsOne(name, out present))
                return NarrowerForms.Checked(Present(JsonSerializer.Deserialize(data, TypesByName[present], ArchiveJson.Options), name), name);
        }
        catch (JsonException e)
        {
            throw new UnreadableEventException($"The stored JSON is not that of a {name}: {e.Message}", e);
        }

        throw Unknown(name);
    }

    private static UnreadableEventException Unknown(string name) =>
        new($"No event is stored under the name {name}. It was written by a newer version of the archive, or by something else.");

    private static IArchiveEvent Present(object? happened, string name) =>
        happened as IArchiveEvent ?? throw new UnreadableEventException($"The stored JSON of a {name} is null.");
}
