using System.Security.Cryptography;
using Archive.Domain.Evidence;
using Archive.Domain.Ledger;

namespace Archive.Backups;

/// <summary>Checks what a backup has of the content store: every list, every content's own SHA-256, every kept row's salted digest.</summary>
internal sealed class EvidenceCheck(string folder)
{
    /// <exception cref="BackupRefusedException"><c>backup-damaged</c>, with the file and the content.</exception>
    public async Task RunAsync(BackedUpEvidence evidence, CancellationToken cancellationToken)
    {
        var (bytes, after) = (0L, "");
        await foreach (var (content, place) in ContentsAsync(evidence, cancellationToken))
        {
            if (!Sha256Digest.TryParse(content.Digest, out _) || string.CompareOrdinal(content.Digest, after) <= 0)
                throw place.Damaged($"'{content.Digest}' is no SHA-256 behind the one before it");
            await CheckContentAsync(content, cancellationToken);
            (bytes, after) = (bytes + content.Length, content.Digest);
        }

        if (bytes != evidence.Bytes)
            throw new LinePlace(evidence.Contents.Name, evidence.Contents.Lines).Damaged($"its contents have {bytes:N0} bytes; the manifest says {evidence.Bytes:N0}");
        await foreach (var (words, place) in WordsAsync(evidence, cancellationToken))
        {
            if (words.Salt.Length != EventDigests.SaltLength || KeptDigest.Of(words.Salt, words.Content).ToString() != words.Digest)
                throw place.Damaged($"the kept words {words.Digest} have another salted digest");
        }

        await foreach (var _ in DestructionsAsync(evidence, cancellationToken))
        {
        }
    }

    public IAsyncEnumerable<(BackedUpContent Line, LinePlace Place)> ContentsAsync(BackedUpEvidence evidence, CancellationToken cancellationToken) =>
        BackupLines.ReadPartAsync<BackedUpContent>(folder, evidence.Contents, cancellationToken);

    public IAsyncEnumerable<(BackedUpWords Line, LinePlace Place)> WordsAsync(BackedUpEvidence evidence, CancellationToken cancellationToken) =>
        BackupLines.ReadPartAsync<BackedUpWords>(folder, evidence.Kept, cancellationToken);

    public IAsyncEnumerable<(BackedUpDestruction Line, LinePlace Place)> DestructionsAsync(BackedUpEvidence evidence, CancellationToken cancellationToken) =>
        BackupLines.ReadPartAsync<BackedUpDestruction>(folder, evidence.Destructions, cancellationToken);

    public FileStream Open(BackedUpContent content) => File.OpenRead(Path.Combine(folder, BackupLayout.ContentFile(content.Digest)));

    private async Task CheckContentAsync(BackedUpContent content, CancellationToken cancellationToken)
    {
        var name = BackupLayout.ContentFile(content.Digest);
        if (!File.Exists(Path.Combine(folder, name)))
            throw Damaged(name, "is missing");
        await using var bytes = Open(content);
        if (bytes.Length != content.Length)
            throw Damaged(name, $"has {bytes.Length:N0} bytes; the list says {content.Length:N0}");
        if (Convert.ToHexStringLower(await SHA256.HashDataAsync(bytes, cancellationToken)) != content.Digest)
            throw Damaged(name, "has another SHA-256 than its name says");
    }

    private static BackupRefusedException Damaged(string name, string what) =>
        new("backup-damaged", $"{name} {what}. Nothing was restored from it. Take another copy of this backup, or an older one.");
}
