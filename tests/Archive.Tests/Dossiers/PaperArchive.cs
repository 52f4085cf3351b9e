using Archive.Access;
using Archive.Commands;
using Archive.Domain;
using Archive.Domain.Access;
using Archive.Dossiers;

namespace Archive.Tests.Dossiers;

/// <summary>Streams on paper: what imports plan is taken as done.</summary>
internal sealed class PaperArchive
{
    private readonly Dictionary<string, List<PastEvent>> _streams = new(StringComparer.Ordinal);
    private readonly List<PastEvent> _log = [];

    public IReadOnlyList<PastEvent> Log => _log;

    public IReadOnlyDictionary<string, IReadOnlyList<PastEvent>> Past =>
        _streams.ToDictionary(stream => stream.Key, stream => (IReadOnlyList<PastEvent>)stream.Value.ToArray(), StringComparer.Ordinal);

    public ILookup<string, IArchiveEvent> ByStream => _log.ToLookup(past => past.Event.Stream, past => past.Event);

    public (IReadOnlyList<PlannedCommand> Planned, IReadOnlyList<string> Errors) Plan(string yaml, string actor = "editor")
    {
        var (dossier, unread) = DossierText.Read(yaml);
        unread.ShouldBeEmpty();
        return Plan(dossier!, actor);
    }

    public (IReadOnlyList<PlannedCommand> Planned, IReadOnlyList<string> Errors) Plan(Dossier dossier, string actor = "editor")
    {
        var errors = new DossierErrors();
        var planned = ImportPlanner.Plan(dossier, Past, new HashSet<string>(StringComparer.Ordinal), DossierCaptures.None, new Asker(actor, Role.Editor), errors);
        return (planned, errors.InOrder().Select(error => $"{error.At}: {error.Message}").ToArray());
    }

    public PaperArchive Import(string yaml, int most = int.MaxValue)
    {
        var (planned, errors) = Plan(yaml);
        errors.ShouldBeEmpty();
        foreach (var command in planned.Take(most))
            Append(command.Events, command.Command.Context.CommandId);
        return this;
    }

    public void Append(IEnumerable<IArchiveEvent> events, Guid command)
    {
        foreach (var happened in events)
        {
            if (!_streams.TryGetValue(happened.Stream, out var stream))
                _streams[happened.Stream] = stream = [];
            stream.Add(new PastEvent(happened, command));
            _log.Add(stream[^1]);
        }
    }

    /// <summary>Somebody else does something, outside any dossier.</summary>
    public void Do(ICommand command)
    {
        var stream = _streams.GetValueOrDefault(command switch
        {
            Archive.Claims.RateClaim rate => StreamName.OfClaim(rate.Claim),
            _ => throw new ArgumentException("Not known here.", nameof(command)),
        })!;
        var state = stream.Aggregate(default(object), (before, past) => StreamFold.Evolve(before, past.Event));
        Append(((Decision.Accepted)CommandDecisions.Decide(command, state, new Trusting(new Dictionary<string, object>(), DossierCaptures.None))).Events, command.Context.CommandId);
    }
}
