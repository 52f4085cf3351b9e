using System.Runtime.CompilerServices;
using System.Text;
using Archive.Domain;
using Npgsql;

namespace Archive.Evidence.Audits;

/// <summary>Recomputes the salted digests of what is kept by reference.</summary>
internal sealed class KeptCheck(NpgsqlDataSource database)
{
    private const int Size = 1_000;

    /// <returns>By digest: the content of those that are there, null of those that are not what the digest says. Others are missing.</returns>
    public async Task<IReadOnlyDictionary<string, string?>> FindAsync(IReadOnlyCollection<string> digests, CancellationToken cancellationToken)
    {
        var found = new Dictionary<string, string?>(StringComparer.Ordinal);
        if (digests.Count == 0)
            return found;
        await using var command = database.CreateCommand($"select digest, stream, salt, content, kind = 'quote' from {KeptTables.Kept} where digest = any($1)");
        command.Parameters.Add(new() { Value = digests.ToArray() });
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        while (await reader.ReadAsync(cancellationToken))
        {
            var (digest, _, _, content) = Read(reader);
            found[digest] = content;
        }

        return found;
    }

    /// <summary>Rows that are in the log, whatever they are kept for, in the order of their digests; the content is null where it is not what the digest says.</summary>
    /// <param name="record">Only those of a record's claims.</param>
    /// <param name="cancellationToken">Stops.</param>
    public async IAsyncEnumerable<(string Digest, string Stream, bool IsQuote, string? Content)> ListAsync(string? record, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var after = "";
        for (var page = new List<(string Digest, string, bool, string?)>(); ; page.Clear())
        {
            await using (var command = database.CreateCommand(
                $"select digest, stream, salt, content, kind = 'quote' from {KeptTables.Kept} where confirmed and digest > $1 and starts_with(stream, $2) order by digest limit {Size}"))
            {
                command.Parameters.Add(new() { Value = after });
                command.Parameters.Add(new() { Value = record is null ? "" : StreamName.OfClaim(record + "/") });
                await using var reader = await command.ExecuteReaderAsync(cancellationToken);
                while (await reader.ReadAsync(cancellationToken))
                    page.Add(Read(reader));
            }

            foreach (var row in page)
                yield return row;
            if (page.Count < Size)
                yield break;
            after = page[^1].Digest;
        }
    }

    private static (string Digest, string Stream, bool IsQuote, string? Content) Read(NpgsqlDataReader row)
    {
        var (digest, content) = (row.GetString(0), row.GetFieldValue<byte[]>(3));
        return (digest, row.GetString(1), row.GetBoolean(4), KeptRow.IsOf(digest, row.GetFieldValue<byte[]>(2), content) ? Encoding.UTF8.GetString(content) : null);
    }
}
