using Archive.Domain.Packages;

namespace Archive.Packages;

/// <summary>That the snapshot is the fold of the events, byte for byte; where it is not, the first stream is named whose state differs.</summary>
internal static class SnapshotCheck
{
    public static async Task RunAsync(CheckedBag bag, BagStatement? statement, SnapshotStates states, CancellationToken cancellationToken)
    {
        if (statement is null || bag.Tree.Files.GetValueOrDefault(BagNames.Snapshot) is not { } file)
            return;
        try
        {
            await using var stream = file.Open();
            foreach (var (name, expected) in states.ToJson(statement.Log, statement.Record, statement.Entry))
            {
                var bytes = new byte[expected.Length];
                var read = await stream.ReadAtLeastAsync(bytes, bytes.Length, throwOnEndOfStream: false, cancellationToken);
                if (read == bytes.Length && bytes.AsSpan().SequenceEqual(expected))
                    continue;
                bag.Findings.Add(BagCheck.Snapshot, BagNames.Snapshot, name is null
                    ? "It is not of the statement's log, record and entry, or not in its one form."
                    : $"The state of {name} is not what the events come to.");
                return;
            }

            if (await stream.ReadAsync(new byte[1], cancellationToken) > 0)
                bag.Findings.Add(BagCheck.Snapshot, BagNames.Snapshot, "Something follows what the events come to.");
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            bag.Findings.Add(BagCheck.Layout, BagNames.Snapshot, $"It cannot be read: {e.Message}");
        }
    }
}
