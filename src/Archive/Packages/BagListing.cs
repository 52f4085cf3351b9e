using Archive.Domain.Packages;

namespace Archive.Packages;

/// <summary>Holds what the manifests list against what lies in the folder: missing, extra and doubled files.</summary>
internal static class BagListing
{
    /// <returns>By the path of each file that is there, what is said of it.</returns>
    public static IReadOnlyDictionary<string, List<ListedDigest>> Check(
        BagTree tree, IReadOnlyList<BagManifest> manifests, BagDeclaration? declaration, BagFindings findings)
    {
        var listed = new Dictionary<string, List<ListedDigest>>(StringComparer.Ordinal);
        if (declaration is null)
            return listed;
        if (!manifests.Any(manifest => !manifest.IsOfTags) && !tree.Files.Keys.Any(path => BagManifest.Kind(path) is { IsOfTags: false }))
            findings.Add(BagCheck.Manifest, ".", "It has no manifest of its payload, such as manifest-sha256.txt.");
        var byManifest = manifests.ToDictionary(manifest => manifest, manifest => Resolve(tree, manifest, declaration, listed, findings));
        var payload = tree.Files.Values.Where(file => file.IsPayload).Select(file => file.Path).ToArray();
        foreach (var (manifest, files) in byManifest)
        {
            if (manifest.IsOfTags)
                CheckTags(manifest, files, tree, declaration, findings);
            else if (declaration.IsRfc)
                NoteMissing(payload.Where(path => !files.Contains(path)), manifest.File, findings);
        }

        if (!declaration.IsRfc && manifests.Any(manifest => !manifest.IsOfTags))
            NoteMissing(payload.Where(path => !listed.ContainsKey(path)), "any manifest", findings);
        return listed;
    }

    private static void NoteMissing(IEnumerable<string> paths, string manifest, BagFindings findings)
    {
        foreach (var path in paths)
            findings.Add(BagCheck.Manifest, path, $"It is in the payload, and not in {manifest}.");
    }

    private static HashSet<string> Resolve(
        BagTree tree, BagManifest manifest, BagDeclaration declaration, Dictionary<string, List<ListedDigest>> listed, BagFindings findings)
    {
        var found = new Dictionary<string, BagManifestLine>(StringComparer.Ordinal);
        var missing = new Dictionary<string, BagManifestLine>(StringComparer.Ordinal);
        var keys = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var line in manifest.Lines)
        {
            var isNormalised = false;
            var file = line.Written is { } written && !declaration.IsRfc ? tree.Files.GetValueOrDefault(written) : null;
            file ??= tree.Find(line.Path, out isNormalised);
            if (file is null)
                findings.Add(BagCheck.Manifest, line.Path, $"It is not in the bag; line {line.Number} of {manifest.File} lists it.");
            if (isNormalised)
                findings.Warn(BagCheck.Path, manifest.File, line.Number, $"'{line.Path}' is taken for the file whose name is composed another way.");
            var path = file?.Path ?? line.Path;
            if (found.GetValueOrDefault(path) is { } before || missing.TryGetValue(path, out before))
                NoteDouble(manifest, line, before, declaration, findings);
            else if (keys.TryGetValue(BagPath.ClashKey(line.Path), out var other) && other != line.Path)
                findings.Add(BagCheck.Path, manifest.File, line.Number, $"'{line.Path}' differs from '{other}' only in case or in how its characters are composed: many systems take the two for one.");
            keys.TryAdd(BagPath.ClashKey(line.Path), line.Path);
            (file is null ? missing : found).TryAdd(path, line);
            if (file is null)
                continue;
            if (!listed.TryGetValue(path, out var digests))
                listed[path] = digests = [];
            digests.Add(new ListedDigest(manifest.File, line.Number, manifest.Algorithm, line.Digest));
        }

        return found.Keys.ToHashSet(StringComparer.Ordinal);
    }

    private static void NoteDouble(BagManifest manifest, BagManifestLine line, BagManifestLine before, BagDeclaration declaration, BagFindings findings)
    {
        var what = $"'{line.Path}' stands in line {before.Number} already, with {(line.Digest == before.Digest ? "the same digest" : "another digest")}.";
        if (declaration.IsRfc || line.Digest != before.Digest)
            findings.Add(BagCheck.Manifest, manifest.File, line.Number, what);
        else
            findings.Warn(BagCheck.Manifest, manifest.File, line.Number, what);
    }

    private static void CheckTags(BagManifest manifest, HashSet<string> files, BagTree tree, BagDeclaration declaration, BagFindings findings)
    {
        foreach (var path in files.Where(path => BagManifest.Kind(path) is { IsOfTags: true }))
            findings.Add(BagCheck.Manifest, manifest.File, $"It lists {path}: no tag manifest lists tag manifests.");
        if (!declaration.IsRfc)
            return;
        foreach (var path in tree.Files.Keys.Where(path => BagManifest.Kind(path) is { IsOfTags: false } && !files.Contains(path)))
            findings.Add(BagCheck.Manifest, manifest.File, $"It does not list {path}: a tag manifest lists every manifest of the payload.");
    }
}
