namespace Archive.IntegrationTests.EventStoreDb;

/// <summary>How a read or a subscription is cut off.</summary>
internal enum StreamCut
{
    /// <summary>The connection is reset, and with it every call on it.</summary>
    Reset,

    /// <summary>Aborted, as the server does to a subscriber that falls too far behind.</summary>
    ConsumerTooSlow,

    /// <summary>Unavailable, and the connection stays.</summary>
    Unavailable,
}
