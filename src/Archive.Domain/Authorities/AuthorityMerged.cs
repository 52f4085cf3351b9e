namespace Archive.Domain.Authorities;

/// <summary>Two authorities turned out to be one; this one is found under the other from now on.</summary>
/// <param name="Authority">The id that is given up.</param>
/// <param name="Into">The id that stays.</param>
/// <param name="Words">Why.</param>
/// <param name="Decided">The editor's own date for it, in EDTF.</param>
public sealed record AuthorityMerged(string Authority, string Into, string Words, string? Decided = null) : IAuthorityEvent
{
    IEnumerable<string> IArchiveEvent.References => [StreamName.OfAuthority(Into)];
}
