using Archive.Evidence;

namespace Archive.Backups;

/// <summary>Puts what a checked backup has of the content store into the place that is restored into. What is there already is passed over.</summary>
internal sealed class EvidenceRestore(IContentStore store, EvidenceRows rows)
{
    /// <exception cref="BackupRefusedException"><c>restore-differs</c>: a file changed since it was checked.</exception>
    public async Task RunAsync(EvidenceCheck backup, BackedUpEvidence evidence, CancellationToken cancellationToken)
    {
        await store.PrepareAsync(cancellationToken);
        await rows.PrepareAsync(cancellationToken);
        await foreach (var (content, _) in backup.ContentsAsync(evidence, cancellationToken))
        {
            if ((await store.FindLengthsAsync([content.Digest], cancellationToken)).Count > 0)
                continue;
            await using var bytes = backup.Open(content);
            if (await store.PutAsync(bytes, content.Length, cancellationToken) is not { } stored || stored.Digest != content.Digest)
                throw new BackupRefusedException("restore-differs", $"{BackupLayout.ContentFile(content.Digest)} has changed since it was checked. Take another copy of this backup, and restore it again.");
        }

        await foreach (var (words, _) in backup.WordsAsync(evidence, cancellationToken))
            await rows.AddAsync(words, cancellationToken);
        await foreach (var (destruction, _) in backup.DestructionsAsync(evidence, cancellationToken))
            await rows.AddAsync(destruction, cancellationToken);
    }
}
