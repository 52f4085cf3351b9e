namespace Archive.Cli.Opening;

/// <summary>Two event logs, as they were named: each may hold credentials, and is never shown.</summary>
internal sealed record LogEnds(string From, string To)
{
    public const string Postgres = "postgres";
    public const string EventStoreDb = "eventstoredb";
    public const string Forms = "postgres, eventstoredb or a connection string such as esdb://host:2113";

    public override string ToString() => nameof(LogEnds);
}
