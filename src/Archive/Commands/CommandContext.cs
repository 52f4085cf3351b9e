using System.Text.Json.Serialization;
using Archive.Domain.Access;

namespace Archive.Commands;

/// <summary>What every command carries beside its input.</summary>
/// <param name="CommandId">Makes a repeat harmless: the same id with the same input is answered with the first receipt.</param>
/// <param name="Actor">Opaque id of who asks.</param>
/// <param name="ExpectedRevision">Revision of the stream that the asker saw, from 0; absent where any will do.</param>
/// <param name="Correlation">What the command belongs to, such as an import.</param>
/// <param name="Causation">Id of the event or command that led to it.</param>
/// <param name="Role">What the actor may do, as the host found out; null where nothing is known of them, and then nothing is done.</param>
/// <param name="Through">Opaque id of the administrator who acts as the actor; null where the actor does so themselves.</param>
public sealed record CommandContext(
    Guid CommandId, string Actor, long? ExpectedRevision = null, Guid? Correlation = null, Guid? Causation = null, Role? Role = null, string? Through = null)
{
    /// <summary>Who is behind it: an administrator who acts as another stays one person.</summary>
    [JsonIgnore]
    internal string Person => Through ?? Actor;
}
