using System.Text;
using System.Text.Json;
using Archive.Access;
using Archive.Dossiers;
using Archive.Domain;
using Archive.Domain.Events;
using Archive.Domain.Ledger;
using Archive.Domain.Ledger.Notes;
using Archive.Domain.Ledger.Proofs;
using Archive.Domain.Packages;
using Archive.Domain.Sources;
using Archive.Evidence;
using Archive.Exports;
using Archive.Exports.Prov;
using Archive.Ledger;
using Archive.Snapshots;

namespace Archive.Packages;

/// <summary>Writes the parts of a package. What events name is taken from their stored JSON, and everything is digested as it is written.</summary>
internal sealed class BagComposition(StreamHistories histories, IContentStore contents, ErasureRecords erasures)
{
    public async Task<(ExportedBag? Bag, Refusal? Refusal)> WriteAsync(
        ExportBag query, Snapshot snapshot, KeptCheckpoint checkpoint, SigningKey key, CancellationToken cancellationToken)
    {
        if (checkpoint.Checkpoint.Size > snapshot.HeadEntry)
            return (null, LedgerBehind.Of(checkpoint.Checkpoint, snapshot.HeadEntry));
        using var writer = BagWriter.Begin(query.Folder);
        var entries = await snapshot.EntriesReachedByAsync(query.Record);
        var events = await ReadAsync(entries, cancellationToken);
        var kept = await KeptAsync(snapshot, events);
        await WriteLinesAsync(writer, BagNames.Events, ToAsync(events.Select(proven => proven.ToJson())), cancellationToken);
        await WriteLinesAsync(writer, BagNames.Proofs, ProofsAsync(snapshot, events, checkpoint.Checkpoint.Size), cancellationToken);
        await WriteLinesAsync(writer, BagNames.Kept, ToAsync(kept.Found.OrderBy(row => row.Digest, StringComparer.Ordinal).Select(row => row.ToJson())), cancellationToken);
        await WriteSnapshotAsync(writer, snapshot.Moment, query.Record, events, cancellationToken);
        await writer.WriteAsync(BagNames.Checkpoint, Encoding.UTF8.GetBytes(checkpoint.Note.ToString()), cancellationToken);
        await WriteProvenanceAsync(writer, snapshot, query.Record, cancellationToken);
        // Everything has been read through the snapshot by now: what is closed to whoever asks was noted.
        if (snapshot.Disclosure is { } disclosure)
            return (null, ExportBagHandler.Withheld(query.Record, disclosure, 0));
        var captures = events.Where(proven => proven.Erased is null && proven.Type.StartsWith("source-captured.", StringComparison.Ordinal))
            .Select(proven => proven.Happened()).OfType<SourceCaptured>().Select(captured => captured.Capture).ToArray();
        var (held, refusal) = await WriteCapturesAsync(writer, captures, cancellationToken);
        if (refusal is not null)
            return (null, refusal);
        var gone = Named(captures).Where(digest => !held.Contains(digest)).Concat(kept.Missing).Distinct(StringComparer.Ordinal).ToArray();
        var statement = new BagStatement(
            snapshot.Moment.Log,
            query.Record,
            snapshot.Moment.Entry,
            await snapshot.DigestAsync(query.Record),
            new SortedDictionary<string, long>(
                events.GroupBy(proven => proven.Metadata.Stream, StringComparer.Ordinal).ToDictionary(stream => stream.Key, stream => stream.Max(proven => proven.Metadata.Revision), StringComparer.Ordinal),
                StringComparer.Ordinal),
            new SortedDictionary<string, string>(writer.Digests.ToDictionary(StringComparer.Ordinal), StringComparer.Ordinal),
            gone,
            events.Where(proven => proven.Erased is not null).Select(proven => proven.Entry).ToArray());
        await writer.WriteAsync(BagNames.Statement, Encoding.UTF8.GetBytes(StatementSigning.Sign(statement, key).ToString()), cancellationToken);
        writer.Seal(statement);
        // Whoever changed the log, the read models or the store has changed what was written: nothing leaves that does not verify.
        if ((await BagVerification.VerifyAsync(writer.Unfinished, [key.Verifier], cancellationToken))! is { Complete: false } verdict)
        {
            return (null, new Refusal(
                "package-unsound",
                $"The package does not verify: {verdict.Errors[0].File}: {verdict.Errors[0].What} What the archive holds was changed, so nothing was written. Run 'archive audit ledger' and 'archive audit evidence'."));
        }

        writer.Finish();
        return (new ExportedBag(
            snapshot.Moment,
            statement.SnapshotDigest,
            query.Record,
            Path.GetFullPath(query.Folder),
            key.Verifier.ToString(),
            checkpoint.Checkpoint.Size,
            events.Count,
            captures.Select(capture => capture.Digest).Distinct(StringComparer.Ordinal).Count(held.Contains),
            writer.Digests.Count,
            writer.Bytes,
            statement.Erased.Count,
            gone.Length), null);
    }

    /// <summary>The events as the log has them, each held against its entry.</summary>
    private async Task<IReadOnlyList<ProvenEvent>> ReadAsync(IReadOnlyList<LedgerEntry> entries, CancellationToken cancellationToken)
    {
        var logged = await histories.ReadLoggedAsync(entries.Select(entry => entry.Stream), cancellationToken);
        return entries.Select(entry => ProvenEvents.Checked(entry, logged.GetValueOrDefault(entry.Stream)?.ElementAtOrDefault((int)entry.Revision))).ToArray();
    }

    /// <summary>The words that events keep by reference, and those that these name in turn.</summary>
    private static async Task<(IReadOnlyList<BagKept> Found, IReadOnlyCollection<string> Missing)> KeptAsync(Snapshot snapshot, IReadOnlyList<ProvenEvent> events)
    {
        var (found, all, asked) = (new List<BagKept>(), new HashSet<string>(StringComparer.Ordinal), new HashSet<string>(StringComparer.Ordinal));
        foreach (var proven in events.Where(proven => proven.Data.Span.IndexOf("\"kept\""u8) >= 0))
        {
            using var json = JsonDocument.Parse(proven.Data);
            Note(json);
        }

        while (asked.Count > 0)
        {
            var rows = await snapshot.KeptWordsAsync(asked);
            asked.Clear();
            foreach (var (digest, salt, content) in rows)
            {
                var json = JsonDocument.Parse(content);
                found.Add(new BagKept(json.RootElement, digest.ToString(), salt.ToArray()));
                Note(json);
            }
        }

        return (found, all.Except(found.Select(row => row.Digest), StringComparer.Ordinal).ToArray());

        void Note(JsonDocument json) => NamedWords.Find(
            json.RootElement,
            digest =>
            {
                if (all.Add(digest))
                    asked.Add(digest);
            },
            _ => { });
    }

    private static async IAsyncEnumerable<byte[]> ProofsAsync(Snapshot snapshot, IReadOnlyList<ProvenEvent> events, long size)
    {
        await foreach (var proof in snapshot.ProveInclusionAsync(events.Select(proven => proven.Entry), size))
            yield return BagProof.Of(proof.Index + 1, proof).ToJson();
    }

    private static Task WriteSnapshotAsync(BagWriter writer, Moment moment, string record, IReadOnlyList<ProvenEvent> events, CancellationToken cancellationToken)
    {
        var states = new SnapshotStates();
        foreach (var proven in events)
            states.Evolve(proven.Metadata.Stream, proven.Happened());
        return writer.WriteAsync(
            BagNames.Snapshot,
            async to =>
            {
                foreach (var (_, bytes) in states.ToJson(moment.Log, record, moment.Entry))
                    await to.WriteAsync(bytes, cancellationToken);
            },
            cancellationToken);
    }

    private static Task WriteProvenanceAsync(BagWriter writer, Snapshot snapshot, string record, CancellationToken cancellationToken) => writer.WriteAsync(
        BagNames.Provenance,
        async to =>
        {
            using var output = new ExportOutput(to, cancellationToken);
            await new ProvJsonExport().WriteAsync((await RecordMaterial.LoadAsync(snapshot, record))!, output);
            await output.EndAsync();
        },
        cancellationToken);

    private static IEnumerable<string> Named(IEnumerable<Capture> captures) =>
        captures.SelectMany(capture => new[] { capture.Digest, capture.Text?.Digest }).OfType<string>().Distinct(StringComparer.Ordinal);

    /// <returns>What is in the bag; or which capture is in no store, though nobody erased it.</returns>
    private async Task<(IReadOnlySet<string> Held, Refusal? Refusal)> WriteCapturesAsync(BagWriter writer, IReadOnlyList<Capture> captures, CancellationToken cancellationToken)
    {
        var held = new HashSet<string>(StringComparer.Ordinal);
        foreach (var capture in captures)
        {
            foreach (var (digest, path) in new[] { (capture.Digest, BagNames.OfCapture(capture.Digest)), (capture.Text?.Digest, BagNames.OfText(capture.Text?.Digest ?? "")) })
            {
                if (digest is null || writer.Digests.ContainsKey(path))
                    continue;
                await using var bytes = await contents.OpenAsync(digest, cancellationToken);
                if (bytes is not null)
                    await writer.WriteAsync(path, to => bytes.CopyToAsync(to, cancellationToken), cancellationToken);
                else if (!await erasures.IsDestroyedAsync(capture.Digest, cancellationToken))
                    return (held, new Refusal("capture-missing", $"The bytes of capture {capture.Digest} are not in the archive's content store, and nobody erased them: a package would be incomplete. Run 'archive audit evidence', and put them back from a backup."));
                if (bytes is not null)
                    held.Add(digest);
            }
        }

        return (held, null);
    }

    private static Task WriteLinesAsync(BagWriter writer, string path, IAsyncEnumerable<byte[]> lines, CancellationToken cancellationToken) => writer.WriteAsync(
        path,
        async to =>
        {
            await foreach (var line in lines)
            {
                await to.WriteAsync(line, cancellationToken);
                to.WriteByte((byte)'\n');
            }
        },
        cancellationToken);

    private static async IAsyncEnumerable<byte[]> ToAsync(IEnumerable<byte[]> lines)
    {
        foreach (var line in lines)
            yield return line;
        await Task.CompletedTask;
    }
}
