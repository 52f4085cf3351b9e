using System.Runtime.CompilerServices;
using System.Security.Cryptography;
using System.Text.Json;
using System.Text.Json.Nodes;
using Archive.Domain.Events;
using Archive.Domain.Ledger;
using Archive.Domain.Ledger.Trees;
using Archive.Ledger;
using Archive.Projection;

namespace Archive.Backups;

/// <summary>Reads a backup, and believes nothing that it can check. Nothing outside the folder is ever read.</summary>
internal sealed class BackupReader(string folder)
{
    /// <summary>The part that is of the content store.</summary>
    public EvidenceCheck Evidence { get; } = new(folder);

    /// <summary>The part that is of the ledger's signatures.</summary>
    public LedgerCheck Ledger { get; } = new(folder);

    /// <exception cref="BackupRefusedException">There is none, it is of another form, or it is damaged.</exception>
    public async Task<BackupManifest> ReadManifestAsync(CancellationToken cancellationToken)
    {
        var path = Path.Combine(folder, BackupLayout.Manifest);
        if (!File.Exists(path))
            throw new BackupRefusedException("backup-missing", $"'{folder}' has no {BackupLayout.Manifest}: it is no backup, or one that was interrupted before its end. Name the folder of a whole backup.");
        if (new FileInfo(path).Length > BackupLayout.LongestManifest)
            throw Damaged("it is longer than any manifest");
        try
        {
            var json = await File.ReadAllBytesAsync(path, cancellationToken);
            if (!CanonicalJson.TryCanonicalize(json, out _, out var error))
                throw Damaged(error.Message.TrimEnd('.'));
            var members = JsonNode.Parse(json) as JsonObject ?? throw Damaged("it is no JSON object");
            RequireForm(members);
            var manifest = members.Deserialize<BackupManifest>(ArchiveJson.Options)!;
            if (BackupManifest.DigestOf(members) != manifest.Digest)
                throw Damaged("its digest is not that of what it says");
            RequireSound(manifest);
            return manifest;
        }
        catch (JsonException e)
        {
            throw Damaged(e.Message.TrimEnd('.'));
        }
    }

    /// <summary>Checks every file's digest, then every event's leaf hash, and the root over all of them.</summary>
    /// <param name="manifest">The manifest.</param>
    /// <param name="known">An entry whose leaf hash is wanted.</param>
    /// <param name="told">Is told how many events were checked.</param>
    /// <param name="cancellationToken">Stops.</param>
    /// <returns>Leaf hash of the known entry, where the backup has it.</returns>
    /// <exception cref="BackupRefusedException"><c>backup-damaged</c>.</exception>
    public async Task<string?> CheckAsync(BackupManifest manifest, long known, Action<long> told, CancellationToken cancellationToken)
    {
        foreach (var file in manifest.Files)
            await CheckFileAsync(file.Name, file.Bytes, file.Sha256, cancellationToken);
        if (manifest.Evidence is { } evidence)
        {
            foreach (var part in (BackupPart[])[evidence.Contents, evidence.Kept, evidence.Destructions])
                await CheckFileAsync(part.Name, part.Bytes, part.Sha256, cancellationToken);
            await Evidence.RunAsync(evidence, cancellationToken);
        }

        if (manifest.Ledger is { } ledger)
        {
            foreach (var part in (BackupPart[])[ledger.Keys, ledger.Checkpoints])
                await CheckFileAsync(part.Name, part.Bytes, part.Sha256, cancellationToken);
            await Ledger.RunAsync(ledger, manifest.Events, cancellationToken);
        }

        var (root, leafHash) = (new MerkleRoot(), default(string));
        LedgerEntry? last = null;
        await foreach (var (line, place) in ReadAsync(manifest, cancellationToken))
        {
            last = Number(last, line, place);
            if (last.LeafHash != line.LeafHash)
                throw place.Damaged($"entry {line.Entry} (event {line.Id}) has another leaf hash than the line says");
            root.Append(Sha256Digest.Parse(last.LeafHash));
            if (last.Id == known)
                leafHash = last.LeafHash;
            if (last.Id % 1000 == 0)
                told(last.Id);
        }

        if (root.ToRoot().ToString() != manifest.RootHash || last?.LeafHash != manifest.Last?.LeafHash || last?.EventId != manifest.Last?.EventId || last?.RecordedAt != manifest.Last?.RecordedAt)
            throw Damaged("its last entry or root hash is not that of the events");
        return leafHash;
    }

    /// <summary>The events, in order, each with where it stands.</summary>
    public async IAsyncEnumerable<(BackupEvent Line, LinePlace Place)> ReadAsync(BackupManifest manifest, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var entry = 0L;
        foreach (var file in manifest.Files)
        {
            var number = 0L;
            await foreach (var line in BackupLines.ReadAsync(folder, file.Name, cancellationToken))
            {
                var place = new LinePlace(file.Name, ++number);
                if (line.Entry != ++entry)
                    throw place.Damaged($"entry {entry} should stand here, not {line.Entry}");
                yield return (line, place);
            }

            if (number != file.Events)
                throw new LinePlace(file.Name, number + 1).Damaged($"it ends after {number} events; the manifest says {file.Events}");
        }
    }

    private static LedgerEntry Number(LedgerEntry? last, BackupEvent line, LinePlace place)
    {
        try
        {
            return LedgerNumbering.Number(last?.Id ?? 0, last?.RecordedAt, line.ToLogged());
        }
        catch (Exception e) when (e is ArgumentException or CanonicalJsonException or UnreadableEventException)
        {
            throw place.Damaged($"entry {line.Entry} (event {line.Id}) has no leaf hash: {e.Message.TrimEnd('.')}");
        }
    }

    private static void RequireForm(JsonObject members)
    {
        var (format, version) = (members["format"], members["version"]);
        if (format?.GetValueKind() != JsonValueKind.String || format.GetValue<string>() != BackupManifest.TheFormat)
            throw new BackupRefusedException("backup-unknown-form", $"{BackupLayout.Manifest} does not say that it is an {BackupManifest.TheFormat}. Name the folder of a backup that 'archive backup' wrote.");
        if (version?.GetValueKind() != JsonValueKind.Number || !((int[])[BackupManifest.LogAlone, BackupManifest.Unsigned, BackupManifest.TheVersion]).Any(known => JsonNode.DeepEquals(version, known)))
            throw new BackupRefusedException("backup-unknown-form", $"{BackupLayout.Manifest} is of version {version?.ToJsonString() ?? "none"}; this build reads versions {BackupManifest.LogAlone} to {BackupManifest.TheVersion}. Restore with the build that wrote it, or a newer one.");
    }

    private static void RequireSound(BackupManifest manifest)
    {
        for (var i = 0; i < manifest.Files.Count; i++)
        {
            if (manifest.Files[i].Name != BackupLayout.EventFile(i + 1))
                throw Damaged($"it names the file '{manifest.Files[i].Name}' where {BackupLayout.EventFile(i + 1)} should be");
        }

        if (manifest.Evidence is null != (manifest.Version == BackupManifest.LogAlone))
            throw Damaged($"it {(manifest.Evidence is null ? "says nothing" : "speaks")} of evidence, and is of version {manifest.Version}");
        if (manifest.Evidence is { } evidence && (evidence.Contents.Name, evidence.Kept.Name, evidence.Destructions.Name) != (BackupLayout.Contents, BackupLayout.Kept, BackupLayout.Destructions))
            throw Damaged($"the files of its evidence are {BackupLayout.Contents}, {BackupLayout.Kept} and {BackupLayout.Destructions}, and no others");
        if (manifest.Ledger is null != (manifest.Version <= BackupManifest.Unsigned))
            throw Damaged($"it {(manifest.Ledger is null ? "says nothing" : "speaks")} of the ledger's signatures, and is of version {manifest.Version}");
        if (manifest.Ledger is { } ledger && (ledger.Keys.Name, ledger.Checkpoints.Name) != (BackupLayout.VerifierKeys, BackupLayout.Checkpoints))
            throw Damaged($"the files of its ledger are {BackupLayout.VerifierKeys} and {BackupLayout.Checkpoints}, and no others");
        if (manifest.Events != manifest.Files.Sum(file => file.Events) || manifest.Events != (manifest.Last?.Number ?? 0))
            throw Damaged("its numbers of events do not agree");
    }

    private async Task CheckFileAsync(string name, long bytes, string sha256, CancellationToken cancellationToken)
    {
        var path = Path.Combine(folder, name);
        if (!File.Exists(path))
            throw DamagedFile(name, "is missing");
        await using var stream = File.OpenRead(path);
        if (stream.Length != bytes)
            throw DamagedFile(name, $"has {stream.Length:N0} bytes; the manifest says {bytes:N0}");
        if (Convert.ToHexStringLower(await SHA256.HashDataAsync(stream, cancellationToken)) != sha256)
            throw DamagedFile(name, "has another SHA-256 than the manifest says");
    }

    private static BackupRefusedException DamagedFile(string name, string what) =>
        new("backup-damaged", $"{name} {what}. Nothing was restored from it. Take another copy of this backup, or an older one.");

    private static BackupRefusedException Damaged(string what) =>
        new("backup-damaged", $"{BackupLayout.Manifest}: {what}. Nothing was restored from it. Take another copy of this backup, or an older one.");
}
