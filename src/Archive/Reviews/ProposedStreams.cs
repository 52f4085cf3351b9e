using Archive.Claims;
using Archive.Domain.Reviews;

namespace Archive.Reviews;

/// <summary>The streams that a proposed change names.</summary>
internal static class ProposedStreams
{
    public static IEnumerable<string> Of(string claim, ProposedChange? change) => change switch
    {
        ProposedCorrection c => ClaimCommands.StreamsOf(claim, c.Content, c.Citations),
        ProposedClaim c => ClaimCommands.StreamsOf(claim, c.Content, c.Citations),
        ProposedCitation c => ClaimCommands.StreamsOf([c.Citation]),
        _ => [],
    };
}
