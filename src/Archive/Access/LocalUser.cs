namespace Archive.Access;

/// <summary>A user of the machine on which the archive's program runs.</summary>
/// <param name="Actor">The opaque id under which they act: <c>local-</c> and the number of the user.</param>
/// <param name="Name">What the machine calls them.</param>
/// <param name="OwnsArchive">Whether the archive's database is the user's own, which nobody else can reach.</param>
public sealed record LocalUser(string Actor, string Name, bool OwnsArchive);
