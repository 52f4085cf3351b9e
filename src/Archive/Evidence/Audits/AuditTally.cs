using Archive.Snapshots;

namespace Archive.Evidence.Audits;

/// <summary>Counts what an audit finds, and keeps of it the page that was asked for and nothing else, however much there is.</summary>
internal sealed class AuditTally(PageRequest page, bool everything)
{
    private readonly Dictionary<AuditedThing, AuditCounts> _counts = [];
    private readonly List<AuditFinding> _kept = [];
    private long _listed;

    public void Add(AuditFinding finding)
    {
        _counts[finding.Thing] = Of(finding.Thing).And(finding.State);
        if (!everything && !finding.IsFailure)
            return;
        var skipped = (long)(page.Number - 1) * page.Size;
        if (_listed++ >= skipped && _kept.Count < page.Size)
            _kept.Add(finding);
    }

    public AuditCounts Of(AuditedThing thing) => _counts.GetValueOrDefault(thing) ?? new AuditCounts();

    public Page<AuditFinding> Page() => new(_kept, page.Number, page.Size, (int)Math.Min(_listed, int.MaxValue));
}
