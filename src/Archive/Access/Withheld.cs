using Archive.Domain.Access;

namespace Archive.Access;

/// <summary>Why a thing is not shown to whoever asked. Of several reasons the strictest is told.</summary>
/// <param name="By">Of what the access is that withholds it: its own, or that of its record or source.</param>
/// <param name="Access">That access, with its legal basis.</param>
public sealed record Withheld(GovernedKind By, AccessRule Access);
