using Archive.Commands;
using Archive.Domain;
using Archive.Domain.Sources;

namespace Archive.Sources;

/// <summary>Takes commands on sources through the source's stream.</summary>
internal sealed class SourceCommands(StreamCommands streams, StreamStates states)
{
    /// <summary>Longer chains of voices are not followed.</summary>
    private const int LongestChain = 64;

    public Task<Outcome<Receipt>> ExecuteAsync(ICommand command, string source, Func<Source?, Decision> decide, CancellationToken cancellationToken) =>
        ExecuteAsync(command, source, state => Task.FromResult(decide(state)), cancellationToken);

    public Task<Outcome<Receipt>> ExecuteAsync(
        ICommand command, string source, Func<Source?, Task<Decision>> decide, CancellationToken cancellationToken) =>
        streams.ExecuteAsync<Source, ISourceEvent>(command, StreamName.OfSource(source), Source.Evolve, decide, cancellationToken);

    public Task<Source?> FindAsync(string source, CancellationToken cancellationToken) =>
        states.FindAsync<Source, ISourceEvent>(StreamName.OfSource(source), Source.Evolve, cancellationToken);

    /// <summary>The voices behind a source, or null where it is not registered.</summary>
    public async Task<OriginChain?> FindVoicesAsync(string source, CancellationToken cancellationToken)
    {
        if (await FindAsync(source, cancellationToken) is not { } found)
            return null;
        var voices = new List<string>();
        while (found is not null && (found.MergedInto ?? found.Origin?.Source) is { } next && voices.Count < LongestChain
            && next != source && !voices.Contains(next, StringComparer.Ordinal))
        {
            voices.Add(next);
            found = await FindAsync(next, cancellationToken);
        }

        return new OriginChain(voices.ToValueList());
    }
}
