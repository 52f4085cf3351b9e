using System.Globalization;
using System.Text;

namespace Archive.IntegrationTests.Crashes;

/// <summary>A dossier of many claims and corrections, in a folder of its own.</summary>
internal sealed class GeneratedDossier : IDisposable
{
    public const string Record = "flood";

    public GeneratedDossier(int claims, int corrections)
    {
        Path = Directory.CreateTempSubdirectory("archive-dossier").FullName;
        var text = new StringBuilder("record:\n  id: flood\n  title: The flood\n  zone: UTC\nsources:\n");
        for (var i = 0; i < 10; i++)
            text.Append(CultureInfo.InvariantCulture, $"  - {{id: s{i}, kind: newspaper, title: Report {i}}}\n");
        text.Append("claims:\n");
        for (var i = 0; i < claims; i++)
            text.Append(CultureInfo.InvariantCulture, $"  - {{id: c{i}, kind: background, says: The water rises {i}, when: 1953-02-01, cites: [s{i % 10}]}}\n");
        text.Append("changes:\n");
        for (var i = 0; i < corrections; i++)
            text.Append(CultureInfo.InvariantCulture, $"  - {{correct: c{i % claims}, reason: clarification, fault: none, words: Measured again, set: {{says: The water rises {i} more}}, cites: [s{i % 10}]}}\n");
        File.WriteAllText(System.IO.Path.Combine(Path, "dossier.yaml"), text.ToString());
        Events = 1 + 10 + claims + corrections;
    }

    public string Path { get; }

    /// <summary>How many events its import appends.</summary>
    public int Events { get; }

    /// <summary>The same where a process imports it: who runs that is registered before their first change.</summary>
    public int EventsOfProcess => Events + 1;

    public void Dispose() => Directory.Delete(Path, recursive: true);
}
