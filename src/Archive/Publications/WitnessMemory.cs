using System.Globalization;
using System.Text;
using Archive.Domain.Ledger;
using Archive.Domain.Ledger.Notes;
using Archive.Ledger;

namespace Archive.Publications;

/// <summary>
/// What a witness saw of a log: the largest checkpoint, as it was signed, in a file of its own. It is on the disk before the witness says anything about it, and
/// is never forgotten: a witness that forgets could sign two histories.
/// </summary>
internal sealed class WitnessMemory : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(1);

    private readonly string _folder;
    private readonly string _name;
    private readonly FileStream _lock;

    private WitnessMemory(string folder, string name, FileStream file) => (_folder, _name, _lock) = (folder, name, file);

    private string PathOfLargest => Path.Combine(_folder, _name + ".checkpoint");

    /// <summary>Opens what is remembered of a log, for one process at a time.</summary>
    public static async Task<WitnessMemory> OpenAsync(string folder, string log, TimeProvider clock, CancellationToken cancellationToken)
    {
        var full = Path.GetFullPath(folder);
        Directory.CreateDirectory(full);
        // A log may have any name; a file may not.
        var name = Sha256Digest.Of(Encoding.UTF8.GetBytes(log)).ToString();
        var path = Path.Combine(full, name + ".lock");
        for (var began = clock.GetTimestamp(); ;)
        {
            try
            {
                return new WitnessMemory(full, name, new FileStream(path, FileMode.OpenOrCreate, FileAccess.Write, FileShare.None));
            }
            catch (IOException) when (File.Exists(path) && clock.GetElapsedTime(began) < Patience)
            {
                await Task.Delay(TimeSpan.FromMilliseconds(50), clock, cancellationToken);
            }
        }
    }

    /// <summary>The largest checkpoint seen; null at first sight.</summary>
    /// <exception cref="PublicationRefusedException"><c>witness-memory-damaged</c>.</exception>
    public (Checkpoint Checkpoint, string Note)? Find(string log)
    {
        if (!File.Exists(PathOfLargest))
            return null;
        var bytes = File.ReadAllBytes(PathOfLargest);
        return CheckpointNote.TryParse(bytes, out var seen, out _) && seen.Checkpoint.Origin == log
            ? (seen.Checkpoint, PathOfLargest)
            : throw new PublicationRefusedException(
                "witness-memory-damaged", $"{PathOfLargest} is not the checkpoint of {log} that was kept there. Nothing is signed without what was seen before: put the file back from a backup. A witness that starts anew needs a new key.");
    }

    public void Keep(SignedNote note)
    {
        DurableFile.Write(PathOfLargest + ".unfinished", PathOfLargest, Encoding.UTF8.GetBytes(note.ToString()));
        DurableFile.FlushFolder(_folder);
    }

    /// <summary>Keeps a signed note that contradicts what was seen, beside it: the two together are the proof.</summary>
    /// <returns>Its path.</returns>
    public string KeepEvidence(Checkpoint checkpoint, SignedNote note)
    {
        var path = Path.Combine(_folder, string.Create(CultureInfo.InvariantCulture, $"{_name}.against-{checkpoint.Size}-{checkpoint.Root.ToString()[..16]}.checkpoint"));
        if (File.Exists(path))
            return path;
        DurableFile.Write(path + ".unfinished", path, Encoding.UTF8.GetBytes(note.ToString()));
        DurableFile.FlushFolder(_folder);
        return path;
    }

    public void Dispose() => _lock.Dispose();
}
