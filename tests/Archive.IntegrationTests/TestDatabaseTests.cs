using Npgsql;

namespace Archive.IntegrationTests;

[Trait(TestLog.Trait, TestLog.None)]
public sealed class TestDatabaseTests
{
    [Fact]
    public async Task Databases_of_tests_are_apart_and_go_when_disposed_even_while_in_use()
    {
        await using var one = await TestDatabase.CreateAsync();
        var two = await TestDatabase.CreateAsync();
        await using var connection = new NpgsqlConnection(two.ConnectionString);
        await connection.OpenAsync();
        two.ConnectionString.ShouldNotBe(one.ConnectionString);

        await two.DisposeAsync();

        await using var again = new NpgsqlConnection(two.ConnectionString);
        (await Should.ThrowAsync<PostgresException>(() => again.OpenAsync())).SqlState.ShouldBe(PostgresErrorCodes.InvalidCatalogName);
    }
}
