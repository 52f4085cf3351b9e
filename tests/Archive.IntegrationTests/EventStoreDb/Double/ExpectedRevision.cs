namespace Archive.IntegrationTests.EventStoreDb;

/// <summary>How the server's own code numbers the expectations that are not revisions.</summary>
internal static class ExpectedRevision
{
    public const long NoStream = -1;
    public const long Any = -2;
    public const long StreamExists = -4;
}
