using System.Diagnostics.CodeAnalysis;
using System.Text.Json.Serialization;
using Archive.Access;
using Archive.Domain;
using Archive.Domain.Erasures;
using Archive.Domain.Records;

namespace Archive.Snapshots;

/// <summary>A record as it stood at a moment, without its claims; of one that is withheld only its id, its entries and why.</summary>
/// <param name="Id">Id of the record.</param>
/// <param name="Description">What it is about.</param>
/// <param name="FirstEntry">Entry that opened it.</param>
/// <param name="SinceEntry">Entry since which it was described like this.</param>
/// <param name="SinceRecordedAt">When that entry was recorded.</param>
/// <param name="ErasedEvents">Events of it whose words were erased; absent where there are none.</param>
/// <param name="Withheld">Why it is not shown; absent where it is.</param>
public sealed record RecordView(
    string Id, RecordDescription? Description, long FirstEntry, long SinceEntry, DateTimeOffset SinceRecordedAt, ValueList<ErasedWords>? ErasedEvents = null, Withheld? Withheld = null)
{
    /// <summary>Whether its content is here.</summary>
    [JsonIgnore]
    [MemberNotNullWhen(true, nameof(Description))]
    [MemberNotNullWhen(false, nameof(Withheld))]
    public bool IsShown => Withheld is null;
}
