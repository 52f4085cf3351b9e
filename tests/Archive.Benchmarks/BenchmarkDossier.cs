using System.Globalization;
using System.Text;

namespace Archive.Benchmarks;

/// <summary>
/// A dossier as an archivist would have it, only larger: authorities, sources, claims of every kind with several citations, and changes of
/// several kinds; an event of about 1 KB each. The files are those that an export writes.
/// </summary>
internal sealed class BenchmarkDossier : IDisposable
{
    private static readonly string[] Kinds = ["arrival", "meeting", "statement", "reaction", "background", "departure"];

    private readonly int _authorities;
    private readonly int _sources;
    private readonly int _claims;
    private readonly int _changes;

    /// <param name="events">How many events its import appends: of a hundred, one begins an authority or a source, 79 record claims, the others change them.</param>
    public BenchmarkDossier(int events)
    {
        Events = events;
        (_authorities, _sources, _claims) = (Math.Max(5, events / 500), Math.Max(10, events / 125), events * 79 / 100);
        _changes = events - _authorities - _sources - _claims - 1;
        Path = Directory.CreateTempSubdirectory("archive-bench").FullName;
        Write("record", "record:\n  id: r\n  title: A record of many meetings\n  zone: Europe/Moscow\n  when: 2023-03\n  language: en\n");
        Write("authorities", Items("authorities", _authorities, Authority));
        Write("sources", Items("sources", _sources, Source));
        Write("claims", Items("claims", _claims, Claim));
        Write("changes", Items("changes", _changes, Change));
    }

    public string Path { get; }

    public int Events { get; }

    public void Dispose() => Directory.Delete(Path, recursive: true);

    private void Write(string name, string text) => File.WriteAllText(System.IO.Path.Combine(Path, name + ".yaml"), text);

    private static string Items(string section, int count, Func<int, string> item)
    {
        var text = new StringBuilder(section).Append(":\n");
        for (var i = 0; i < count; i++)
            text.Append(item(i));
        return text.ToString();
    }

    private static string Authority(int i) => string.Create(
        CultureInfo.InvariantCulture,
        $"  - id: p{i}\n    kind: {(i % 5 == 0 ? "place" : i % 5 == 1 ? "organisation" : "person")}\n    name: Name of number {i}\n    aliases: [Other name {i}, {{text: Имя {i}, language: ru}}]\n");

    private static string Source(int i) => string.Create(
        CultureInfo.InvariantCulture,
        $"  - id: s{i}\n    kind: newspaper\n    title: \"Report {i}: the delegations met\"\n    publisher: A house of newspapers\n    url: https://news.example/{i}/report\n    published: {Day(i)}\n    language: en\n");

    private string Claim(int i) => string.Create(
        CultureInfo.InvariantCulture,
        $"""
          - id: c{i}
            kind: {Kinds[i % Kinds.Length]}
            says: Delegation {i} meets the hosts and agrees to go on meeting, as both sides say afterwards in statements of the same day
            when: {Day(i)}{(i % 3 == 0 ? "\n    clock: \"about 12:59 +03:00\"" : "")}
            who: [p{Person(i)}, p{Person(i + 1)}]
            where: p{i * 5 % _authorities / 5 * 5}
            cites:
              - s{i % _sources}
              - {"{"}s{(i + 7) % _sources}: "the delegations met in the morning of that day"{"}"}
              - {"{"}source: s{(i + 13) % _sources}, stance: {(i % 2 == 0 ? "contradicts" : "mentions")}, about: when, consulted-on: 2023-04-02{"}"}

        """);

    private string Change(int i)
    {
        var claim = (int)((long)i * 7919 % _claims);
        return (i % 10) switch
        {
            7 => string.Create(CultureInfo.InvariantCulture, $"  - cite: c{claim}\n    citation: {{source: s{(claim + 21) % _sources}, phrase: \"they met, it was said\", extent: part}}\n    words: A further account of number {i}.\n"),
            8 => string.Create(CultureInfo.InvariantCulture, $"  - rate: c{claim}\n    credibility: {2 + (i / 10 % 4)}\n    words: Judged from {i} accounts.\n"),
            9 => string.Create(CultureInfo.InvariantCulture, $"  - retract: c{claim}\n    reason: unsupported\n    words: Nothing was found that bears it out, in {i} places.\n"),
            _ => string.Create(
                CultureInfo.InvariantCulture,
                $"""
                  - correct: c{claim}
                    reason: wrong-time
                    fault: source
                    set:
                      says: Delegation {claim} meets the hosts and agrees to meet again within the year, as the hosts say, change {i}
                      when: {Day(i + 1)}
                    cites: [s{claim % _sources}, {"{"}source: s{(claim + 7) % _sources}, stance: contradicts, about: when{"}"}]
                    words: The day was another, as the later account has it; the first had taken the day of its printing.

                """),
        };
    }

    /// <summary>A place is every fifth.</summary>
    private int Person(int i) => (i % (_authorities / 5) * 5) + 1 + (i % 4);

    private static string Day(int i) => string.Create(CultureInfo.InvariantCulture, $"2023-{1 + (i % 12):00}-{1 + (i % 28):00}");
}
