using Archive.Domain;
using Archive.Domain.Evidence;
using Archive.Domain.Sources;
using Archive.Sources;

namespace Archive.Dossiers;

/// <summary>The streams as they would stand after what is planned so far.</summary>
internal sealed class Simulation(Dictionary<string, object> states, IReadOnlySet<string> elsewhere, DossierCaptures captures) : ISurroundings
{
    private const int LongestChain = 64;

    public object? State(string stream) => states.GetValueOrDefault(stream);

    public KnownStreams Known(IEnumerable<string> streams)
    {
        var (missing, found) = (new HashSet<string>(StringComparer.Ordinal), default(Dictionary<string, KnownCaptures>));
        foreach (var stream in streams)
        {
            if (!Exists(stream) && !elsewhere.Contains(stream))
                missing.Add(stream);
            else if (stream.StartsWith(StreamName.SourcePrefix, StringComparison.Ordinal) && captures.Of(StreamName.IdOf(stream)) is { } known)
                (found ??= new Dictionary<string, KnownCaptures>(StringComparer.Ordinal))[StreamName.IdOf(stream)] = known;
        }

        return new KnownStreams(missing, found);
    }

    public OriginChain? Voices(string source)
    {
        if (Find(source) is not { } found)
            return null;
        var voices = new List<string>();
        for (var next = Next(found); next is not null && voices.Count < LongestChain && next != source && !voices.Contains(next, StringComparer.Ordinal); next = Next(Find(next)))
            voices.Add(next);
        return new OriginChain(voices.ToValueList());
    }

    public TakenCapture Taken(CaptureSource command) => captures.Of(command);

    public void Append(string stream, IEnumerable<IArchiveEvent> events)
    {
        foreach (var happened in events)
            states[stream] = StreamFold.Evolve(State(stream), happened);
    }

    private bool Exists(string stream) => State(stream) is not (null or Domain.Claims.Claim { IsRecorded: false });

    private Source? Find(string source) => State(StreamName.OfSource(source)) as Source;

    private static string? Next(Source? source) => source?.MergedInto ?? source?.Origin?.Source;
}
