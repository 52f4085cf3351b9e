namespace Archive.Benchmarks.Scale;

/// <summary>The tables of docs/scale.md: arithmetic from a node's figures, and one simulation.</summary>
internal static class ScaleReport
{
    private const double Gigabyte = 1e9;

    private const double References = 3;

    public static IEnumerable<string> Lines(NodeFigures node) => [.. Sizes(node), "", .. Writers(node), "", .. Readers(node), "", .. Groups(node)];

    private static IEnumerable<string> Sizes(NodeFigures node)
    {
        yield return "| claims | corrections a claim | events | log | read models, one generation | disk while a rebuild runs | rebuild |";
        yield return "| --- | --- | --- | --- | --- | --- | --- |";
        foreach (var (claims, corrections) in new[] { (1e5, 1.0), (1e6, 1.0), (1e7, 1.0), (1e8, 0.5), (1e8, 2.0) })
        {
            var events = claims * (1 + corrections);
            var log = events * node.LogBytes;
            var models = (events * (node.VersionBytes + node.EntryBytes)) + (claims * References * node.ReferenceBytes);
            yield return Row($"{claims:N0}", $"{corrections}", $"{events:N0}", Bytes(log), Bytes(models), Bytes(log + (2 * models)), Time(events / node.Rebuilt));
        }
    }

    private static IEnumerable<string> Writers(NodeFigures node)
    {
        yield return "| writers | a change each | changes a second | of one node's appends | of one projector | nodes by records |";
        yield return "| --- | --- | --- | --- | --- | --- |";
        foreach (var (writers, every) in new[] { (10.0, 30.0), (100, 30), (1_000, 30), (1_000, 5), (1_000, 1), (10_000, 1) })
        {
            var changes = writers / every;
            yield return Row($"{writers:N0}", $"every {every} s", $"{changes:N0}", Part(changes / node.Appends), Part(changes / node.Projected), $"{Math.Ceiling(changes / (0.5 * node.Appends)):0}");
        }
    }

    private static IEnumerable<string> Readers(NodeFigures node)
    {
        yield return "| claims of a record | one answer costs | answers a second that fill a node | readers at one answer a minute |";
        yield return "| --- | --- | --- | --- |";
        foreach (var claims in new[] { 100.0, 1_000, 10_000 })
        {
            var milliseconds = node.SnapshotMilliseconds * claims / 1_000;
            yield return Row($"{claims:N0}", $"{milliseconds:0.0} ms", $"{1_000 / milliseconds:N0}", $"{60_000 / milliseconds:N0}");
        }
    }

    private static IEnumerable<string> Groups(NodeFigures node)
    {
        yield return "| events a second | groups | visible after, median | 99 of 100 |";
        yield return "| --- | --- | --- | --- |";
        foreach (var part in new[] { 0.5, 0.9, 1.8, 3.6, 5.4 })
        {
            foreach (var groups in new[] { 1, 4, 8 }.Where(groups => part * node.Projected < groups * node.Projected && part * node.Projected < node.Numbered))
            {
                var (median, p99) = ProjectorGroups.Simulate(part * node.Projected, node.Numbered, node.Projected, groups);
                yield return Row($"{part * node.Projected:N0}", $"{groups}", $"{median * 1_000:0.00} ms", $"{p99 * 1_000:0.00} ms");
            }
        }
    }

    private static string Row(params string[] cells) => $"| {string.Join(" | ", cells)} |";

    private static string Bytes(double bytes) =>
        bytes < Gigabyte ? $"{bytes / 1e6:N0} MB" : bytes < 1000 * Gigabyte ? $"{bytes / Gigabyte:N0} GB" : $"{bytes / Gigabyte / 1000:0.0} TB";

    private static string Time(double seconds) => seconds < 120 ? $"{seconds:0} s" : seconds < 7200 ? $"{seconds / 60:0} min" : $"{seconds / 3600:0.0} h";

    private static string Part(double part) => $"{part * 100:0.#} %";
}
