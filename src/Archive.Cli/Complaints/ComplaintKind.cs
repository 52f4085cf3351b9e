namespace Archive.Cli.Complaints;

/// <summary>Why there is no answer.</summary>
internal enum ComplaintKind
{
    Invalid,
    NotFound,
    Refused,
    Conflict,
    Forbidden,
    Usage,
    Outage,
    Interrupted,
    Internal,
}
