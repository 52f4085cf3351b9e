namespace Archive.Domain.Access;

/// <summary>Who may see a thing, and by what law. What nobody ever set is open.</summary>
/// <param name="Kind">Open, closed or restricted.</param>
/// <param name="Until">The day at whose beginning, 00:00 UTC, what is closed opens of itself; absent where it stays closed.</param>
/// <param name="Roles">The roles that may see what is restricted, each once, in the order of <see cref="Role"/>.</param>
/// <param name="LegalBasis">The law, contract or promise; shown to everybody from whom something is withheld. Absent where it is open.</param>
public sealed record AccessRule(AccessKind Kind, DateOnly? Until = null, ValueList<Role>? Roles = null, string? LegalBasis = null)
{
    public static readonly AccessRule Open = new(AccessKind.Open);

    /// <summary>Whether somebody may see what this rule governs. Auditors and administrators always may.</summary>
    /// <param name="role">Their role; null where nothing is known of them.</param>
    /// <param name="at">When they ask.</param>
    public bool Admits(Role? role, DateTimeOffset at) => role is Role.Auditor or Role.Administrator || Kind switch
    {
        AccessKind.Open => true,
        AccessKind.Closed => Until is { } day && at >= new DateTimeOffset(day, TimeOnly.MinValue, TimeSpan.Zero),
        _ => role is { } known && Roles is not null && Roles.Contains(known),
    };

    /// <summary>The same rule whatever order and repetition the roles were given in.</summary>
    internal AccessRule InOrder() => Roles is null ? this : this with { Roles = Roles.Distinct().Order().ToValueList() };
}
