using Archive.Domain.Claims;
using Archive.Snapshots;
using MediatR;

namespace Archive.Provenance;

/// <summary>Everything that happened to a claim, or to a record and its claims, in entry order.</summary>
/// <param name="Subject">Id of a record or of a claim.</param>
/// <param name="AsOf">What happened up to then.</param>
/// <param name="Filter">Only what happened to claims that pass it, as they stood then.</param>
/// <param name="Page">Which part.</param>
public sealed record GetHistory(string Subject, AsOf AsOf, ClaimFilter Filter, PageRequest Page) : IRequest<Outcome<History>>;

/// <param name="AsOf">The moment.</param>
/// <param name="Subject">Id of the record or claim.</param>
/// <param name="Items">What happened.</param>
/// <param name="Names">What the ids stand for.</param>
public sealed record History(Moment AsOf, string Subject, Page<HistoryItem> Items, Names Names);

/// <summary>One change: who, when, why, and what changed field by field.</summary>
/// <param name="Event">The entry.</param>
/// <param name="Subject">Id of the record or claim that changed.</param>
/// <param name="Reason">From the closed list of its kind, where it has one.</param>
/// <param name="Fault">Whose error a correction mends.</param>
/// <param name="Words">The editor's explanation.</param>
/// <param name="Notice">What readers were told.</param>
/// <param name="Decided">The editor's own date, in EDTF.</param>
/// <param name="Changes">The fields that changed.</param>
public sealed record HistoryItem(
    EventView Event,
    string Subject,
    string? Reason,
    Fault? Fault,
    string? Words,
    string? Notice,
    string? Decided,
    IReadOnlyList<FieldChange> Changes);
