using Archive.Domain.Packages;

namespace Archive.Packages;

/// <summary>Reads each file once for all manifests that list it.</summary>
internal static class BagDigests
{
    /// <returns>By algorithm, lower-case hex; null where the file cannot be read, which is then noted.</returns>
    public static async Task<IReadOnlyDictionary<string, string>?> OfAsync(
        BagFile file, IReadOnlyCollection<BagAlgorithm> algorithms, BagFindings findings, CancellationToken cancellationToken)
    {
        var hashes = algorithms.Select(algorithm => (algorithm.Name, Hash: new RunningDigest(algorithm))).ToArray();
        try
        {
            await using var stream = file.Open();
            var buffer = new byte[Math.Clamp(file.Length, 1, 1 << 17)];
            long read = 0;
            while (await stream.ReadAsync(buffer, cancellationToken) is > 0 and var count && (read += count) <= file.Length)
            {
                foreach (var (_, hash) in hashes)
                    hash.Append(buffer.AsSpan(0, count));
            }

            if (read == file.Length)
                return hashes.ToDictionary(hash => hash.Name, hash => hash.Hash.End(), StringComparer.Ordinal);
            findings.Add(BagCheck.Digest, file.Path, "It changed its length while it was read.");
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            findings.Add(BagCheck.Digest, file.Path, $"It cannot be read: {e.Message}");
        }
        finally
        {
            foreach (var (_, hash) in hashes)
                hash.Dispose();
        }

        return null;
    }

    /// <summary>A whole file, up to a length; null where it is longer or cannot be read, which is then noted.</summary>
    public static async Task<byte[]?> ReadAsync(BagFile file, long most, BagFindings findings, CancellationToken cancellationToken)
    {
        if (file.Length > most)
        {
            findings.Add(BagCheck.Layout, file.Path, $"It has {file.Length:N0} bytes; at most {most:N0} are taken.");
            return null;
        }

        try
        {
            var bytes = new byte[file.Length];
            await using var stream = file.Open();
            var read = await stream.ReadAtLeastAsync(bytes, bytes.Length, throwOnEndOfStream: false, cancellationToken);
            if (read == bytes.Length)
                return bytes;
            findings.Add(BagCheck.Layout, file.Path, "It changed its length while it was read.");
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            findings.Add(BagCheck.Layout, file.Path, $"It cannot be read: {e.Message}");
        }

        return null;
    }
}
