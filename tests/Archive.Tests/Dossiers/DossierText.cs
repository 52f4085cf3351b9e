using Archive.Dossiers;

namespace Archive.Tests.Dossiers;

/// <summary>Dossiers written out in tests.</summary>
internal static class DossierText
{
    public static readonly string Sample = RepositoryRoot.File("samples", "visit-2023");

    /// <summary>A small dossier in which everything is right.</summary>
    public const string Good =
        """
        record:
          id: visit
          title: A visit
          zone: Europe/Moscow
          language: en
        authorities:
          - {id: xi, kind: person, name: Xi Jinping, aliases: [{text: 習近平, language: zh-Hant}]}
          - {id: moscow, kind: place, name: Moscow}
        sources:
          - {id: tass, kind: agency, title: Report}
          - {id: wiki, kind: encyclopedia, title: Article, origin: tass}
        claims:
          - id: c1
            kind: arrival
            says: Xi lands
            when: 2023-03-20
            clock: morning
            who: [xi]
            where: moscow
            cites: [wiki]
          - id: c2
            kind: background
            says: He was there
            derived-from: [c1]
            cites: [{tass: "was there"}]
        changes:
          - correct: c1
            reason: wrong-time
            fault: source
            set: {clock: "12:59"}
            cites: [tass, {source: wiki, stance: contradicts, about: when}]
            words: It was later.
        """;

    public static (Dossier? Dossier, IReadOnlyList<DossierError> Errors) Read(string yaml)
    {
        var errors = new DossierErrors();
        var roots = new YamlNodes("d.yaml", new NodeBudget(), errors).Read(yaml) is { } root ? new[] { root } : [];
        var dossier = errors.Any ? null : DossierReader.Read(roots, errors);
        return (dossier, errors.InOrder());
    }

    public static (Dossier? Dossier, IReadOnlyList<DossierError> Errors) ReadPath(string path)
    {
        var errors = new DossierErrors();
        return (DossierReader.Read(path, errors), errors.InOrder());
    }

    /// <summary>The good dossier with a part of it replaced.</summary>
    public static string Spoilt(string part, string by)
    {
        Good.Contains(part, StringComparison.Ordinal).ShouldBeTrue(part);
        return Good.Replace(part, by, StringComparison.Ordinal);
    }

    /// <summary>Errors as people see them.</summary>
    public static IEnumerable<string> ErrorsOf(string yaml) => Read(yaml).Errors.Select(error => $"{error.At}: {error.Message}");
}
