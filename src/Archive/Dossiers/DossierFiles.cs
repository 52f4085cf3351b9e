using System.Text;

namespace Archive.Dossiers;

/// <summary>
/// The files of a dossier: the one that was named, or all <c>.yaml</c>, <c>.yml</c> and <c>.json</c> files that lie directly in a folder, in the
/// order of their names. Nothing outside the folder is ever read.
/// </summary>
internal static class DossierFiles
{
    private static readonly string[] Extensions = [".yaml", ".yml", ".json"];

    public static IReadOnlyList<DossierNode> Read(string path, DossierErrors errors)
    {
        var budget = new NodeBudget();
        var roots = new List<DossierNode>();
        long bytes = 0;
        foreach (var file in Find(path, errors))
        {
            if (ReadText(file, errors, ref bytes) is not { } text)
                continue;
            var root = file.Extension.Equals(".json", StringComparison.OrdinalIgnoreCase)
                ? new JsonNodes(file.Name, budget, errors).Read(text)
                : YamlParts.Read(file.Name, text, budget, errors);
            if (root is not null)
                roots.Add(root);
        }
        return roots;
    }

    private static IEnumerable<FileInfo> Find(string path, DossierErrors errors)
    {
        if (File.Exists(path))
            return [new FileInfo(path)];
        if (!Directory.Exists(path))
        {
            errors.Add(new DossierPlace(path, 0, 0), "There is no such file or folder. Name the folder of the dossier, or its one file.");
            return [];
        }
        var files = new DirectoryInfo(path).EnumerateFiles()
            .Where(file => !file.Name.StartsWith('.') && Extensions.Contains(file.Extension, StringComparer.OrdinalIgnoreCase))
            .OrderBy(file => file.Name, StringComparer.Ordinal)
            .Take(NodeBudget.MostFiles + 1)
            .ToArray();
        if (files.Length > NodeBudget.MostFiles)
            errors.Add(new DossierPlace(path, 0, 0), $"The folder has more than {NodeBudget.MostFiles:N0} files of a dossier. Put several into one.");
        else if (files.Length == 0)
            errors.Add(new DossierPlace(path, 0, 0), "The folder has no .yaml, .yml or .json file. Name the folder in which record.yaml lies.");
        foreach (var link in files.Where(file => file.LinkTarget is not null))
            errors.Add(new DossierPlace(link.Name, 0, 0), "This is a symbolic link, which could lead out of the folder. Put the file itself here.");
        return files.Where(file => file.LinkTarget is null).Take(NodeBudget.MostFiles);
    }

    private static string? ReadText(FileInfo file, DossierErrors errors, ref long total)
    {
        var start = new DossierPlace(file.Name, 1, 1);
        if (file.Length > NodeBudget.MostFileBytes || (total += file.Length) > NodeBudget.MostBytes)
        {
            errors.Add(start, $"The file has {file.Length:N0} bytes; at most {NodeBudget.MostFileBytes:N0} are read from a file and {NodeBudget.MostBytes:N0} from a dossier. Split it.");
            return null;
        }
        byte[] bytes;
        try
        {
            bytes = File.ReadAllBytes(file.FullName);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            errors.Add(start, $"The file cannot be read: {e.Message}");
            return null;
        }
        return Decode(bytes, file.Name, errors);
    }

    private static string? Decode(byte[] bytes, string file, DossierErrors errors)
    {
        const string save = "Save the file as UTF-8.";
        if (bytes is [0xFF, 0xFE, ..] or [0xFE, 0xFF, ..] || (bytes is [0, _, ..] or [_, 0, ..]))
        {
            errors.Add(new DossierPlace(file, 1, 1), $"This is UTF-16 or UTF-32, not UTF-8. {save}");
            return null;
        }
        var content = bytes is [0xEF, 0xBB, 0xBF, ..] ? bytes.AsSpan(3) : bytes;
        try
        {
            return new UTF8Encoding(false, throwOnInvalidBytes: true).GetString(content);
        }
        catch (DecoderFallbackException e)
        {
            var before = content[..Math.Clamp(e.Index, 0, content.Length)];
            var line = before.Count((byte)'\n') + 1;
            var column = Encoding.UTF8.GetCharCount(before[(before.LastIndexOf((byte)'\n') + 1)..]) + 1;
            errors.Add(new DossierPlace(file, line, column), $"The bytes here are not UTF-8 ({Convert.ToHexString(e.BytesUnknown ?? [])}). {save}");
            return null;
        }
    }
}
