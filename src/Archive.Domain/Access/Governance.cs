namespace Archive.Domain.Access;

/// <summary>
/// What was decided on who may see a record, claim or source, and on whether it may be erased. A state has none until something was decided. What
/// is withheld from whom follows from that of the ledger's head, whatever moment is asked about.
/// </summary>
/// <param name="Access">Who may see it; absent where that was never set: open.</param>
/// <param name="Captures">Who may see single captures of a source, in the order in which that was first set.</param>
/// <param name="Holds">Every hold, in force and lifted, in the order in which they were placed.</param>
public sealed record Governance(AccessRule? Access = null, ValueList<CaptureAccess>? Captures = null, ValueList<Hold>? Holds = null)
{
    /// <summary>Nothing was decided.</summary>
    public static readonly Governance None = new();

    /// <exception cref="InvalidOperationException">The event cannot follow: the stream is damaged.</exception>
    public static Governance Evolve(Governance? governance, IGovernanceEvent happened) => (governance ?? None, happened) switch
    {
        (var g, AccessSet { Capture: { } capture } e) => g with { Captures = Replaced(g.Captures ?? [], new CaptureAccess(capture, e.Access)) },
        (var g, AccessSet e) => g with { Access = e.Access },
        (var g, HoldPlaced e) => g with { Holds = [.. g.Holds ?? [], new Hold(e.Number, e.Words, e.LegalBasis, e.Capture)] },
        (var g, HoldLifted e) when g.FindHold(e.Number) is not null => g with
        {
            Holds = g.Holds!.Select(hold => hold.Number == e.Number ? hold with { Lifted = e.Words } : hold).ToValueList(),
        },
        _ => throw new InvalidOperationException(
            $"{happened.GetType().Name} cannot follow in the stream {happened.Subject}, or what it names is not there."),
    };

    /// <summary>Who may see the thing, or one capture of it by that capture's own rule.</summary>
    public AccessRule AccessOf(string? capture) => (capture is null
        ? Access
        : Captures?.FirstOrDefault(known => known.Capture == capture)?.Access) ?? AccessRule.Open;

    public Hold? FindHold(int number) => Holds?.FirstOrDefault(hold => hold.Number == number);

    private static ValueList<CaptureAccess> Replaced(ValueList<CaptureAccess> all, CaptureAccess set) =>
        all.Any(known => known.Capture == set.Capture)
            ? all.Select(known => known.Capture == set.Capture ? set : known).ToValueList()
            : [.. all, set];
}
