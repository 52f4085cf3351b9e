using Archive.Projection;
using Archive.Snapshots;
using Npgsql;

namespace Archive.Evidence;

/// <summary>
/// Takes away contents that no event names: of captures that were refused, or whose command crashed. Only such as nobody put for a day, so that no
/// command under way loses what it has just put; and only when every event that is in the log is projected.
/// </summary>
internal sealed class ContentSweep(IContentStore contents, NpgsqlDataSource database, Generations generations)
{
    public static readonly TimeSpan Age = TimeSpan.FromDays(1);

    /// <summary>Whatever may be withheld from whoever asks: this asks the documents themselves.</summary>
    private const string NamedSql =
        """
        select distinct digest from {0}, lateral (
            select jsonb_path_query(data, '$.state.captures[*].digest') #>> '{{}}' as digest
            union all select jsonb_path_query(data, '$.state.captures[*].text.digest') #>> '{{}}') named
        """;

    /// <param name="catchUp">Waits until the read models are past everything that is in the log when it is called.</param>
    /// <param name="cancellationToken">Stops between two contents.</param>
    /// <returns>How many contents went.</returns>
    public async Task<int> RunAsync(Func<CancellationToken, Task> catchUp, CancellationToken cancellationToken)
    {
        await catchUp(cancellationToken);
        var named = await FindNamedAsync(cancellationToken);
        var gone = 0;
        await foreach (var content in contents.ListAsync(cancellationToken))
        {
            if (!named.Contains(content.Digest) && await contents.DeleteAsync(content.Digest, Age, cancellationToken))
                gone++;
        }

        return gone;
    }

    private async Task<HashSet<string>> FindNamedAsync(CancellationToken cancellationToken)
    {
        await using var session = await ReadSession.OpenAsync(database, generations, cancellationToken);
        var sql = string.Format(System.Globalization.CultureInfo.InvariantCulture, NamedSql, session.Generation.SourceVersions);
        return [.. await session.RowsAsync(sql, row => row.GetString(0), cancellationToken)];
    }
}
