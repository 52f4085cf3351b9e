using Archive.Domain.Ledger;
using Archive.Domain.Ledger.Notes;
using Archive.Domain.Ledger.Trees;
using Archive.Publications;

namespace Archive.Tests.Publications;

/// <summary>A log that shows what a test wants in a folder of its own, its key, and a witness's memory beside it.</summary>
internal sealed class ShownLog : IDisposable
{
    public const string Name = "log.example/one";

    public static readonly SigningKey Key = new(Name, NoteKeyType.Ed25519, Enumerable.Repeat((byte)3, 32).ToArray());

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("archive-shown-log");

    public string Folder => Path.Combine(_folder.FullName, "log");

    public string Memory => Path.Combine(_folder.FullName, "seen");

    public string File(string name) => Path.Combine(_folder.FullName, name);

    /// <summary>Shows a tree whose entries are numbers, but for one that may be another.</summary>
    /// <param name="size">How many.</param>
    /// <param name="other">Index of the one that says something else; none where it is negative.</param>
    public Checkpoint Show(int size, int other = -1, SigningKey? key = null, Func<Checkpoint, Checkpoint>? lie = null)
    {
        var tree = new GrowingTree();
        for (var first = 0; first < size; first += TileAddress.FullWidth)
        {
            var entries = Enumerable.Range(first, Math.Min(TileAddress.FullWidth, size - first)).Select(i => (ReadOnlyMemory<byte>)BitConverter.GetBytes(i == other ? -i - 1 : i)).ToArray();
            foreach (var entry in entries)
                tree.Append(LedgerLeaf.HashOf(entry.Span));
            Write(TileAddress.In(size, 0, first / TileAddress.FullWidth).ToEntriesPath(), EntryBundle.Of(entries));
        }

        foreach (var tile in tree.TakeChanges())
            Write(tile.Address.ToPath(), tile.Hashes.Span);
        var checkpoint = new Checkpoint(Name, size, tree.ToRoot());
        checkpoint = lie?.Invoke(checkpoint) ?? checkpoint;
        Write("checkpoint", System.Text.Encoding.UTF8.GetBytes(new SignedNote(checkpoint.ToText(), [(key ?? Key).Sign(checkpoint.ToText())]).ToString()));
        return checkpoint;
    }

    /// <summary>Tiles that are there by their paths, without those of entries.</summary>
    public IEnumerable<string> Tiles() => Directory.EnumerateFiles(Path.Combine(Folder, "tile"), "*", SearchOption.AllDirectories)
        .Select(path => Path.GetRelativePath(Folder, path)).Where(path => !path.StartsWith("tile/entries", StringComparison.Ordinal));

    public Witness Witness(SigningKey? key = null) => new(Memory, [Key.Verifier], key, TimeProvider.System);

    public async Task<Outcome<WitnessedCheckpoint>> LookAsync(SigningKey? key = null)
    {
        using var shown = new PublishedFolder(Folder);
        return await Witness(key).LookAsync(shown, TestContext.Current.CancellationToken);
    }

    public async Task<string> RefusedAsync() => (await LookAsync()).ShouldBeOfType<Outcome<WitnessedCheckpoint>.Refused>().Refusal.Code;

    public async Task<WitnessedCheckpoint> SeenAsync(SigningKey? key = null) => (await LookAsync(key)).ShouldBeOfType<Outcome<WitnessedCheckpoint>.Ok>().Value;

    private void Write(string path, ReadOnlySpan<byte> bytes)
    {
        var whole = Path.Combine(Folder, path);
        Directory.CreateDirectory(Path.GetDirectoryName(whole)!);
        System.IO.File.WriteAllBytes(whole, bytes);
    }

    public void Dispose() => _folder.Delete(recursive: true);
}
