using Archive.Evidence;

namespace Archive.Backups;

/// <summary>
/// Writes the content store into a backup, while everything runs. What an event up to the backup's last entry names was stored before that entry, so that what is
/// read later has it, unless it was erased since. Destructions are read first: of what is destroyed later there may be the bytes, and then the restored archive
/// carries the order out again.
/// </summary>
internal sealed class EvidenceBackup(IContentStore store, EvidenceRows rows)
{
    public async Task<BackedUpEvidence> WriteAsync(BackupFolder folder, long lastEntry, CancellationToken cancellationToken)
    {
        await store.PrepareAsync(cancellationToken);
        await rows.PrepareAsync(cancellationToken);
        var destructions = await folder.WritePartAsync(BackupLayout.Destructions, rows.DestructionsUpToAsync(lastEntry, cancellationToken), cancellationToken);
        var bytes = 0L;
        var contents = await folder.WritePartAsync(BackupLayout.Contents, ContentsAsync(), cancellationToken);
        return new BackedUpEvidence(contents, bytes, await folder.WritePartAsync(BackupLayout.Kept, rows.WordsAsync(cancellationToken), cancellationToken), destructions);

        async IAsyncEnumerable<BackedUpContent> ContentsAsync()
        {
            await foreach (var content in store.ListAsync(cancellationToken))
            {
                if (!await WriteContentAsync(folder, content.Digest, cancellationToken))
                    continue;
                bytes += content.Length;
                yield return new BackedUpContent(content.Digest, content.Length);
            }
        }
    }

    /// <returns>False where it was erased in the meantime.</returns>
    /// <exception cref="BackupRefusedException"><c>content-altered</c>.</exception>
    private async Task<bool> WriteContentAsync(BackupFolder folder, string digest, CancellationToken cancellationToken)
    {
        try
        {
            await using var bytes = await store.OpenAsync(digest, cancellationToken);
            if (bytes is null)
                return false;
            await folder.WriteContentAsync(digest, bytes, cancellationToken);
            return true;
        }
        catch (ContentAlteredException)
        {
            folder.TakeContentBack(digest);
            if ((await store.FindLengthsAsync([digest], cancellationToken)).Count == 0)
                return false;
            throw new BackupRefusedException("content-altered", $"The bytes of the content {digest} in the content store are not those of its digest: the store is damaged. No backup was written. Mend it first: 'archive audit evidence' names what is damaged, and to capture the same file again mends it.");
        }
    }
}
