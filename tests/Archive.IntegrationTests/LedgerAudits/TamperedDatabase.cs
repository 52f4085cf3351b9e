using System.Text.Json;
using System.Text.Json.Nodes;
using Npgsql;

namespace Archive.IntegrationTests.LedgerAudits;

/// <summary>What a database holds, changed at will and put back.</summary>
internal sealed class TamperedDatabase(NpgsqlDataSource database)
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public async Task SaveAsync(IEnumerable<string> tables)
    {
        await RunAsync("drop schema if exists saved cascade; create schema saved");
        foreach (var table in tables)
            await RunAsync($"create table saved.{NameOf(table)} as table {table}");
    }

    public async Task PutBackAsync(IReadOnlyList<string> tables)
    {
        await RunAsync(string.Join(
            ';', ["begin", "set constraints all deferred", .. tables.Reverse().Select(table => $"delete from {table}"), .. tables.Select(table => $"insert into {table} select * from saved.{NameOf(table)}"), "commit"]));
    }

    /// <returns>How many rows it changed.</returns>
    public async Task<int> RunAsync(string sql)
    {
        await using var command = database.CreateCommand(sql);
        return await command.ExecuteNonQueryAsync(Cancellation);
    }

    /// <summary>The columns of a table, and their types.</summary>
    public Task<List<(string Name, string Type)>> ColumnsAsync(string table) => RowsAsync(
        $"select column_name::text, data_type::text from information_schema.columns where table_schema || '.' || table_name = '{table}' order by ordinal_position", row => (row.GetString(0), row.GetString(1)));

    public async Task<List<T>> RowsAsync<T>(string sql, Func<NpgsqlDataReader, T> read)
    {
        await using var command = database.CreateCommand(sql);
        await using var reader = await command.ExecuteReaderAsync(Cancellation);
        var rows = new List<T>();
        while (await reader.ReadAsync(Cancellation))
            rows.Add(read(reader));
        return rows;
    }

    /// <summary>What makes a column's value another of its type.</summary>
    public static string Another(string column, string type) => type switch
    {
        "uuid" => $"overlay({column}::text placing 'abcdabcd' from 1)::uuid",
        "bigint" or "integer" or "smallint" => $"{column} + 100",
        "boolean" => $"not coalesce({column}, false)",
        "bytea" => $"coalesce(set_byte({column}, length({column}) / 2, get_byte({column}, length({column}) / 2) # 1), '\\x01'::bytea)",
        _ when type.StartsWith("timestamp", StringComparison.Ordinal) => $"{column} + interval '1 microsecond'",
        _ => $"{column} || 'x'",
    };

    /// <summary>Every member of a document as a path of PostgreSQL's, and the SQL of another value in its place.</summary>
    public static IEnumerable<(string Path, string Other)> Members(string json) => Members(JsonNode.Parse(json), []);

    /// <summary>A path without the places in arrays: members of the same kind.</summary>
    public static string KindOf(string path) => string.Join(',', path.Split(',').Select(part => int.TryParse(part, out _) ? "*" : part));

    private static IEnumerable<(string Path, string Other)> Members(JsonNode? node, IReadOnlyList<string> path)
    {
        switch (node)
        {
            case JsonObject members:
                foreach (var (name, value) in members)
                {
                    foreach (var inner in Members(value, [.. path, name]))
                        yield return inner;
                }

                break;
            case JsonArray { Count: > 0 } items:
                for (var i = 0; i < items.Count; i++)
                {
                    foreach (var inner in Members(items[i], [.. path, $"{i}"]))
                        yield return inner;
                }

                break;
            default:
                yield return ($"{string.Join(',', path)}", Other(node));
                break;
        }
    }

    private static string Other(JsonNode? node) => node?.GetValueKind() switch
    {
        JsonValueKind.String => $"to_jsonb({Quoted(node.GetValue<string>() + "x")}::text)",
        JsonValueKind.Number => $"to_jsonb({node.ToJsonString()} - 1)",
        JsonValueKind.True => "'false'::jsonb",
        JsonValueKind.False => "'true'::jsonb",
        _ => "'[7]'::jsonb",
    };

    private static string Quoted(string text) => $"'{text.Replace("'", "''", StringComparison.Ordinal)}'";

    private static string NameOf(string table) => table.Replace('.', '_');
}
