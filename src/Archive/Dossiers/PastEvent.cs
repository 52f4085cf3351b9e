using Archive.Domain;

namespace Archive.Dossiers;

/// <summary>An event that a stream holds already, and the command that it came from.</summary>
internal sealed record PastEvent(IArchiveEvent Event, Guid Command);
