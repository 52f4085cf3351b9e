namespace Archive.Dossiers;

/// <summary>Cuts an import into runs of commands that do not need each other, so that each run can be decided at the same time.</summary>
internal static class ImportBatches
{
    public const int Largest = 64;

    public static IEnumerable<IReadOnlyList<PlannedCommand>> Of(IEnumerable<PlannedCommand> planned)
    {
        var batch = new List<PlannedCommand>();
        var changed = new HashSet<string>(StringComparer.Ordinal);
        foreach (var command in planned)
        {
            var needed = command.Events.SelectMany(happened => happened.References).Append(command.Item.Stream);
            if (batch.Count == Largest || needed.Any(changed.Contains))
            {
                yield return batch;
                batch = [];
                changed.Clear();
            }

            batch.Add(command);
            changed.Add(command.Item.Stream);
        }

        if (batch.Count > 0)
            yield return batch;
    }
}
