using Archive.Access;
using Archive.Domain;
using Archive.Domain.Access;
using Archive.Domain.Reviews;
using Archive.Domain.Sources;
using Archive.Evidence;
using Archive.Snapshots;
using MediatR;

namespace Archive.Dossiers;

/// <summary>
/// Writes a record as a dossier into a new or empty folder. Imported elsewhere, it gives the same record, open: who may see it and what is held is for
/// the other archive to decide. Where anything is withheld from whoever asks, nothing is written.
/// </summary>
/// <param name="Record">Id of the record.</param>
/// <param name="Folder">The folder.</param>
public sealed record ExportDossier(string Record, string Folder) : Query<ExportedDossier>;

/// <summary>A dossier that was written.</summary>
/// <param name="Record">Id of the record.</param>
/// <param name="AsOf">The entry up to which it was written.</param>
/// <param name="Files">The files, by their full paths.</param>
/// <param name="Events">How many events they hold.</param>
/// <param name="LeftOut">How many decisions on access and holds they do not hold.</param>
public sealed record ExportedDossier(string Record, Moment AsOf, IReadOnlyList<string> Files, int Events, int LeftOut = 0);

internal sealed class ExportDossierHandler(ISender sender, StreamHistories histories, IContentStore contents) : IRequestHandler<ExportDossier, Outcome<ExportedDossier>>
{
    public async Task<Outcome<ExportedDossier>> Handle(ExportDossier request, CancellationToken cancellationToken)
    {
        if (File.Exists(request.Folder) || (Directory.Exists(request.Folder) && Directory.EnumerateFileSystemEntries(request.Folder).Any()))
            return new Outcome<ExportedDossier>.Refused(new Refusal("folder-not-empty", $"'{request.Folder}' has something in it. Name a new or empty folder."));
        switch (await sender.Send(new ListRecordEntries(request.Record, AsOf.Latest) { Asker = request.Asker }, cancellationToken))
        {
            case Outcome<RecordEntries>.Ok { Value: { Disclosure.Withheld: var things } closed }:
                return new Outcome<ExportedDossier>.Refused(new Refusal(
                    "export-withheld",
                    $"Record {request.Record} has {things} closed {(things == 1 ? "thing" : "things")} that you may not see{(closed.Withheld == 0 ? "" : $", and {closed.Withheld} entries that only these reach")}: a dossier without them would pass for the whole. Ask an auditor or an administrator for it."));
            case Outcome<RecordEntries>.Ok { Value: var entries }:
                return await WriteAsync(request, entries, cancellationToken);
            case var other:
                return other.As<ExportedDossier>();
        }
    }

    private async Task<Outcome<ExportedDossier>> WriteAsync(ExportDossier request, RecordEntries entries, CancellationToken cancellationToken)
    {
        var own = entries.Entries.Where(entry => BelongsTo(request.Record, entry.Stream)).OrderBy(entry => entry.Entry).ToArray();
        var logged = await histories.ReadLoggedAsync(own.Select(entry => entry.Stream), cancellationToken);
        var all = await histories.PresentAsync(own.Select(entry => logged[entry.Stream][(int)entry.Revision]).ToArray(), cancellationToken);
        var events = all.Where(past => past.Event is not IGovernanceEvent).ToArray();
        var captured = events.Select(past => past.Event).OfType<SourceCaptured>().Select(happened => happened.Capture).DistinctBy(capture => capture.Digest, StringComparer.Ordinal).ToArray();
        var held = (await contents.FindLengthsAsync([.. captured.Select(capture => capture.Digest)], cancellationToken)).Keys.ToHashSet(StringComparer.Ordinal);
        Directory.CreateDirectory(request.Folder);
        var files = new List<string>();
        foreach (var (name, text) in DossierWriter.Write(request.Record, events, held))
        {
            files.Add(Path.GetFullPath(Path.Combine(request.Folder, name)));
            await File.WriteAllTextAsync(files[^1], text, cancellationToken);
        }
        foreach (var capture in captured.Where(capture => held.Contains(capture.Digest)))
        {
            files.Add(Path.GetFullPath(Path.Combine(request.Folder, CaptureFields.FileOf(capture))));
            await WriteBytesAsync(capture.Digest, files[^1], cancellationToken);
        }

        return new Outcome<ExportedDossier>.Ok(new ExportedDossier(request.Record, entries.AsOf, files, events.Count(past => past.Event is not IProposalEvent), all.Length - events.Length));
    }

    private async Task WriteBytesAsync(string digest, string path, CancellationToken cancellationToken)
    {
        await using var bytes = await contents.OpenAsync(digest, cancellationToken)
            ?? throw new IOException($"The bytes of capture {digest} were erased while the dossier was written. Write it again into an empty folder.");
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        await using var file = new FileStream(path, FileMode.CreateNew, FileAccess.Write);
        await bytes.CopyToAsync(file, cancellationToken);
    }

    /// <summary>Other records and their claims have dossiers of their own.</summary>
    private static bool BelongsTo(string record, string stream) =>
        stream == StreamName.OfRecord(record)
        || stream.StartsWith(StreamName.OfClaim(record) + "/", StringComparison.Ordinal)
        || stream.StartsWith(StreamName.SourcePrefix, StringComparison.Ordinal)
        || stream.StartsWith(StreamName.AuthorityPrefix, StringComparison.Ordinal);
}
