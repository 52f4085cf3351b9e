namespace Archive.IntegrationTests.Dossiers;

/// <summary>A folder for one test.</summary>
internal sealed class Folder : IDisposable
{
    public string Path { get; } = Directory.CreateTempSubdirectory("dossier-").FullName;

    public void CopyFrom(string folder)
    {
        foreach (var file in Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories))
        {
            var copy = System.IO.Path.Combine(Path, System.IO.Path.GetRelativePath(folder, file));
            Directory.CreateDirectory(System.IO.Path.GetDirectoryName(copy)!);
            File.Copy(file, copy);
        }
    }

    public void Edit(string file, params string[] pairs)
    {
        var path = System.IO.Path.Combine(Path, file);
        var text = File.ReadAllText(path);
        foreach (var pair in pairs.Chunk(2))
            text = text.Replace(pair[0], pair[1], StringComparison.Ordinal);
        File.WriteAllText(path, text);
    }

    public void Dispose() => Directory.Delete(Path, recursive: true);
}
