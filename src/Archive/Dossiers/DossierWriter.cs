using Archive.Domain;
using Archive.Domain.Authorities;
using Archive.Domain.Claims;
using Archive.Domain.Erasures;
using Archive.Domain.Records;
using Archive.Domain.Reviews;
using Archive.Domain.Sources;

namespace Archive.Dossiers;

/// <summary>
/// Writes the events of a record, in entry order, as the files of a dossier: what begins a stream as first version, the rest as changes. Pure;
/// the same events give the same bytes. Proposals are left out: what was accepted is a change, and the rest stays where it was proposed.
/// A stream of which an event was erased ends before that event: what follows rests on words that are gone.
/// </summary>
/// <param name="record">Id of the record.</param>
/// <param name="held">Digests of the captures whose bytes there are: those that were erased are left out.</param>
internal sealed class DossierWriter(string record, IReadOnlySet<string> held)
{
    private readonly Dictionary<string, object> _states = new(StringComparer.Ordinal);
    private readonly Dictionary<string, Guid> _beginnings = new(StringComparer.Ordinal);
    private readonly List<(string Id, MapNode Node)> _authorities = [];
    private readonly List<(string Id, MapNode Node)> _sources = [];
    private readonly Dictionary<string, List<MapNode>> _captures = new(StringComparer.Ordinal);
    private readonly List<MapNode> _claims = [];
    private readonly List<MapNode> _changes = [];
    private readonly Dictionary<string, ErasedEvent> _ended = new(StringComparer.Ordinal);
    private MapNode _record = MapNode.Of();
    private string _zone = "UTC";

    /// <param name="record">Id of the record.</param>
    /// <param name="events">Its events and those of its claims, sources and authorities, in entry order.</param>
    /// <param name="held">Digests of the captures whose bytes there are.</param>
    /// <returns>Names of files and their text, in the order in which they are read.</returns>
    public static IReadOnlyList<(string Name, string Text)> Write(string record, IEnumerable<PastEvent> events, IReadOnlySet<string> held)
    {
        var writer = new DossierWriter(record, held);
        var all = events.ToArray();
        writer._zone = all.Select(past => past.Event).OfType<RecordOpened>().FirstOrDefault(opened => opened.Record == record)?.Description.Zone ?? "UTC";
        foreach (var past in all)
            writer.Add(past);
        return writer.Files();
    }

    private void Add(PastEvent past)
    {
        var happened = past.Event;
        if (_ended.ContainsKey(happened.Stream))
            return;
        var before = _states.GetValueOrDefault(happened.Stream);
        if (happened is ErasedEvent erased)
        {
            _ended.Add(happened.Stream, erased);
            if (before is null && happened is ErasedRecordEvent shell)
                _record = First(shell.Record, RecordFields.Write(shell.Description), null);
            return;
        }

        if (before is null)
            _beginnings[happened.Stream] = past.Command;
        switch (happened)
        {
            case RecordOpened e:
                _record = First(e.Record, RecordFields.Write(e.Description), e.Decided);
                break;
            case AuthorityEstablished e:
                _authorities.Add((e.Authority, First(e.Authority, Kind(Words<AuthorityKind>.Of(e.Kind), AuthorityFields.Write(e.Description)), e.Decided)));
                break;
            case SourceRegistered e:
                _sources.Add((e.Source, First(e.Source, SourceFields.Write(e.Description), e.Decided)));
                break;
            case SourceOriginEstablished e when _beginnings[StreamName.OfSource(e.Source)] == past.Command:
                AddOrigin(e);
                break;
            case SourceCaptured e:
                AddCapture(e);
                break;
            case ClaimRecorded e:
                AddClaim(e);
                break;
            case IProposalEvent:
                break;
            default:
                _changes.Add(ChangeNodes.Write(happened, before!));
                break;
        }
        _states[happened.Stream] = StreamFold.Evolve(before, happened);
    }

    /// <summary>Comments on what the dossier lacks; ids and words of closed lists alone.</summary>
    private string Ended() => string.Concat(_ended.Values.Select(erased =>
        $"# Erased, and left out from there on: {erased.Stream}, by its event {erased.Name} ({Words<ErasureReason>.Of(erased.Payload.Reason)}).\n"));

    private void AddOrigin(SourceOriginEstablished e)
    {
        var at = _sources.FindIndex(source => source.Id == e.Source);
        var fields = _sources[at].Node.Fields;
        var decided = fields.Where(field => field.Name == "decided");
        _sources[at] = (e.Source, MapNode.Of([.. fields.Except(decided), MapField.Of("origin", SourceFields.WriteOrigin(e.Origin)), .. decided]));
    }

    private void AddCapture(SourceCaptured e)
    {
        if (!held.Contains(e.Capture.Digest))
            return;
        if (!_captures.TryGetValue(e.Source, out var captures))
            _captures[e.Source] = captures = [];
        captures.Add(CaptureFields.Write(e, CaptureFields.FileOf(e.Capture)));
    }

    private MapNode WithCaptures(string source, MapNode node) => _captures.TryGetValue(source, out var captures)
        ? node with { Fields = [.. node.Fields, MapField.Of("captures", ListNode.Of(captures))!] }
        : node;

    private void AddClaim(ClaimRecorded e)
    {
        var content = ClaimFields.Write(record, e.Content);
        if (content["zone"] is TextNode { Value: { } zone } && zone == _zone)
            content = content.Without("zone");
        var kind = Kind(Words<ClaimKind>.Of(e.Content.Particulars.Kind), content);
        var sensitive = e.Content.Kept is null ? null : MapField.Of("sensitive", "true");
        _claims.Add(First(
            ArchiveId.LocalOf(e.Claim), kind with { Fields = [.. kind.Fields, MapField.Of("cites", CitationFields.WriteList(e.Citations))!, .. new[] { sensitive }.OfType<MapField>()] }, e.Decided));
    }

    private static MapNode Kind(string kind, MapNode fields) => fields with { Fields = [MapField.Of("kind", kind)!, .. fields.Fields] };

    private static MapNode First(string id, MapNode fields, string? decided) =>
        MapNode.Of([MapField.Of("id", id), .. fields.Fields, MapField.Of("decided", decided)]);

    private IReadOnlyList<(string Name, string Text)> Files()
    {
        var files = new List<(string, string)>
        {
            ("record.yaml", $"# What the record is about. Its zone and language hold wherever nothing else is said.\n{Ended()}\n{YamlText.Write(MapNode.Of(MapField.Of("record", _record)))}"),
        };
        Add("authorities", "Whom and what the claims name.", _authorities.Select(authority => authority.Node));
        Add("sources", "What the claims rest on.", _sources.Select(source => WithCaptures(source.Id, source.Node)));
        Add("claims", "Every claim in its first version. What was learnt later is in changes.yaml: a claim is corrected there, never here.", _claims);
        Add("changes", "What was learnt later, in order. New changes are added at the end; those that are here stay as they are.", _changes);
        return files;

        void Add(string section, string comment, IEnumerable<MapNode> items)
        {
            if (items.Any())
                files.Add(($"{section}.yaml", $"# {comment}\n\n{section}:\n{YamlText.WriteItems(items, 2)}"));
        }
    }
}
