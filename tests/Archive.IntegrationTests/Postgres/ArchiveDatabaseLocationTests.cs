using Archive.Postgres;

namespace Archive.IntegrationTests.Postgres;

[Trait(TestLog.Trait, TestLog.None)]
public sealed class ArchiveDatabaseLocationTests
{
    [Fact]
    public async Task A_server_that_was_named_is_taken()
    {
        await using var database = await TestDatabase.CreateAsync();

        (await ResolveAsync(database.ConnectionString)).ShouldBe(database.ConnectionString);
    }

    [Theory]
    [InlineData("Host=127.0.0.1;Port=1;Username=u;Password=hidden;Database=d;Timeout=2")]
    [InlineData("Host=/nowhere/at/all;Username=u;Password=hidden")]
    [InlineData("Hoost=x;Password=hidden")]
    [InlineData("Database=d;Password=hidden")]
    [InlineData("Host=x;Port=many;Password=hidden")]
    [InlineData("hidden")]
    public async Task A_wrong_connection_string_names_the_variable_and_hides_the_password(string connectionString)
    {
        var failure = await Should.ThrowAsync<PostgresUnavailableException>(() => ResolveAsync(connectionString));

        failure.Message.ShouldContain("ARCHIVE_POSTGRES");
        failure.Message.ShouldNotContain("hidden");
    }

    [Fact]
    public async Task A_database_that_is_missing_on_the_named_server_is_an_error()
    {
        await using var database = await TestDatabase.CreateAsync();

        var failure = await Should.ThrowAsync<PostgresUnavailableException>(() => ResolveAsync(database.ConnectionString + ";Database=no_such_one"));

        failure.Message.ShouldContain("no_such_one");
    }

    private static Task<string> ResolveAsync(string connectionString) =>
        ArchiveDatabaseLocation.ResolveAsync(new ArchiveSettings(connectionString, "/nowhere"), _ => { }, TimeProvider.System, TestContext.Current.CancellationToken);
}
