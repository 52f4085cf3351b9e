namespace Archive.Domain.Time;

/// <summary>A one-of set <c>[..]</c> or an all-of set <c>{..}</c>.</summary>
internal sealed record EdtfSet(Qualification Qualification, BoundsMode Mode, IReadOnlyList<EdtfSetMember> Members) : EdtfExpression(2, Qualification)
{
    /// <summary>
    /// The local time of the set. One-of: all that any member can mean. All-of: one stretch for each member, from its earliest to its latest;
    /// a range counts as its years, months or days while the set has room for them (<see cref="Stretches.Limit"/>), else as one member.
    /// </summary>
    public IReadOnlyList<Stretch> Meaning()
    {
        if (Mode == BoundsMode.OneOf)
            return Stretches.Of(Members.SelectMany(m => m.Alternatives)).Items;

        var parts = new List<Stretch>();
        foreach (var member in Members)
            parts.AddRange(member.Parts(Stretches.Limit - parts.Count));
        return parts;
    }
}
