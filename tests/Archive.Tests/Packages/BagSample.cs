using System.Security.Cryptography;
using System.Text;

namespace Archive.Tests.Packages;

/// <summary>A small bag in a folder of its own, to be spoilt; its manifests are made when it is sealed.</summary>
internal sealed class BagSample : IDisposable
{
    public string Folder { get; } = Directory.CreateTempSubdirectory("archive-bag-").FullName;

    public string Declaration { get; set; } = "BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\n";

    public string? Info { get; set; }

    /// <summary>Lines that the payload manifest has besides, or instead of those of the files of the same path.</summary>
    public List<string> Lines { get; } = [];

    public string LineEnd { get; set; } = "\n";

    public BagSample With(string path, string content)
    {
        var file = Path.Combine(Folder, path);
        Directory.CreateDirectory(Path.GetDirectoryName(file)!);
        File.WriteAllText(file, content);
        return this;
    }

    public BagSample Sealed(string algorithm = "sha256")
    {
        File.WriteAllText(Path.Combine(Folder, "bagit.txt"), Declaration);
        if (Info is not null)
            File.WriteAllText(Path.Combine(Folder, "bag-info.txt"), Info);
        Directory.CreateDirectory(Path.Combine(Folder, "data"));
        var listed = Directory.EnumerateFiles(Path.Combine(Folder, "data"), "*", SearchOption.AllDirectories)
            .Select(file => Line(algorithm, Path.GetRelativePath(Folder, file)))
            .Where(line => !Lines.Any(other => other.Split(' ')[^1] == line.Split(' ')[^1]));
        File.WriteAllText(Path.Combine(Folder, $"manifest-{algorithm}.txt"), string.Concat(listed.Concat(Lines).Select(line => line + LineEnd)));
        var tags = Directory.EnumerateFiles(Folder).Select(file => Path.GetFileName(file)).Where(name => !name.StartsWith("tagmanifest", StringComparison.Ordinal) && name != "fetch.txt");
        File.WriteAllText(Path.Combine(Folder, $"tagmanifest-{algorithm}.txt"), string.Concat(tags.Select(name => Line(algorithm, name) + LineEnd)));
        return this;
    }

    public string DigestOf(string path, string algorithm = "sha256")
    {
        var bytes = File.ReadAllBytes(Path.Combine(Folder, path));
        return Convert.ToHexStringLower(algorithm == "sha512" ? SHA512.HashData(bytes) : SHA256.HashData(bytes));
    }

    public void Dispose() => Directory.Delete(Folder, recursive: true);

    private string Line(string algorithm, string path) =>
        $"{DigestOf(path, algorithm)}  {path.Replace("%", "%25").Replace("\n", "%0A").Replace("\r", "%0D")}";
}
