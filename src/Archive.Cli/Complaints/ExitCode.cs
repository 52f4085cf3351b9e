namespace Archive.Cli.Complaints;

/// <summary>What a process ends with.</summary>
internal static class ExitCode
{
    public const int Ok = 0;
    public const int Refused = 1;
    public const int Usage = 2;
    public const int Outage = 3;

    /// <summary>What shells report of a program that Ctrl-C ended.</summary>
    public const int Interrupted = 130;

    public const string Explained =
        "Exit codes: 0 ok; 1 refused, invalid, not found, conflict or forbidden; 2 wrong usage or an internal error; 3 an outage: the database is out of reach or full, the projector stopped, a clock is off.";

    public static int Of(ComplaintKind kind) => kind switch
    {
        ComplaintKind.Invalid or ComplaintKind.NotFound or ComplaintKind.Refused or ComplaintKind.Conflict or ComplaintKind.Forbidden => Refused,
        ComplaintKind.Outage => Outage,
        ComplaintKind.Interrupted => Interrupted,
        _ => Usage,
    };
}
