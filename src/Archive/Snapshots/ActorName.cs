using Archive.Domain.Access;

namespace Archive.Snapshots;

/// <summary>Who the opaque id of an actor stands for.</summary>
/// <param name="Name">Their name; absent where it is gone.</param>
/// <param name="Kind">What they are.</param>
public sealed record ActorName(string? Name, ActorKind Kind);
