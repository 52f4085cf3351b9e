using Archive.Domain.Packages;

namespace Archive.Packages;

/// <summary>
/// What lies in a bag's folder, found by walking it: no link is followed, and everything that a bag says of paths is looked up among what was found.
/// </summary>
internal sealed class BagTree
{
    public const int MostFiles = 1_000_000;

    private const string Self = ".";

    private readonly Dictionary<string, BagFile> _files = new(StringComparer.Ordinal);
    private readonly Dictionary<string, BagFile?> _byKey = new(StringComparer.Ordinal);

    private BagTree()
    {
    }

    public IReadOnlyDictionary<string, BagFile> Files => _files;

    public List<string> EmptyFolders { get; } = [];

    public bool HasPayloadFolder { get; private set; }

    /// <summary>The file of a path; where there is none of exactly that name, the one of a name that is composed another way.</summary>
    public BagFile? Find(string path, out bool isNormalised)
    {
        isNormalised = false;
        if (_files.TryGetValue(path, out var file))
            return file;
        if (_byKey.GetValueOrDefault(BagPath.ClashKey(path)) is not { } other || other.Path.Normalize() != path.Normalize())
            return null;
        isNormalised = true;
        return other;
    }

    /// <returns>Null where there is no such folder.</returns>
    public static BagTree? Walk(string folder, BagFindings findings)
    {
        var root = new DirectoryInfo(folder);
        if (!root.Exists)
            return null;
        var tree = new BagTree();
        tree.Walk(root, "", 1, findings);
        return tree;
    }

    private void Walk(DirectoryInfo folder, string prefix, int depth, BagFindings findings)
    {
        if (depth > BagPath.MaxDepth)
        {
            findings.Add(BagCheck.Layout, prefix.TrimEnd('/'), $"More than {BagPath.MaxDepth} folders lie inside each other.");
            return;
        }

        var isEmpty = true;
        try
        {
            foreach (var entry in folder.EnumerateFileSystemInfos("*", Everything))
            {
                isEmpty = false;
                if (_files.Count >= MostFiles)
                {
                    findings.Add(BagCheck.Layout, Self, $"It has more than {MostFiles:N0} files.");
                    return;
                }

                Take(entry, prefix + entry.Name, depth, findings);
            }

            if (isEmpty && EmptyFolders.Count < BagFindings.Most)
                EmptyFolders.Add(prefix.TrimEnd('/'));
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            findings.Add(BagCheck.Layout, prefix.Length == 0 ? Self : prefix.TrimEnd('/'), $"The folder cannot be read: {e.Message}");
        }
    }

    private void Take(FileSystemInfo entry, string path, int depth, BagFindings findings)
    {
        if (entry.LinkTarget is not null || entry.Attributes.HasFlag(FileAttributes.ReparsePoint))
        {
            findings.Add(BagCheck.Layout, path, "It is a symbolic link, which could lead out of the bag. Put the file itself there.");
            return;
        }

        if ((BagPath.WhatIsWrongWithPart(entry.Name) ?? (entry.Name.Contains('\\', StringComparison.Ordinal) ? "It has a backslash, which leads elsewhere on other systems." : null)) is { } wrong)
        {
            findings.Add(BagCheck.Layout, path, $"The name cannot stand in a bag. {wrong}");
            return;
        }

        if (path.Length > BagPath.MaxLength)
        {
            findings.Add(BagCheck.Layout, path, $"The path has {path.Length:N0} characters; at most {BagPath.MaxLength:N0} are taken.");
            return;
        }

        var key = BagPath.ClashKey(path);
        if (_byKey.ContainsKey(key))
            findings.Add(BagCheck.Layout, path, "Another name in the bag differs from this one only in case or in how its characters are composed: many systems take the two for one. Rename one of them.");
        if (entry is DirectoryInfo inner)
        {
            _byKey[key] = null;
            HasPayloadFolder |= path == "data";
            Walk(inner, path + "/", depth + 1, findings);
        }
        else
        {
            var file = new BagFile(path, ((FileInfo)entry).Length, entry.FullName);
            _files[path] = file;
            _byKey[key] = file;
        }
    }

    private static readonly EnumerationOptions Everything = new() { AttributesToSkip = 0, RecurseSubdirectories = false, IgnoreInaccessible = false };
}
