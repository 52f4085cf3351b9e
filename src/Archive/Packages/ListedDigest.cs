namespace Archive.Packages;

/// <summary>What a manifest says of a file.</summary>
/// <param name="Manifest">The manifest.</param>
/// <param name="Line">Its line.</param>
/// <param name="Algorithm">Of the digest.</param>
/// <param name="Digest">Lower-case hex.</param>
internal sealed record ListedDigest(string Manifest, int Line, string Algorithm, string Digest);
