using Archive.Domain.Packages;

namespace Archive.Packages;

/// <summary>
/// Whether a folder is a valid bag (RFC 8493), safe with hostile ones: nothing outside it is read, nothing is fetched, and it costs no more than its size.
/// Everything that is wrong is told.
/// </summary>
public static class BagValidation
{
    /// <summary>Manifests of one kind that are read; there are fewer algorithms.</summary>
    private const int MostManifests = 16;

    /// <returns>Null where there is no such folder.</returns>
    public static async Task<BagReport?> ValidateAsync(string folder, CancellationToken cancellationToken) => (await CheckAsync(folder, digestAll: false, cancellationToken))?.Report;

    /// <param name="folder">The bag.</param>
    /// <param name="digestAll">Whether files that no manifest lists are digested too.</param>
    /// <param name="cancellationToken">Stops.</param>
    /// <returns>Null where there is no such folder.</returns>
    internal static async Task<CheckedBag?> CheckAsync(string folder, bool digestAll, CancellationToken cancellationToken)
    {
        var findings = new BagFindings();
        if (BagTree.Walk(folder, findings) is not { } tree)
            return null;
        var declaration = await DeclarationAsync(tree, findings, cancellationToken);
        if (!tree.HasPayloadFolder)
            findings.Add(BagCheck.Layout, "data", "There is no folder data: the payload is in it.");
        if (tree.Files.ContainsKey("fetch.txt"))
            findings.Add(BagCheck.Fetch, "fetch.txt", "Nothing is fetched: what is not in the bag is not checked. Ask for the whole bag.");
        var manifests = declaration is null ? [] : await ManifestsAsync(tree, declaration, findings, cancellationToken);
        var listing = BagListing.Check(tree, manifests, declaration, findings);
        await InfoAsync(tree, declaration, findings, cancellationToken);
        var digests = await DigestsAsync(tree, listing, findings, cancellationToken);
        if (digestAll)
            await CompleteAsync(tree, digests, findings, cancellationToken);
        var payload = tree.Files.Values.Where(file => file.IsPayload).ToArray();
        return new CheckedBag(
            new BagReport(findings.Count == 0, declaration?.Version.ToString(), payload.Length, payload.Sum(file => file.Length), findings.Errors, findings.Count, findings.Warnings),
            tree,
            digests,
            findings);
    }

    private static async Task<BagDeclaration?> DeclarationAsync(BagTree tree, BagFindings findings, CancellationToken cancellationToken)
    {
        if (tree.Files.GetValueOrDefault(BagDeclaration.File) is not { } file)
        {
            findings.Add(BagCheck.Declaration, BagDeclaration.File, "It is missing: the folder is no bag.");
            return null;
        }

        return await BagDigests.ReadAsync(file, BagDeclaration.MaxLength, findings, cancellationToken) is { } bytes ? BagDeclaration.Read(bytes, findings) : null;
    }

    private static async Task<List<BagManifest>> ManifestsAsync(BagTree tree, BagDeclaration declaration, BagFindings findings, CancellationToken cancellationToken)
    {
        var manifests = new List<BagManifest>();
        foreach (var file in tree.Files.Values.Where(file => BagManifest.Kind(file.Path) is not null).OrderBy(file => file.Path, StringComparer.Ordinal))
        {
            var (name, isOfTags) = BagManifest.Kind(file.Path)!.Value;
            if (manifests.Count(manifest => manifest.IsOfTags == isOfTags) >= MostManifests)
                findings.Add(BagCheck.Manifest, file.Path, $"There are more than {MostManifests} manifests of its kind.");
            else if (BagAlgorithm.Find(name) is not { } algorithm)
                findings.Add(BagCheck.Manifest, file.Path, $"Digests of {name} cannot be checked: sha256, sha384, sha512, sha224, sha1 and md5 can.");
            else if (await BagDigests.ReadAsync(file, BagManifest.MaxLength, findings, cancellationToken) is { } bytes
                && TagText.Read(file.Path, bytes, declaration.Encoding, findings) is { } lines)
                manifests.Add(Known(BagManifest.Read(file.Path, lines, algorithm.Digits, findings), algorithm));
        }

        return manifests;

        BagManifest Known(BagManifest manifest, BagAlgorithm algorithm)
        {
            if (algorithm.IsWeak)
                findings.Warn(BagCheck.Manifest, manifest.File, null, $"{algorithm.Name} shows damage, and no longer shows what was changed on purpose.");
            return manifest;
        }
    }

    private static async Task InfoAsync(BagTree tree, BagDeclaration? declaration, BagFindings findings, CancellationToken cancellationToken)
    {
        if (declaration is null || tree.Files.GetValueOrDefault(BagInfo.File) is not { } file
            || await BagDigests.ReadAsync(file, BagInfo.MaxLength, findings, cancellationToken) is not { } bytes
            || TagText.Read(BagInfo.File, bytes, declaration.Encoding, findings) is not { } lines)
            return;
        var payload = tree.Files.Values.Where(found => found.IsPayload).ToArray();
        BagInfo.Read(lines, findings).CheckOxum(payload.Sum(found => found.Length), payload.Length, mayRepeat: !declaration.IsRfc, findings);
    }

    private static async Task CompleteAsync(BagTree tree, Dictionary<string, string> digests, BagFindings findings, CancellationToken cancellationToken)
    {
        foreach (var file in tree.Files.Values.Where(file => !digests.ContainsKey(file.Path)))
        {
            if (await BagDigests.OfAsync(file, [BagAlgorithm.Sha256], findings, cancellationToken) is { } found)
                digests[file.Path] = found[BagAlgorithm.Sha256.Name];
        }
    }

    /// <returns>SHA-256 of every file that is listed by a manifest of it.</returns>
    private static async Task<Dictionary<string, string>> DigestsAsync(
        BagTree tree, IReadOnlyDictionary<string, List<ListedDigest>> listing, BagFindings findings, CancellationToken cancellationToken)
    {
        var digests = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var (path, listed) in listing.OrderBy(listed => listed.Key, StringComparer.Ordinal))
        {
            var algorithms = listed.Select(one => BagAlgorithm.Find(one.Algorithm)!).Distinct().ToArray();
            if (await BagDigests.OfAsync(tree.Files[path], algorithms, findings, cancellationToken) is not { } found)
                continue;
            foreach (var one in listed.Where(one => found[one.Algorithm] != one.Digest))
                findings.Add(BagCheck.Digest, path, $"Its {one.Algorithm} is {found[one.Algorithm]}; line {one.Line} of {one.Manifest} has {one.Digest}.");
            if (found.TryGetValue("sha256", out var digest))
                digests[path] = digest;
        }

        return digests;
    }
}
