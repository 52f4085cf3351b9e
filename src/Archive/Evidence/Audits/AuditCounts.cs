namespace Archive.Evidence.Audits;

/// <summary>How many of one kind of thing an audit found in each state.</summary>
public sealed record AuditCounts(long Exact = 0, long Ambiguous = 0, long Missing = 0, long Altered = 0, long Erased = 0, long Unseen = 0)
{
    public long Total => Exact + Failures + Erased + Unseen;

    /// <summary>Those that are not as they should be.</summary>
    public long Failures => Ambiguous + Missing + Altered;

    internal AuditCounts And(AuditState state) => state switch
    {
        AuditState.Exact => this with { Exact = Exact + 1 },
        AuditState.Ambiguous => this with { Ambiguous = Ambiguous + 1 },
        AuditState.Missing => this with { Missing = Missing + 1 },
        AuditState.Altered => this with { Altered = Altered + 1 },
        AuditState.Erased => this with { Erased = Erased + 1 },
        _ => this with { Unseen = Unseen + 1 },
    };
}
