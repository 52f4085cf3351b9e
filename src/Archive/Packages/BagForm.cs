using System.Text;
using Archive.Domain.Packages;

namespace Archive.Packages;

/// <summary>That a package has the files of one, and tag files of the one form that follows from the payload.</summary>
internal static class BagForm
{
    public static void CheckFiles(CheckedBag bag)
    {
        foreach (var name in BagNames.Always.Where(name => !bag.Tree.Files.ContainsKey(name)))
            bag.Findings.Add(BagCheck.Layout, name, "It is missing: every package has it.");
        foreach (var path in bag.Tree.Files.Keys.Where(path => !BagNames.Always.Contains(path, StringComparer.Ordinal) && BagNames.CaptureOf(path) is null && BagNames.TextOf(path) is null).Order(StringComparer.Ordinal))
            bag.Findings.Add(BagCheck.Layout, path, "No package has such a file: nothing vouches for it.");
        foreach (var path in bag.Tree.EmptyFolders.Where(path => path != "data"))
            bag.Findings.Add(BagCheck.Layout, path, "It is an empty folder: no package has one.");
    }

    public static async Task CheckTagsAsync(CheckedBag bag, BagStatement? statement, CancellationToken cancellationToken)
    {
        var payload = bag.Tree.Files.Values.Where(file => file.IsPayload).ToArray();
        await CheckAsync(bag, BagDeclaration.File, BagCheck.Declaration, BagDeclaration.Own, cancellationToken);
        if (statement is not null)
            await CheckAsync(bag, BagInfo.File, BagCheck.Info, BagTags.Info(statement, payload.Sum(file => file.Length), payload.Length), cancellationToken);
        await CheckAsync(bag, BagNames.Manifest, BagCheck.Manifest, Manifest(bag, payload.Select(file => file.Path)), cancellationToken);
        await CheckAsync(bag, BagNames.TagManifest, BagCheck.Manifest, Manifest(bag, [BagDeclaration.File, BagInfo.File, BagNames.Manifest]), cancellationToken);
    }

    private static string Manifest(CheckedBag bag, IEnumerable<string> paths) =>
        BagTags.Manifest(paths.Where(bag.Digests.ContainsKey).Select(path => KeyValuePair.Create(path, bag.Digests[path])));

    private static async Task CheckAsync(CheckedBag bag, string path, BagCheck check, string expected, CancellationToken cancellationToken)
    {
        if (bag.Tree.Files.GetValueOrDefault(path) is not { } file || await BagDigests.ReadAsync(file, BagManifest.MaxLength, bag.Findings, cancellationToken) is not { } bytes)
            return;
        var wanted = Encoding.UTF8.GetBytes(expected);
        if (bytes.AsSpan().SequenceEqual(wanted))
            return;
        var at = bytes.AsSpan().CommonPrefixLength(wanted);
        bag.Findings.Add(check, path, bytes.AsSpan(0, at).Count((byte)'\n') + 1, "It is not what follows from the payload: a package's tag files have one form, and this is another.");
    }
}
