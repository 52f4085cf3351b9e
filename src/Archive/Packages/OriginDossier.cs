using Archive.Domain;
using Archive.Domain.Access;
using Archive.Domain.Claims;
using Archive.Domain.Erasures;
using Archive.Domain.Evidence;
using Archive.Domain.Ledger.Proofs;
using Archive.Domain.Packages;
using Archive.Dossiers;

namespace Archive.Packages;

/// <summary>
/// A verified package as a dossier, in a folder of its own that goes when it is imported: so its events are those of the same commands as everything else's.
/// </summary>
internal sealed class OriginDossier : IDisposable
{
    private OriginDossier(string folder, string evidence, int leftOut) => (Folder, Evidence, LeftOut) = (folder, evidence, leftOut);

    public string Folder { get; }

    /// <summary>Id of the source that holds the origin's proofs.</summary>
    public string Evidence { get; }

    /// <summary>Events that are not imported: decisions on access, holds and erasures, and what was erased.</summary>
    public int LeftOut { get; }

    public static async Task<OriginDossier> WriteAsync(VerifiedBag bag, CancellationToken cancellationToken)
    {
        var events = await LinesAsync(bag, BagNames.Events, ProvenEvent.MaxLength, line => ProvenEvent.TryParse(line, out var proven, out _) ? proven : null, cancellationToken);
        var proofs = await LinesAsync(bag, BagNames.Proofs, BagProof.MaxLength, line => BagProof.TryParse(line, out var proof) ? proof : null, cancellationToken);
        var kept = (await LinesAsync(bag, BagNames.Kept, BagKept.MaxLength, line => BagKept.TryParse(line, out var row) ? row : null, cancellationToken))
            .ToDictionary(row => row.Digest, row => row.ToContent(), StringComparer.Ordinal);
        var evidence = OriginEvidence.Of(bag, events, proofs);
        var past = Pasts(bag.Signed.Statement!.Record, events, kept, new OriginCitations(evidence.Source));
        var held = bag.Bag.Tree.Files.Keys.Select(BagNames.CaptureOf).OfType<string>().ToHashSet(StringComparer.Ordinal);
        var folder = Directory.CreateTempSubdirectory("archive-import-").FullName;
        var dossier = new OriginDossier(folder, evidence.Source, events.Count - past.Count);
        try
        {
            foreach (var (name, text) in DossierWriter.Write(bag.Signed.Statement.Record, past, held))
                await File.WriteAllTextAsync(Path.Combine(folder, name), text, cancellationToken);
            Directory.CreateDirectory(Path.Combine(folder, "captures"));
            foreach (var capture in past.Select(happened => happened.Event).OfType<Domain.Sources.SourceCaptured>().Select(captured => captured.Capture).Where(capture => held.Contains(capture.Digest)).DistinctBy(capture => CaptureFields.FileOf(capture), StringComparer.Ordinal))
                File.Copy(bag.Bag.Tree.Files[BagNames.OfCapture(capture.Digest)].FullName, Path.Combine(folder, CaptureFields.FileOf(capture)));
            await File.WriteAllBytesAsync(Path.Combine(folder, evidence.File), evidence.Bytes, cancellationToken);
            await File.WriteAllTextAsync(Path.Combine(folder, "origin.yaml"), $"sources:\n{YamlText.WriteItems([evidence.Node], 2)}", cancellationToken);
            return dossier;
        }
        catch
        {
            dossier.Dispose();
            throw;
        }
    }

    public void Dispose() => Directory.Delete(Folder, recursive: true);

    private static List<PastEvent> Pasts(string record, IReadOnlyList<ProvenEvent> events, Dictionary<string, string> kept, OriginCitations citations)
    {
        var (past, gone) = (new List<PastEvent>(), new HashSet<string>(StringComparer.Ordinal));
        foreach (var proven in events.Where(proven => BelongsTo(record, proven.Metadata.Stream)))
        {
            var happened = proven.Happened();
            if (happened is IHoldsWords<IArchiveEvent> whole)
                happened = whole.Join(kept.GetValueOrDefault);
            // What a claim said is gone: from there on, nothing of it can be recorded again.
            if (happened is ErasedEvent || happened is ClaimRecorded { Content.Kept: { } content } && !kept.ContainsKey(content) || happened is ClaimCorrected { Content.Kept: { } corrected } && !kept.ContainsKey(corrected))
                gone.Add(proven.Metadata.Stream);
            if (happened is not (IGovernanceEvent or ContentErased) && !gone.Contains(proven.Metadata.Stream))
                past.Add(new PastEvent(citations.In(happened), proven.Metadata.Command));
        }

        return past;
    }

    /// <summary>Other records and their claims have packages of their own.</summary>
    private static bool BelongsTo(string record, string stream) =>
        stream == StreamName.OfRecord(record)
        || stream.StartsWith(StreamName.OfClaim(record) + "/", StringComparison.Ordinal)
        || stream.StartsWith(StreamName.SourcePrefix, StringComparison.Ordinal)
        || stream.StartsWith(StreamName.AuthorityPrefix, StringComparison.Ordinal);

    private static async Task<List<T>> LinesAsync<T>(VerifiedBag bag, string path, int longest, BagLineReader<T> read, CancellationToken cancellationToken)
        where T : class
    {
        var found = new List<T>();
        await using var lines = new BagLines(bag.Bag.Tree.Files[path], longest, bag.Bag.Findings);
        while (await lines.ReadAsync(cancellationToken) is { } line)
            found.Add(read(line.Span) ?? throw new IOException($"{path} changed while it was imported."));
        return found;
    }
}
