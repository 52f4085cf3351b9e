namespace Archive.Dossiers;

/// <summary>
/// Reads a long YAML file in parts at the same time, where it is one list below one section, as nearly every long file of a dossier is. A part begins
/// where a line begins an item, by its indentation: nothing but an item can stand there in block style, and whatever else reaches over such a line
/// (quotes, brackets) is left open at the end of the part before. So a part that is wrong in any way, or is another thing than a list, sends
/// the whole file back to be read in one piece, and what is said about it is said of the whole.
/// </summary>
internal static class YamlParts
{
    /// <summary>In characters. Shorter ones are read as quickly in one piece.</summary>
    private const int Length = 512 * 1024;

    private static readonly string[] Sections = ["authorities:", "sources:", "claims:", "changes:"];

    /// <returns>The document, or null where the file is empty or unreadable.</returns>
    public static DossierNode? Read(string file, string text, NodeBudget budget, DossierErrors errors, int length = Length) =>
        Join(file, Split(text, length), budget) ?? new YamlNodes(file, budget, errors).Read(text);

    private static MapNode? Join(string file, IReadOnlyList<Part> parts, NodeBudget budget)
    {
        if (parts.Count < 2)
            return null;
        var read = new (DossierNode? Root, NodeBudget Budget, DossierErrors Errors)[parts.Count];
        Parallel.For(0, parts.Count, i =>
        {
            var (own, found) = (new NodeBudget(), new DossierErrors());
            read[i] = (new YamlNodes(file, own, found, parts[i].LinesBefore).Read(parts[i].Text), own, found);
        });
        var whole = new NodeBudget();
        if (!read.All(part => !part.Errors.Any && part.Root is MapNode { Fields: [{ Value: ListNode }] } && whole.Take(part.Budget)) || !budget.Take(whole))
            return null;
        var first = (MapNode)read[0].Root!;
        var items = read.SelectMany(part => ((ListNode)((MapNode)part.Root!).Fields[0].Value).Items).ToArray();
        return first with { Fields = [first.Fields[0] with { Value = (ListNode)first.Fields[0].Value with { Items = items } }] };
    }

    /// <summary>The file in parts, each under its section's name; none where it is not of that form.</summary>
    internal static IReadOnlyList<Part> Split(string text, int length)
    {
        if (text.Length < 2 * length)
            return [];
        var (parts, section, margin) = (new List<Part>(), default(string), default(string));
        var (from, line, fromLine) = (0, 0, 0);
        for (var at = 0; at < text.Length; line++)
        {
            var end = text.IndexOf('\n', at) is var found and >= 0 ? found + 1 : text.Length;
            var content = text.AsSpan(at, end - at);
            if (section is null)
            {
                var known = Array.IndexOf(Sections, content.TrimEnd().ToString());
                if (known >= 0)
                    section = Sections[known];
                else if (content[0] is not ('#' or '\n' or '\r'))
                    return [];
            }
            else if (margin is null)
            {
                var blank = content.TrimStart(' ');
                if (blank.StartsWith("- "))
                    margin = new string(' ', content.Length - blank.Length) + "- ";
                else if (blank[0] is not ('#' or '\n' or '\r'))
                    return [];
            }
            else if (content.StartsWith(margin) && at - from >= length)
            {
                Add(at);
                (from, fromLine) = (at, line);
            }

            at = end;
        }

        Add(text.Length);
        return parts;

        // The first part has the section's own line; the others get it in front, in place of the line before them.
        void Add(int to) => parts.Add(parts.Count == 0 ? new Part(text[..to], 0) : new Part($"{section}\n{text.AsSpan(from, to - from)}", fromLine - 1));
    }

    /// <summary>A part of a file.</summary>
    /// <param name="Text">As a file of its own.</param>
    /// <param name="LinesBefore">How many lines of the file stand before it.</param>
    internal sealed record Part(string Text, int LinesBefore);
}
