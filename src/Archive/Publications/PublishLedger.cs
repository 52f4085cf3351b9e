using System.Globalization;
using Archive.Access;
using Archive.Domain;
using Archive.Domain.Ledger;
using Archive.Domain.Ledger.Notes;
using Archive.Domain.Ledger.Trees;
using Archive.Ledger;
using Archive.Projection;
using Archive.Snapshots;
using FluentValidation;
using MediatR;
using Npgsql;

namespace Archive.Publications;

/// <summary>
/// Writes the log into a folder as others' monitors read it (C2SP tlog-tiles): checkpoint, tiles and leaf data, which name nobody. Only what is new since the
/// checkpoint that stands there.
/// </summary>
/// <param name="Folder">New, empty, or one that this log was published in.</param>
/// <param name="Again">Writes everything anew, also what is there.</param>
/// <param name="Progress">Is told now and then, in entries.</param>
public sealed record PublishLedger(string Folder, bool Again = false, IProgress<(long Done, long Total)>? Progress = null) : Query<PublishedLedger>;

/// <summary>A log as it was published.</summary>
/// <param name="Folder">The folder, by its full path.</param>
/// <param name="Log">The log name.</param>
/// <param name="Size">The number of the last entry.</param>
/// <param name="Root">Root of the tree, lower-case hex.</param>
/// <param name="FormerSize">Of the checkpoint that stood there, with which the new one is consistent; absent where none did.</param>
/// <param name="Files">How many files were written; none where nothing is new.</param>
/// <param name="Bytes">How many bytes they have.</param>
public sealed record PublishedLedger(string Folder, string Log, long Size, string Root, long? FormerSize, int Files, long Bytes);

internal sealed class PublishLedgerValidator : AbstractValidator<PublishLedger>
{
    public PublishLedgerValidator() => RuleFor(x => x.Folder).NotEmpty().WithMessage("Name the folder.");
}

internal sealed class PublishLedgerHandler(NpgsqlDataSource database, Generations generations, Checkpoints checkpoints, LedgerKeys keys)
    : IRequestHandler<PublishLedger, Outcome<PublishedLedger>>
{
    public async Task<Outcome<PublishedLedger>> Handle(PublishLedger request, CancellationToken cancellationToken)
    {
        try
        {
            using var folder = PublicationFolder.Open(request.Folder);
            if (await checkpoints.FindLatestAsync(cancellationToken) is not { } latest)
                return new Outcome<PublishedLedger>.Refused(await checkpoints.WhyNoneAsync(cancellationToken));
            var former = await FormerAsync(folder, request.Folder, latest.Checkpoint, cancellationToken);
            if (former != latest.Checkpoint || request.Again || !folder.Checkpoint!.AsSpan().SequenceEqual(System.Text.Encoding.UTF8.GetBytes(latest.Note.ToString())))
                await WriteAsync(folder, request, former, latest, cancellationToken);
            return new Outcome<PublishedLedger>.Ok(new PublishedLedger(
                Path.GetFullPath(request.Folder), latest.Checkpoint.Origin, latest.Checkpoint.Size, latest.Checkpoint.Root.ToString(), former?.Size, folder.Files, folder.Bytes));
        }
        catch (PublicationRefusedException refused)
        {
            return new Outcome<PublishedLedger>.Refused(refused.Refusal);
        }
    }

    /// <summary>What stands there, which this log has to go on from.</summary>
    private async Task<Checkpoint?> FormerAsync(PublicationFolder folder, string name, Checkpoint latest, CancellationToken cancellationToken)
    {
        if (folder.Checkpoint is not { } there)
            return null;
        if (!CheckpointNote.TryParse(there, out var read, out _))
            throw new PublicationRefusedException("publication-other-log", $"The checkpoint in '{name}' is none. Nothing was written. Name another folder, or empty this one.");
        var (former, note) = read;
        if (former.Origin != latest.Origin)
            throw new PublicationRefusedException("publication-other-log", $"In '{name}' the log {former.Origin} is published; this one is {latest.Origin}. Nothing was written. Name another folder.");
        var verifiers = (await keys.ListAsync(former.Origin, cancellationToken)).Select(key => key.Verifier).ToArray();
        if (!note.TryVerify(verifiers, out _, out var problem))
            throw new PublicationRefusedException("publication-inconsistent", $"The checkpoint in '{name}' was not signed by this ledger. {problem} Nothing was written. Keep it, and find out who put it there.");
        if (former.Size > latest.Size)
        {
            throw new PublicationRefusedException(
                "publication-inconsistent",
                string.Create(CultureInfo.InvariantCulture, $"In '{name}' entries up to {former.Size} are published; this ledger's last checkpoint is of entry {latest.Size}. Entries are missing here, or are just being projected. Nothing was written."));
        }

        return former;
    }

    private async Task WriteAsync(PublicationFolder folder, PublishLedger request, Checkpoint? former, KeptCheckpoint latest, CancellationToken cancellationToken)
    {
        var size = latest.Checkpoint.Size;
        await using var session = await ReadSession.OpenAsync(database, generations, cancellationToken);
        if (size > session.Head.Entry && await checkpoints.WhyNoneAsync(cancellationToken) is var why)
            throw new PublicationRefusedException(why.Code, why.Message);
        if (former is not null && await LedgerTree.FindRootAsync(session, former.Size, cancellationToken) != former.Root)
        {
            throw new PublicationRefusedException(
                "publication-inconsistent",
                string.Create(CultureInfo.InvariantCulture, $"The ledger does not go on from the checkpoint of entry {former.Size} that is published in '{request.Folder}': an entry up to that one was changed, dropped or slipped in. Nothing was written. Keep that folder as evidence, and run 'archive audit ledger'."));
        }

        var begin = request.Again ? 0 : former?.Size ?? 0;
        var tree = new GrowingTree(begin, begin == 0 ? [] : await LedgerTree.ReadAsync(session, begin, GrowingTree.EdgeOf(begin), cancellationToken));
        var bundle = new List<ReadOnlyMemory<byte>>(TileAddress.FullWidth);
        var full = new List<TileAddress>();
        // The bundle that is not full is written from its beginning.
        for (var entry = begin / TileAddress.FullWidth * TileAddress.FullWidth; entry < size;)
        {
            foreach (var leaf in await ReadAsync(session, entry, Math.Min(size, entry + Page), cancellationToken))
            {
                bundle.Add(leaf);
                if (entry++ >= tree.Size)
                    tree.Append(LedgerLeaf.HashOf(leaf.Span));
                if (bundle.Count < TileAddress.FullWidth && entry < size)
                    continue;
                folder.WriteEntries(TileAddress.In(entry, 0, (entry - 1) / TileAddress.FullWidth), bundle);
                bundle.Clear();
            }

            foreach (var tile in tree.TakeFilled())
            {
                folder.Write(tile);
                full.Add(tile.Address);
            }

            request.Progress?.Report((entry, size));
        }

        foreach (var tile in tree.ToEdge())
            folder.Write(tile);
        // Every tile was made from the entries as they are read: what does not lead to the root that was signed is not published.
        if (tree.ToRoot() != latest.Checkpoint.Root)
            throw new TreeAlteredException(string.Create(CultureInfo.InvariantCulture, $"Its entries do not lead to the root of the checkpoint of entry {size}."));
        cancellationToken.ThrowIfCancellationRequested();
        folder.Finish(latest.Note);
        foreach (var address in full)
            folder.DropPartial(address);
    }

    /// <summary>Entries that are read at once: a whole number of tiles.</summary>
    private const int Page = 16 * TileAddress.FullWidth;

    private static async Task<IReadOnlyList<ReadOnlyMemory<byte>>> ReadAsync(ReadSession session, long after, long last, CancellationToken cancellationToken)
    {
        var entries = await session.DocumentsAsync<LedgerEntry>($"select data from {session.Generation.Entries} where id > $1 and id <= $2 order by id", cancellationToken, after, last);
        if (entries.Count != last - after)
            throw new TreeAlteredException(string.Create(CultureInfo.InvariantCulture, $"Of the entries {after + 1} to {last} only {entries.Count} are there."));
        return [.. entries.Select(entry => (ReadOnlyMemory<byte>)entry.ToLeaf().ToData())];
    }
}
