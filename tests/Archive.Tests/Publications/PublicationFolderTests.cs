using Archive.Domain.Ledger;
using Archive.Domain.Ledger.Notes;
using Archive.Domain.Ledger.Trees;
using Archive.Publications;

namespace Archive.Tests.Publications;

public sealed class PublicationFolderTests : IDisposable
{
    private static readonly Tile Partial = new(new TileAddress(0, 0, 1), new byte[32]);

    private readonly string _folder = Directory.CreateTempSubdirectory("archive-publication").FullName;

    [Fact]
    public void What_is_not_finished_leaves_the_checkpoint_that_stood_there()
    {
        Finish(1);
        var before = File.ReadAllBytes(Path.Combine(_folder, "checkpoint"));
        using (var folder = PublicationFolder.Open(_folder))
        {
            folder.Checkpoint.ShouldBe(before);
            folder.Write(Partial);
        }

        File.ReadAllBytes(Path.Combine(_folder, "checkpoint")).ShouldBe(before);
        Directory.EnumerateFiles(_folder).Select(Path.GetFileName).ShouldBe(["checkpoint"]);
        // As a killed process leaves them.
        File.WriteAllText(Path.Combine(_folder, "unfinished"), "half a tile");
        File.WriteAllText(Path.Combine(_folder, "checkpoint.unfinished"), "half a checkpoint that is longer than the whole one that will be written over it, so that a rest would show" + new string('x', 500));
        Finish(2);
        SignedNote.TryParse(File.ReadAllBytes(Path.Combine(_folder, "checkpoint")), out var note, out _).ShouldBeTrue();
        note!.Text.ShouldStartWith("log.example/one\n2\n");
        Directory.EnumerateFiles(_folder).Select(Path.GetFileName).ShouldBe(["checkpoint"]);
    }

    [Fact]
    public void One_publishes_at_a_time_and_only_into_a_folder_of_its_own()
    {
        using (PublicationFolder.Open(_folder))
            Refused(_folder).ShouldBe("publication-busy");
        // The first publication may have been stopped before its checkpoint.
        Directory.CreateDirectory(Path.Combine(_folder, "tile"));
        PublicationFolder.Open(_folder).Dispose();
        File.WriteAllText(Path.Combine(_folder, "index.html"), "");
        Refused(_folder).ShouldBe("folder-not-empty");
        Refused(Path.Combine(_folder, "index.html")).ShouldBe("folder-not-empty");
    }

    [Fact]
    public void Who_is_finished_touches_nothing_of_who_publishes_next()
    {
        var first = PublicationFolder.Open(_folder);
        first.Finish(NoteOf(1));
        using var next = PublicationFolder.Open(_folder);
        var unfinished = Path.Combine(_folder, "unfinished");
        File.WriteAllText(unfinished, "half a tile of the next");
        first.Dispose();
        File.Exists(unfinished).ShouldBeTrue();
    }

    [Fact]
    public void A_partial_tile_and_its_bundle_go_when_the_full_ones_are_there()
    {
        using var folder = PublicationFolder.Open(_folder);
        folder.Write(Partial);
        folder.WriteEntries(Partial.Address, [new byte[] { 1 }]);
        folder.DropPartial(Partial.Address with { Width = TileAddress.FullWidth });
        Directory.EnumerateFiles(Path.Combine(_folder, "tile"), "*", SearchOption.AllDirectories).ShouldBeEmpty();
    }

    [Fact]
    public void A_bundle_is_read_as_it_is_written_and_no_part_of_it_is_one_of_as_many()
    {
        ReadOnlyMemory<byte>[] entries = [new byte[] { 1, 2, 3 }, Array.Empty<byte>(), new byte[EntryBundle.LongestEntry], new byte[] { 0, 1 }];
        var bundle = EntryBundle.Of(entries);
        EntryBundle.TryParse(bundle, out var read).ShouldBeTrue();
        read!.Select(entry => Convert.ToHexString(entry.Span)).ShouldBe(entries.Select(entry => Convert.ToHexString(entry.Span)));
        foreach (var length in Enumerable.Range(0, 20).Concat([bundle.Length - 1, bundle.Length - 3, bundle.Length - 5]))
            (EntryBundle.TryParse(bundle.AsMemory(0, length), out var part) && part!.Count >= entries.Length).ShouldBeFalse();
        Should.Throw<ArgumentException>(() => EntryBundle.Of([new byte[EntryBundle.LongestEntry + 1]]));
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    private void Finish(int size)
    {
        using var folder = PublicationFolder.Open(_folder);
        folder.Finish(NoteOf(size));
    }

    private static SignedNote NoteOf(int size)
    {
        var text = new Checkpoint(ShownLog.Name, size, Sha256Digest.Of([])).ToText();
        return new SignedNote(text, [ShownLog.Key.Sign(text)]);
    }

    private static string Refused(string folder) => Should.Throw<PublicationRefusedException>(() => PublicationFolder.Open(folder)).Refusal.Code;
}
