using System.Text.Json;
using System.Text.Json.Nodes;
using Archive.Domain;
using Archive.Domain.Events;
using Archive.Domain.Ledger;

namespace Archive.Backups;

/// <summary>
/// What a backup holds: <c>manifest.json</c>, of the form of <c>schemas/backup/manifest.v3.schema.json</c>, or of that of version 1, which had no evidence, or 2, which had no signatures. It is written last: a folder without
/// it is no backup.
/// </summary>
/// <param name="Format">Always <see cref="TheFormat"/>.</param>
/// <param name="Version">Of the form; this build writes <see cref="TheVersion"/>, and reads those before too.</param>
/// <param name="Log">The log that it is of.</param>
/// <param name="CreatedAt">When the backup was begun.</param>
/// <param name="Events">How many events it holds: all from entry 1.</param>
/// <param name="Last">The last entry; absent where there are no events.</param>
/// <param name="RootHash">Root of the Merkle tree over all leaf hashes (RFC 9162), as a checkpoint of that size has it.</param>
/// <param name="Files">Its files, in the order of the events.</param>
/// <param name="Digest">SHA-256 of the canonical JSON of this without the member <c>digest</c>.</param>
/// <param name="Evidence">What it has of the content store; absent in version 1.</param>
/// <param name="Ledger">What it has of the ledger's signatures; absent in versions 1 and 2.</param>
public sealed record BackupManifest(
    string Format,
    int Version,
    BackedUpLog Log,
    DateTimeOffset CreatedAt,
    long Events,
    BackedUpEntry? Last,
    string RootHash,
    ValueList<BackupFile> Files,
    string Digest,
    BackedUpEvidence? Evidence = null,
    BackedUpLedger? Ledger = null)
{
    public const string TheFormat = "archive-backup";

    public const int TheVersion = 3;

    /// <summary>Of backups that have the log alone.</summary>
    public const int LogAlone = 1;

    /// <summary>Of backups that have no keys and checkpoints of the ledger.</summary>
    public const int Unsigned = 2;

    /// <summary>Reads the manifest of a backup, and nothing else of it.</summary>
    public static async Task<Outcome<BackupManifest>> ReadAsync(string folder, CancellationToken cancellationToken)
    {
        try
        {
            return new Outcome<BackupManifest>.Ok(await new BackupReader(folder).ReadManifestAsync(cancellationToken));
        }
        catch (BackupRefusedException refused)
        {
            return new Outcome<BackupManifest>.Refused(refused.Refusal);
        }
    }

    internal BackupManifest WithDigest() => this with { Digest = DigestOf(JsonSerializer.SerializeToNode(this, ArchiveJson.Options)!.AsObject()) };

    /// <summary>Of a manifest's JSON, whatever its member <c>digest</c> says.</summary>
    internal static string DigestOf(JsonObject manifest)
    {
        var undigested = manifest.DeepClone().AsObject();
        undigested.Remove("digest");
        return Sha256Digest.Of(CanonicalJson.Canonicalize(JsonSerializer.SerializeToUtf8Bytes(undigested, ArchiveJson.Options))).ToString();
    }
}
