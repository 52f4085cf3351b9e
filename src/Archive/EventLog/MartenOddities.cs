using Archive.Domain.Events;
using Npgsql;
using NpgsqlTypes;

namespace Archive.EventLog;

/// <summary>What stands in Marten's columns beside an event, and is written there and read by nobody.</summary>
internal sealed class MartenOddities(NpgsqlDataSource database, MartenLogTables tables)
{
    /// <summary>Former builds let Marten write its own time when it stored an event, somewhat later than the metadata's.</summary>
    private const string Tolerance = "1 minute";

    private static readonly string[] Types = [.. EventCatalogue.Types.Keys];

    private static readonly string[] DotNetTypes = [.. EventCatalogue.Types.Values.Select(MartenAppendGroup.DotNetTypeOf)];

    /// <summary>Of types that this build knows under another name alone, the .NET type is not asked: it is that of the build that wrote them.</summary>
    private readonly string _find =
        $"""
        select id, stream_id, members from (
            select seq_id, id, stream_id, array_remove(array[
                case when tenant_id is distinct from '*DEFAULT*' then 'tenant_id' end,
                case when bdata is not null then 'bdata' end,
                case when is_archived is distinct from false then 'is_archived' end,
                case when timestamp not between (headers #>> '{"{"}{EventMetadataJson.Header},appendedAt{"}"}')::timestamptz - interval '{Tolerance}'
                    and (headers #>> '{"{"}{EventMetadataJson.Header},appendedAt{"}"}')::timestamptz + interval '{Tolerance}' then 'timestamp' end,
                case when mt_dotnet_type is distinct from coalesce(known.dotnet_type, mt_dotnet_type) then 'mt_dotnet_type' end,
                case when headers <> jsonb_build_object('{EventMetadataJson.Header}', headers -> '{EventMetadataJson.Header}') then 'headers' end], null) as members
            from {tables.Events} left join unnest($3, $4) as known (type, dotnet_type) using (type)
            where seq_id > $1 and seq_id <= $2 and {MartenLogTables.IsEntrys}) as beside
        where members <> array[]::text[] order by seq_id limit 1
        """;

    public async Task<LogOddity?> FindAsync(LogPosition after, LogPosition upTo, CancellationToken cancellationToken)
    {
        await using var command = database.CreateCommand(_find);
        command.Parameters.Add(new() { Value = after.Commit });
        command.Parameters.Add(new() { Value = upTo.Commit });
        command.Parameters.Add(new() { Value = Types, NpgsqlDbType = NpgsqlDbType.Array | NpgsqlDbType.Varchar });
        command.Parameters.Add(new() { Value = DotNetTypes, NpgsqlDbType = NpgsqlDbType.Array | NpgsqlDbType.Varchar });
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        return await reader.ReadAsync(cancellationToken) ? new LogOddity(reader.GetGuid(0), reader.GetString(1), reader.GetFieldValue<string[]>(2)) : null;
    }
}
