using Archive.Access;
using Archive.Commands;
using Archive.Domain;
using Archive.Domain.Events;
using Archive.Sources;

namespace Archive.Dossiers;

/// <summary>
/// Works out what an import would do, from the dossier and the streams as they are, by asking the deciders. Pure. Whatever stands against any
/// part is noted, and then nothing is planned.
/// </summary>
internal sealed class ImportPlanner
{
    /// <summary>An append's, less room for metadata.</summary>
    private const int MostBytes = AppendLimits.MostBytes - (64 * 1024);

    private readonly Dossier _dossier;
    private readonly Asker _asker;
    private readonly DossierCaptures _captures;
    private readonly DossierErrors _errors;
    private readonly Dictionary<string, StreamMatch> _matches;
    private readonly Simulation _simulation;
    private readonly Trusting _trusting;
    private readonly Dictionary<(string Stream, string Verb), int> _ordinals = [];
    private readonly StreamSizes _sizes;
    private readonly Dictionary<string, long> _revisions = new(StringComparer.Ordinal);

    private ImportPlanner(
        Dossier dossier, IReadOnlyDictionary<string, IReadOnlyList<PastEvent>> past, IReadOnlySet<string> elsewhere, DossierCaptures captures, Asker asker, DossierErrors errors)
    {
        (_dossier, _asker, _captures, _errors) = (dossier, asker, captures, errors);
        var states = past.Where(stream => stream.Value.Count > 0).ToDictionary(
            stream => stream.Key,
            stream => stream.Value.Aggregate(default(object), (state, happened) => StreamFold.Evolve(state, happened.Event))!,
            StringComparer.Ordinal);
        _trusting = new Trusting(new Dictionary<string, object>(states, StringComparer.Ordinal), captures);
        _simulation = new Simulation(states, elsewhere, captures);
        _sizes = new StreamSizes(_trusting);
        _matches = dossier.Items.GroupBy(item => item.Stream, StringComparer.Ordinal).ToDictionary(
            items => items.Key, items => StreamMatch.Of(items, past.GetValueOrDefault(items.Key, []), _trusting), StringComparer.Ordinal);
    }

    /// <param name="dossier">The dossier.</param>
    /// <param name="past">What the streams that it touches hold.</param>
    /// <param name="elsewhere">Streams outside the dossier that it names and that have begun.</param>
    /// <param name="captures">What the files of its captures are, and what is captured of the sources that something new cites.</param>
    /// <param name="asker">Who imports.</param>
    /// <param name="errors">Takes what stands against it.</param>
    public static IReadOnlyList<PlannedCommand> Plan(
        Dossier dossier, IReadOnlyDictionary<string, IReadOnlyList<PastEvent>> past, IReadOnlySet<string> elsewhere, DossierCaptures captures, Asker asker, DossierErrors errors)
    {
        var planner = new ImportPlanner(dossier, past, elsewhere, captures, asker, errors);
        var planned = dossier.Items.Select(planner.Plan).OfType<PlannedCommand>().ToArray();
        planner.RefuseInsertions(planned);
        return planned;
    }

    private PlannedCommand? Plan(DossierItem item)
    {
        var match = _matches[item.Stream];
        var ordinal = _ordinals[(item.Stream, item.Verb)] = _ordinals.GetValueOrDefault((item.Stream, item.Verb)) + 1;
        if (match.Holds(item))
            return null;
        if (item.IsFirst && match.Begun)
        {
            _errors.Add(item.Node.At, EditedInPlace.Explain(item, match, _trusting, _dossier.Record));
            return null;
        }
        var id = DossierCommandId.Of(item.Stream, item.Verb, ordinal);
        if (match.HoldsOther(id))
        {
            _errors.Add(item.Node.At, $"The archive holds another change in place of this '{item.Verb}' of {item.Stream}. Changes are history too: put this one back as it was, and add a new one at the end.");
            return null;
        }
        for (var next = ordinal; match.Uses(id); id = DossierCommandId.Of(item.Stream, item.Verb, ++next))
        {
        }
        return Decide(item, new CommandContext(
            id, _asker.Actor!, Correlation: DossierCommandId.CorrelationOf(_dossier.Record), Role: _asker.Role, Through: _asker.Through));
    }

    private PlannedCommand? Decide(DossierItem item, CommandContext context)
    {
        var before = _simulation.State(item.Stream);
        var found = _errors.Count;
        if (item.Compose(context, before, _errors) is not { } command)
            return null;
        if (command is CaptureSource capture)
            command = capture with { Digest = _simulation.Taken(capture).Content.Digest };
        if (ShapeRules.NeedState(item))
            ShapeRules.Check(item, command, _errors);
        if (_errors.Count > found)
            return null;
        switch (CommandDecisions.Decide(_captures.IsAsking ? QuotePlaces.LeaveOut(command) : command, before, _simulation))
        {
            case Decision.Refused refused:
                _errors.Add(item.Node.At, refused.Refusal.Message);
                return null;
            case Decision.Accepted { Events: { Count: > 0 } events }:
                if (_sizes.MayExceed(item, MostBytes) && events.Sum(happened => (long)EventCatalogue.Serialize(happened).Length) > MostBytes)
                    _errors.Add(item.Node.At, $"This is too large to be kept in one piece; at most {AppendLimits.MostBytes:N0} bytes are. Shorten its texts or citations.");
                _simulation.Append(item.Stream, events);
                var revision = _revisions.GetValueOrDefault(item.Stream, _matches[item.Stream].Revision);
                _revisions[item.Stream] = revision + events.Count;
                return new PlannedCommand(item, command, events, revision, before, _simulation.State(item.Stream)!);
            default:
                return null;
        }
    }

    /// <summary>A change that is new but stands before one that is in the archive would end up behind it.</summary>
    private void RefuseInsertions(IEnumerable<PlannedCommand> planned)
    {
        var added = planned.Select(command => command.Item).ToHashSet<object>(ReferenceEqualityComparer.Instance);
        var held = new HashSet<string>(StringComparer.Ordinal);
        foreach (var item in _dossier.Items.Where(item => !item.IsCapture).Reverse())
        {
            if (_matches[item.Stream].Holds(item))
                held.Add(item.Stream);
            else if (added.Contains(item) && held.Contains(item.Stream))
                _errors.Add(item.Node.At, $"This change is new, but stands before others of {item.Stream} that the archive holds already. Move it to the end of 'changes'.");
        }
    }
}
