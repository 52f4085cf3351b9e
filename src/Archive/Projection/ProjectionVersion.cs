namespace Archive.Projection;

/// <summary>
/// The version of the read models and of what fills them. Raised with every change that makes other documents of the same events; a process
/// of another version than the head's serves and writes but never projects, and moving on is a rebuild.
/// </summary>
internal static class ProjectionVersion
{
    public const int Current = 2;
}
