using Archive.Commands;
using Archive.Domain;
using Archive.Domain.Claims;
using Archive.Evidence;

namespace Archive.Claims;

/// <summary>Takes commands on claims through the claim's stream.</summary>
internal sealed class ClaimCommands(StreamCommands streams, StreamLookup lookup, SourceCaptures captures)
{
    public Task<Outcome<Receipt>> ExecuteAsync(ICommand command, string claim, Func<Claim?, Decision> decide, CancellationToken cancellationToken) =>
        streams.ExecuteAsync<Claim, IClaimEvent>(command, StreamName.OfClaim(claim), Claim.Evolve, decide, cancellationToken);

    /// <summary>The same, where the decision needs to know which other streams exist, and what is captured of the sources that are quoted.</summary>
    public Task<Outcome<Receipt>> ExecuteAsync(
        ICommand command,
        string claim,
        IEnumerable<string> others,
        IEnumerable<CitationDraft> citations,
        Func<Claim?, KnownStreams, Decision> decide,
        CancellationToken cancellationToken) =>
        ExecuteAsync(command, claim, _ => (others, citations), decide, cancellationToken);

    /// <summary>The same, where which streams and sources these are stands in the claim itself.</summary>
    public Task<Outcome<Receipt>> ExecuteAsync(
        ICommand command,
        string claim,
        Func<Claim?, (IEnumerable<string> Others, IEnumerable<CitationDraft> Citations)> named,
        Func<Claim?, KnownStreams, Decision> decide,
        CancellationToken cancellationToken) =>
        streams.ExecuteAsync<Claim, IClaimEvent>(
            command,
            StreamName.OfClaim(claim),
            Claim.Evolve,
            async state =>
            {
                try
                {
                    var (others, citations) = named(state);
                    var known = lookup.FindAsync(others, cancellationToken);
                    var found = await captures.FindAsync(citations.Where(citation => state?.Cites(citation) != true), command.Context.Role, cancellationToken);
                    return decide(state, (await known).With(found));
                }
                catch (ContentAlteredException altered)
                {
                    return new Decision.Refused(Altered(altered));
                }
            },
            cancellationToken);

    public static Refusal Altered(ContentAlteredException altered) =>
        new("capture-altered", $"{altered.Message} Until then no words can be looked for in it; 'archive audit evidence' says what else was altered.");

    /// <summary>The streams that a draft and its citations name.</summary>
    public static IEnumerable<string> StreamsOf(string claim, ClaimDraft draft, IEnumerable<CitationDraft> citations)
    {
        yield return StreamName.OfRecord(ArchiveId.RecordOf(claim));
        foreach (var participant in draft.Particulars.Participants)
            yield return StreamName.OfAuthority(participant);
        if (draft.Particulars.Place is { } place)
            yield return StreamName.OfAuthority(place);
        if (draft.AccordingTo is { } voice)
            yield return StreamName.OfAuthority(voice);
        foreach (var other in draft.DerivedFrom ?? [])
            yield return StreamName.OfClaim(other);
        foreach (var source in StreamsOf(citations))
            yield return source;
    }

    public static IEnumerable<string> StreamsOf(IEnumerable<CitationDraft> citations) =>
        citations.Select(citation => StreamName.OfSource(citation.Source));
}
