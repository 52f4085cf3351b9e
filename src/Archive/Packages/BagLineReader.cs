namespace Archive.Packages;

/// <summary>Reads a line; null where it is none of its kind.</summary>
internal delegate T? BagLineReader<T>(ReadOnlySpan<byte> line) where T : class;
