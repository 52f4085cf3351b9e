using System.Security.Cryptography;
using System.Text;
using Archive.Domain.Ledger.Notes;
using Archive.Domain.Packages;
using Archive.Packages;

namespace Archive.Tests.Packages;

/// <summary>
/// Changes to a package as somebody makes them who may change every file and has no key: after each, manifests and Payload-Oxum are made anew. Generated from what lies in
/// the folder, so that a new file of packages is tampered with too.
/// </summary>
internal static class BagTampering
{
    /// <param name="folder">A package.</param>
    /// <param name="bytes">At how many places of each file a byte is changed.</param>
    /// <returns>What is done, the files one of which a finding must name, and how, in a folder that is a copy.</returns>
    public static IEnumerable<(string What, string[] Files, Action<string> Change)> Changes(string folder, int bytes)
    {
        var files = Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories).Select(file => Path.GetRelativePath(folder, file)).Order(StringComparer.Ordinal).ToArray();
        foreach (var file in files)
        {
            var content = File.ReadAllBytes(Path.Combine(folder, file));
            yield return ($"drop {file}", [file], copy => File.Delete(Path.Combine(copy, file)));
            yield return ($"empty {file}", [file], Writing(file, []));
            yield return ($"truncate {file} by one", [file], Writing(file, content[..^Math.Min(1, content.Length)]));
            yield return ($"truncate {file} to half", [file], Writing(file, content[..(content.Length / 2)]));
            yield return ($"append to {file}", [file], Writing(file, [.. content, (byte)'\n']));
            yield return ($"double {file}", [file], Writing(file, [.. content, .. content]));
            yield return ($"put {file} there twice", [file + ".copy"], Writing(file + ".copy", content));
            for (var i = 0; i < bytes && content.Length > 0; i++)
            {
                var (at, flip) = ((int)((long)i * (content.Length - 1) / Math.Max(1, bytes - 1)), (byte)(1 << (i % 8)));
                byte[] changed = [.. content];
                changed[at] ^= flip;
                yield return ($"flip {flip:x2} at {at} of {file}", [file], Writing(file, changed));
            }

            var lines = Encoding.UTF8.GetString(content).Split('\n');
            for (var i = 0; i < lines.Length - 1 && lines.Length < 400; i += Math.Max(1, lines.Length / 8))
            {
                yield return ($"drop line {i + 1} of {file}", [file], Writing(file, Lines([.. lines[..i], .. lines[(i + 1)..]])));
                yield return ($"double line {i + 1} of {file}", [file], Writing(file, Lines([.. lines[..(i + 1)], .. lines[i..]])));
                if (i + 2 < lines.Length && lines[i] != lines[i + 1])
                    yield return ($"swap lines {i + 1} and {i + 2} of {file}", [file], Writing(file, Lines([.. lines[..i], lines[i + 1], lines[i], .. lines[(i + 2)..]])));
            }
        }

        foreach (var (one, other) in files.Zip(files.Skip(1)).Where(pair => Digest(folder, pair.First) != Digest(folder, pair.Second)))
        {
            var (first, second) = (File.ReadAllBytes(Path.Combine(folder, one)), File.ReadAllBytes(Path.Combine(folder, other)));
            yield return ($"swap {one} and {other}", [one, other], copy =>
            {
                Writing(one, second)(copy);
                Writing(other, first)(copy);
            });
        }

        yield return ("add a folder", ["data/more"], copy => Directory.CreateDirectory(Path.Combine(copy, "data", "more")));
        yield return ("add a capture", [BagNames.OfCapture(new string('a', 64))], Writing(BagNames.OfCapture(new string('a', 64)), "more"u8.ToArray()));
    }

    /// <summary>Every change that no check finds, or of which no finding names the file.</summary>
    /// <param name="folder">A package.</param>
    /// <param name="key">The key that signed it.</param>
    /// <param name="bytes">See <see cref="Changes"/>.</param>
    /// <param name="seal">What is done to the changed copy before its manifests are made anew.</param>
    /// <param name="isTried">Which of the changes are made.</param>
    public static async Task<IReadOnlyList<string>> SurvivorsAsync(
        string folder, VerifierKey key, int bytes, Action<string>? seal = null, Func<string[], bool>? isTried = null)
    {
        var survivors = new List<string>();
        var copy = folder + ".tampered";
        Copy(folder, copy);
        foreach (var (what, files, change) in Changes(folder, bytes).Where(change => isTried?.Invoke(change.Files) != false))
        {
            change(copy);
            seal?.Invoke(copy);
            Reseal(copy, files);
            var verdict = (await BagVerification.VerifyAsync(copy, [key], default))!;
            if (verdict.Complete || !verdict.Errors.Any(error => files.Any(file => error.File == file || error.What.Contains(file, StringComparison.Ordinal))))
                survivors.Add($"{what}: {string.Join("; ", verdict.Errors.Select(error => $"{error.File}: {error.What}").Take(3))}");
            Restore(folder, copy, [.. files, BagInfo.File, BagNames.Manifest, BagNames.TagManifest, BagNames.Statement]);
        }

        return survivors;
    }

    /// <summary>Lets the archive's own key vouch for the files as they are: what is still found is found without its help.</summary>
    public static void SignAgain(string folder, SigningKey key)
    {
        var path = Path.Combine(folder, BagNames.Statement);
        SignedNote.TryParse(File.ReadAllBytes(path), out var note, out _).ShouldBeTrue();
        BagStatement.TryParse(note!.Text, out var statement).ShouldBeTrue();
        var files = Files(folder).Where(file => file.StartsWith("data/", StringComparison.Ordinal) && file != BagNames.Statement).ToDictionary(file => file, file => Digest(folder, file));
        File.WriteAllText(path, StatementSigning.Sign(statement! with { Files = new SortedDictionary<string, string>(files, StringComparer.Ordinal) }, key).ToString());
    }

    private static void Restore(string folder, string copy, string[] files)
    {
        foreach (var file in files.Distinct())
        {
            var (from, to) = (Path.Combine(folder, file), Path.Combine(copy, file));
            if (File.Exists(from))
                File.Copy(from, to, overwrite: true);
            else if (File.Exists(to))
                File.Delete(to);
            else if (Directory.Exists(to))
                Directory.Delete(to);
        }
    }

    public static void Copy(string folder, string copy)
    {
        foreach (var file in Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories))
        {
            var to = Path.Combine(copy, Path.GetRelativePath(folder, file));
            Directory.CreateDirectory(Path.GetDirectoryName(to)!);
            File.Copy(file, to);
        }
    }

    /// <summary>Makes manifests and Payload-Oxum anew, but those that were tampered with themselves.</summary>
    public static void Reseal(string folder, params string[] left)
    {
        var payload = Files(folder).Where(file => file.StartsWith("data/", StringComparison.Ordinal)).ToArray();
        var info = Path.Combine(folder, BagInfo.File);
        if (!left.Contains(BagInfo.File) && File.Exists(info))
        {
            var oxum = $"Payload-Oxum: {payload.Sum(file => new FileInfo(Path.Combine(folder, file)).Length)}.{payload.Length}";
            File.WriteAllText(info, string.Join('\n', File.ReadAllText(info).Split('\n').Select(line => line.StartsWith("Payload-Oxum", StringComparison.Ordinal) ? oxum : line)));
        }

        if (!left.Contains(BagNames.Manifest))
            File.WriteAllText(Path.Combine(folder, BagNames.Manifest), BagTags.Manifest(payload.Select(file => KeyValuePair.Create(file, Digest(folder, file)))));
        if (!left.Contains(BagNames.TagManifest))
        {
            var tags = Files(folder).Where(file => !file.StartsWith("data/", StringComparison.Ordinal) && file != BagNames.TagManifest);
            File.WriteAllText(Path.Combine(folder, BagNames.TagManifest), BagTags.Manifest(tags.Select(file => KeyValuePair.Create(file, Digest(folder, file)))));
        }
    }

    private static string[] Files(string folder) =>
        [.. Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories).Select(file => Path.GetRelativePath(folder, file).Replace('\\', '/'))];

    private static Action<string> Writing(string file, byte[] content) => copy =>
    {
        Directory.CreateDirectory(Path.GetDirectoryName(Path.Combine(copy, file))!);
        File.WriteAllBytes(Path.Combine(copy, file), content);
    };

    private static byte[] Lines(string[] lines) => Encoding.UTF8.GetBytes(string.Join('\n', lines));

    private static string Digest(string folder, string file) => Convert.ToHexStringLower(SHA256.HashData(File.ReadAllBytes(Path.Combine(folder, file))));
}
