namespace Archive.Domain.Packages;

/// <summary>Where the parts of a package of the archive lie, as paths within the bag.</summary>
public static class BagNames
{
    public const string Events = "data/events.ndjson";
    public const string Proofs = "data/proofs.ndjson";
    public const string Kept = "data/kept.ndjson";
    public const string Snapshot = "data/snapshot.json";
    public const string Provenance = "data/prov.json";
    public const string Checkpoint = "data/checkpoint";
    public const string Statement = "data/statement";
    public const string Captures = "data/captures/";
    public const string Texts = "data/texts/";
    public const string Manifest = "manifest-sha256.txt";
    public const string TagManifest = "tagmanifest-sha256.txt";

    private const string TextEnd = ".txt";

    /// <summary>The files that every package has.</summary>
    public static IReadOnlyList<string> Always { get; } =
        [BagDeclaration.File, BagInfo.File, Manifest, TagManifest, Events, Proofs, Kept, Snapshot, Provenance, Checkpoint, Statement];

    public static string OfCapture(string digest) => Captures + digest;

    public static string OfText(string digest) => Texts + digest + TextEnd;

    /// <summary>The digest that the file's name says, of a capture; null where it is none.</summary>
    public static string? CaptureOf(string path) => Between(path, Captures, "");

    /// <inheritdoc cref="CaptureOf"/>
    public static string? TextOf(string path) => Between(path, Texts, TextEnd);

    private static string? Between(string path, string start, string end) =>
        path.StartsWith(start, StringComparison.Ordinal) && path.EndsWith(end, StringComparison.Ordinal) && path.Length > start.Length + end.Length
        && Ledger.Sha256Digest.TryParse(path[start.Length..^end.Length], out _) ? path[start.Length..^end.Length] : null;
}
