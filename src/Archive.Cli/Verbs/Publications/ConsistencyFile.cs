using System.Text.Json;
using Archive.Cli.Complaints;
using Archive.Cli.Verbs.Neutral;
using Archive.Domain.Ledger;
using Archive.Domain.Ledger.Notes;
using Archive.Publications;

namespace Archive.Cli.Verbs.Publications;

/// <summary>A consistency proof in a file: what 'archive prove --from-checkpoint' writes, or an item of 'archive ledger verify-consistency'.</summary>
internal static class ConsistencyFile
{
    private const string Members = "proof (hashes in base64), and from and to (checkpoints) or size1 and size2";

    /// <exception cref="UsageException">It is none.</exception>
    public static async Task<BroughtProof> ReadAsync(Invocation run, string file)
    {
        var json = await BoundedInput.ReadAsync(run, file, 1024 * 1024);
        try
        {
            using var document = JsonDocument.Parse(json);
            var (item, hashes) = (document.RootElement, IProofItem.Digests(ItemJson.Hashes(document.RootElement, "proof")));
            if (hashes is null)
                throw new UsageException($"A hash of its proof is not {Sha256Digest.Length} bytes long.");
            return item.TryGetProperty("from", out var from)
                ? new BroughtProof(Size(from), item.TryGetProperty("to", out var to) ? Size(to) : null, [.. hashes])
                : new BroughtProof(Number(item, "size1"), Number(item, "size2"), [.. hashes]);
        }
        catch (Exception exception) when (exception is JsonException or InvalidOperationException)
        {
            throw new UsageException($"{file} is no consistency proof: JSON with the members {Members} is one.");
        }
        catch (UsageException wrong)
        {
            throw new UsageException($"{file} is no consistency proof: {wrong.Message} One is JSON with the members {Members}.");
        }
    }

    private static long? Number(JsonElement item, string member) => item.TryGetProperty(member, out _) ? ItemJson.Number(item, member) : null;

    private static long Size(JsonElement note) =>
        CheckpointNote.TryParse(note.GetString() ?? "", out var read, out _)
            ? read.Checkpoint.Size
            : throw new UsageException("Its from or to is no checkpoint.");
}
