using System.Text.Json;
using Archive.Domain.Events;
using Archive.Ledger;
using JasperFx;
using Npgsql;
using NpgsqlTypes;

namespace Archive.Projection;

/// <summary>Moves the ledger head of a generation in the caller's transaction, fenced by its revision.</summary>
internal static class HeadRow
{
    /// <summary>Moves the head where it is at the revision that <paramref name="moved"/> was made from; see <see cref="RequireMoved"/>.</summary>
    public static NpgsqlBatchCommand Move(GenerationStore generation, LedgerHead moved) => new(
        $"update {generation.Heads} set data = $1, mt_version = mt_version + 1, mt_last_modified = now() where id = '{LedgerHead.TheId}' and mt_version = $2")
    {
        Parameters =
        {
            new() { Value = JsonSerializer.SerializeToUtf8Bytes(moved, ArchiveJson.Options), NpgsqlDbType = NpgsqlDbType.Jsonb },
            new() { Value = (long)moved.Revision },
        },
    };

    /// <exception cref="ConcurrencyException">Somebody else has moved the head.</exception>
    public static void RequireMoved(NpgsqlBatchCommand executed)
    {
        if (executed.RecordsAffected != 1)
            throw new ConcurrencyException(typeof(LedgerHead), LedgerHead.TheId);
    }
}
