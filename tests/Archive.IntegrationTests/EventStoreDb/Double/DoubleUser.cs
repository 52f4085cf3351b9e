namespace Archive.IntegrationTests.EventStoreDb;

/// <summary>Somebody a secured double knows. Whoever <see cref="MayAll"/> denies may authenticate and do nothing.</summary>
internal sealed record DoubleUser(string Name, string Password, bool MayAll = true);
