namespace Archive.IntegrationTests.EventStoreDb;

/// <summary>How a double is set up.</summary>
internal sealed record EventStoreDoubleOptions
{
    /// <summary>TLS with a certificate made for this double, which no machine trusts.</summary>
    public bool Tls { get; init; }

    /// <summary>Who may come in by Basic credentials. None: an insecure server, which ignores credentials.</summary>
    public IReadOnlyList<DoubleUser> Users { get; init; } = [];

    public TimeProvider Time { get; init; } = TimeProvider.System;
}
