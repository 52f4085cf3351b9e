using Archive.Sources;

namespace Archive.Dossiers;

/// <summary>Finds the file of a capture within the folder of its dossier. Nothing outside the folder is ever read, by whatever path or link.</summary>
internal static class CaptureFile
{
    private const string Form = "Write the path of a file in the dossier's folder, such as captures/page.html.";

    /// <param name="folder">Folder of the dossier; null where it has none.</param>
    /// <param name="path">As it is written.</param>
    /// <param name="at">Where it is written.</param>
    /// <param name="errors">Takes what is wrong.</param>
    /// <returns>Null where it cannot be read, which is then noted.</returns>
    public static CaptureBytes? Find(string? folder, string path, DossierPlace at, DossierErrors errors)
    {
        var wrong = folder is null ? "This dossier has no folder of its own." : WhatIsWrong(folder, path);
        if (wrong is not null)
        {
            errors.Add(at, $"{wrong} {Form}");
            return null;
        }

        var file = new FileInfo(Path.Combine(folder!, path));
        return new CaptureBytes(() => file.OpenRead(), file.Length);
    }

    private static string? WhatIsWrong(string folder, string path)
    {
        var parts = path.Split('/');
        if (path.Contains('\\', StringComparison.Ordinal) || path.Contains('\0', StringComparison.Ordinal) || Path.IsPathRooted(path) || parts.Any(part => part is "" or "." or ".."))
            return $"'{FieldReader.Shown(path)}' is not a path within the folder.";
        var at = folder;
        foreach (var part in parts[..^1])
        {
            at = Path.Combine(at, part);
            if (!Directory.Exists(at))
                return $"There is no folder '{FieldReader.Shown(part)}' on the way to '{FieldReader.Shown(path)}'.";
            if (new DirectoryInfo(at).LinkTarget is not null)
                return $"'{FieldReader.Shown(part)}' is a symbolic link, which could lead out of the folder.";
        }

        var file = new FileInfo(Path.Combine(at, parts[^1]));
        if (!file.Exists)
            return $"There is no file '{FieldReader.Shown(path)}'.";
        if (file.LinkTarget is not null)
            return $"'{FieldReader.Shown(path)}' is a symbolic link, which could lead out of the folder.";
        return file.Attributes.HasFlag(FileAttributes.Device) ? $"'{FieldReader.Shown(path)}' is no plain file." : null;
    }
}
