using Archive.Domain;
using Archive.Domain.Authorities;
using Archive.Domain.Sources;
using Archive.Sources;

namespace Archive.Dossiers;

/// <summary>
/// Surroundings in which everything is as a decision needs it: for recognising an event that was decided before, when the surroundings were
/// others than now.
/// </summary>
internal sealed class Trusting(IReadOnlyDictionary<string, object> states, DossierCaptures captures) : ISurroundings
{
    public KnownStreams Known(IEnumerable<string> streams) => KnownStreams.All;

    public OriginChain Voices(string source) => new([]);

    public TakenCapture Taken(CaptureSource command) => captures.Of(command);

    public object? State(string stream) => states.GetValueOrDefault(stream) switch
    {
        Source source => source with { MergedInto = null },
        Authority authority => authority with { MergedInto = null },
        var other => other,
    };
}
