using System.Text.Json;
using Archive.Claims;
using Archive.Domain;
using Archive.Domain.Access;
using Archive.Domain.Claims;
using Archive.Domain.Events;
using Archive.Domain.Ledger;
using Archive.Domain.Sources;
using Archive.Ledger;
using Archive.Projection;
using Archive.Records;
using Archive.Sources;

namespace Archive.Access;

/// <summary>
/// Decides what one asker does not see at one time, and takes it out of documents before anybody works with them: what is withheld has no content
/// left that a filter could match or an answer could show.
/// </summary>
/// <param name="asker">Who asks.</param>
/// <param name="at">When: what is closed until a day opens by the clock alone.</param>
/// <param name="governance">What governs things at the head.</param>
/// <param name="isGoverned">Whether the read models can hold any governance: those of a former form cannot.</param>
internal sealed class Withholding(Asker asker, DateTimeOffset at, HeadGovernance governance, bool isGoverned)
{
    private static readonly string[] CaptureEvents = ["source-captured.", "access-set.", "hold-placed.", "hold-lifted.", "content-erased."];

    private readonly SortedDictionary<string, Withheld> _withheld = new(StringComparer.Ordinal);

    /// <summary>Whether anything may be withheld; from somebody who sees everything nothing is, and nothing needs to be looked up.</summary>
    public bool IsNeeded { get; } = isGoverned && asker.Role is not (Domain.Access.Role.Auditor or Domain.Access.Role.Administrator);

    /// <summary>Of who asks; null where nothing is known of them.</summary>
    public Role? Role => asker.Role;

    public HeadGovernance Governance => governance;

    /// <summary>What was withheld so far.</summary>
    public Disclosure? State => _withheld.Count == 0
        ? null
        : new Disclosure(_withheld.Count, Sha256Digest.Of(JsonSerializer.SerializeToUtf8Bytes(_withheld, ArchiveJson.Options)).ToString());

    /// <summary>Streams of the claims that are withheld, among those whose governance was asked for.</summary>
    public string[] ClosedClaims() => governance.Claims.Where(stream => OfClaim(StreamName.IdOf(stream)) is not null).ToArray();

    public Withheld? OfRecord(string record) => Strictest(Own(GovernedKind.Record, StreamName.OfRecord(record)));

    public Withheld? OfClaim(string claim) =>
        Strictest(Own(GovernedKind.Record, StreamName.OfRecord(ArchiveId.RecordOf(claim))), Own(GovernedKind.Claim, StreamName.OfClaim(claim)));

    public Withheld? OfSource(string source) => Strictest(Own(GovernedKind.Source, StreamName.OfSource(source)));

    public Withheld? OfCapture(string source, string digest) => Strictest(
        Own(GovernedKind.Source, StreamName.OfSource(source)), Own(GovernedKind.Capture, StreamName.OfSource(source), digest));

    public RecordVersion Disclose(RecordVersion version) => OfRecord(version.State.Id) is { } withheld
        ? Shells.Withhold(version, Shells.Of(version.State), Noted(version.Stream, withheld))
        : version;

    public ClaimVersion Disclose(ClaimVersion version)
    {
        if (OfClaim(version.State.Id) is { } withheld)
            return Shells.Withhold(version, Shells.Of(version.State), Noted(version.Stream, withheld));
        if (!governance.HasSources)
            return version;
        var quotes = new List<WithheldQuote>();
        var shown = version.State.WithCitations(citation => WithoutQuote(version.Stream, citation, quotes));
        if (quotes.Count == 0)
            return version;
        var disclosed = Shells.With(version, shown);
        disclosed.WithheldQuotes = quotes.DistinctBy(quote => quote.Citation).OrderBy(quote => quote.Citation).ToArray();
        return disclosed;
    }

    /// <param name="version">The source.</param>
    /// <param name="note">Whether it bears on the answer; not where all sources are read to find out which do.</param>
    public SourceVersion Disclose(SourceVersion version, bool note = true)
    {
        var source = version.State;
        if (OfSource(source.Id) is { } withheld)
        {
            var shell = Shells.Withhold(version, Shells.Of(source), note ? Noted(version.Stream, withheld) : withheld);
            shell.Ties = new VoiceTies(source.MergedInto, source.Origin);
            return shell;
        }

        var closed = ClosedCaptures(source);
        if (closed.Length == 0)
            return version;
        foreach (var capture in closed.Where(_ => note))
            Noted($"{version.Stream}#{capture.Digest}", capture.Withheld);
        var open = source.Captures!.Where(capture => closed.All(one => one.Digest != capture.Digest)).ToValueList();
        var disclosed = Shells.With(
            version, source with { Captures = open.Count == 0 ? null : open }, IsOfCaptures(version.Change) ? Shells.WithoutWords(version.Change) : null);
        disclosed.WithheldCaptures = closed;
        return disclosed;
    }

    /// <summary>Whether a change of a source may be about one of its captures: its words then are as closed as that is.</summary>
    private static bool IsOfCaptures(Change change) =>
        CaptureEvents.Any(name => change.Type.StartsWith(name, StringComparison.Ordinal));

    /// <summary>Whether a stream as a whole is withheld; if so, it bears on the answer.</summary>
    public bool Withholds(string stream)
    {
        foreach (var capture in governance.Find(stream)?.Captures ?? [])
        {
            if (OfCapture(StreamName.IdOf(stream), capture.Capture) is { } closed)
                Noted($"{stream}#{capture.Capture}", closed);
        }

        var id = StreamName.IdOf(stream);
        var withheld = stream.StartsWith(StreamName.RecordPrefix, StringComparison.Ordinal) ? OfRecord(id)
            : stream.StartsWith(StreamName.ClaimPrefix, StringComparison.Ordinal) ? OfClaim(id)
            : stream.StartsWith(StreamName.SourcePrefix, StringComparison.Ordinal) ? OfSource(id)
            : null;
        if (withheld is not null)
            Noted(stream, withheld);
        return withheld is not null;
    }

    private WithheldCapture[] ClosedCaptures(Source source) => governance.HasSources
        ? (source.Captures ?? [])
            .Select(capture => OfCapture(source.Id, capture.Digest) is { } closed ? new WithheldCapture(capture.Digest, closed) : null)
            .OfType<WithheldCapture>().DistinctBy(closed => closed.Digest, StringComparer.Ordinal).ToArray()
        : [];

    private Citation WithoutQuote(string claim, Citation citation, List<WithheldQuote> quotes)
    {
        if (citation.Quote is not { } quote)
            return citation;
        if ((quote.Capture is { } capture ? OfCapture(citation.Source, capture) : OfSource(citation.Source)) is not { } withheld)
            return citation;
        quotes.Add(new WithheldQuote(citation.Number, Noted($"{claim}#{citation.Number}", withheld)));
        return citation with { Quote = null };
    }

    private Withheld Noted(string thing, Withheld withheld)
    {
        _withheld[thing] = withheld;
        return withheld;
    }

    private Withheld? Own(GovernedKind kind, string stream, string? capture = null) =>
        governance.Find(stream)?.AccessOf(capture) is { } access && !access.Admits(asker.Role, at) ? new Withheld(kind, access) : null;

    /// <summary>What is closed for longer is stricter; what is restricted to roles is less strict than what is closed.</summary>
    private static Withheld? Strictest(params ReadOnlySpan<Withheld?> all)
    {
        Withheld? strictest = null;
        foreach (var withheld in all)
        {
            if (withheld is not null && (strictest is null || Strictness(withheld) > Strictness(strictest)))
                strictest = withheld;
        }

        return strictest;
    }

    private static int Strictness(Withheld withheld) => withheld.Access switch
    {
        { Kind: AccessKind.Closed, Until: { } day } => day.DayNumber,
        { Kind: AccessKind.Closed } => int.MaxValue,
        _ => -1,
    };
}
