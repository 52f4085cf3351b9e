namespace Archive.IntegrationTests.EventStoreDb;

internal enum AppendResult
{
    Written,
    Repeated,
    WrongExpectedVersion,
    StreamDeleted,
}
