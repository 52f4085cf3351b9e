namespace Archive.Domain.Access;

/// <summary>Decides who may see a thing and whether it may be erased. Pure; shape was checked before.</summary>
public static class GovernanceDecider
{
    /// <param name="governed">The record, claim or source; null where there is none.</param>
    /// <param name="subject">Its stream.</param>
    /// <param name="capture">SHA-256 of one of its captures; null for the whole.</param>
    public static Decision SetAccess(Governed? governed, string subject, string? capture, AccessRule access, string words, string? decided)
    {
        if (Unknown(governed, subject, capture) is { } refused)
            return refused;
        var set = access.InOrder();
        return (governed!.Governance ?? Governance.None).AccessOf(capture) == set
            ? Decision.Nothing
            : Decision.Of(new AccessSet(subject, capture, set, words, decided));
    }

    public static Decision PlaceHold(Governed? governed, string subject, string? capture, string legalBasis, string words, string? decided)
    {
        if (Unknown(governed, subject, capture) is { } refused)
            return refused;
        var holds = governed!.Governance?.Holds ?? [];
        return holds.Any(hold => hold.IsInForce && hold.Capture == capture && hold.LegalBasis == legalBasis && hold.Words == words)
            ? Decision.Nothing
            : Decision.Of(new HoldPlaced(subject, holds.Select(hold => hold.Number).DefaultIfEmpty().Max() + 1, legalBasis, words, capture, decided));
    }

    public static Decision LiftHold(Governed? governed, string subject, int number, string words, string? decided)
    {
        if (Unknown(governed, subject, null) is { } refused)
            return refused;
        return governed!.Governance?.FindHold(number) switch
        {
            null => Decision.Refuse("hold-unknown", $"{Named(subject)} has no hold {number}. 'archive hold list' shows those it has."),
            { IsInForce: false } => Decision.Refuse("hold-already-lifted", $"Hold {number} on {Named(subject)} was lifted before. To hold it again, place another."),
            _ => Decision.Of(new HoldLifted(subject, number, words, decided)),
        };
    }

    private static Decision? Unknown(Governed? governed, string subject, string? capture)
    {
        if (governed is null)
            return Decision.Refuse($"{KindOf(subject)}-unknown", $"There is no {KindOf(subject)} {StreamName.IdOf(subject)}. Name one that there is.");
        return capture is null || governed.Captures.Any(known => known.Digest == capture)
            ? null
            : Decision.Refuse("capture-unknown", $"{Named(subject)} has no capture {capture}. 'archive access show' lists those it has.");
    }

    private static string Named(string subject) => $"{char.ToUpperInvariant(subject[0])}{KindOf(subject)[1..]} {StreamName.IdOf(subject)}";

    private static string KindOf(string subject) => subject[..subject.IndexOf('/', StringComparison.Ordinal)];
}
