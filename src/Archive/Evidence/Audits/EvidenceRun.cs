using System.Runtime.CompilerServices;
using Archive.Domain;
using Archive.Domain.Claims;
using Archive.Domain.Evidence;
using Archive.Domain.Sources;
using Archive.Snapshots;

namespace Archive.Evidence.Audits;

/// <summary>One audit: first the bytes, then what was recorded of them, then the quotes, then what else is kept.</summary>
internal sealed class EvidenceRun(EvidencePages pages, IContentStore contents, CapturedTexts texts, KeptCheck kept, AuditTally tally, Moment moment, string? record)
{
    /// <summary>Altered rows that were told of as quotes.</summary>
    private readonly HashSet<string> _told = new(StringComparer.Ordinal);
    private IReadOnlyDictionary<string, string> _altered = new Dictionary<string, string>(StringComparer.Ordinal);

    public async Task<EvidenceAudit> AuditAsync(IProgress<AuditProgress>? progress, CancellationToken cancellationToken)
    {
        var total = 0L;
        await foreach (var content in ContentsAsync(cancellationToken))
            total += content.Length;

        var check = new ContentCheck(contents, progress, total);
        await check.RunAsync(ContentsAsync(cancellationToken), cancellationToken);
        _altered = check.Altered;
        var recorded = await AuditSourcesAsync(cancellationToken);
        await AuditClaimsAsync(cancellationToken);
        await AuditWordsAsync(cancellationToken);
        if (record is null)
            await AuditOthersAsync(recorded, cancellationToken);
        return new EvidenceAudit(
            moment,
            record,
            tally.Of(AuditedThing.Capture),
            tally.Of(AuditedThing.Text),
            tally.Of(AuditedThing.Quote),
            tally.Of(AuditedThing.Words),
            tally.Of(AuditedThing.Content),
            check.Bytes,
            tally.Page());
    }

    /// <summary>Everything in the store; of a record the captures of the sources that it cites, and their texts.</summary>
    private async IAsyncEnumerable<StoredContent> ContentsAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        if (record is null)
        {
            await foreach (var content in contents.ListAsync(cancellationToken))
                yield return content;
            yield break;
        }

        var seen = new HashSet<string>(StringComparer.Ordinal);
        await foreach (var source in pages.SourcesAsync(moment, record, cancellationToken))
        {
            var digests = DigestsOf(source.State).Where(seen.Add).ToArray();
            foreach (var (digest, length) in await contents.FindLengthsAsync(digests, cancellationToken))
                yield return new StoredContent(digest, length);
        }
    }

    /// <returns>The digest of everything that was recorded, so that what was not can be told from it.</returns>
    private async Task<RecordedDigests> AuditSourcesAsync(CancellationToken cancellationToken)
    {
        var recorded = new RecordedDigests();
        await foreach (var version in pages.SourcesAsync(moment, record, cancellationToken))
        {
            var source = version.State;
            var there = await contents.FindLengthsAsync(DigestsOf(source).ToArray(), cancellationToken);
            foreach (var capture in (source.Captures ?? []).DistinctBy(capture => (capture.Digest, capture.Text?.Digest)))
            {
                recorded.Add(capture.Digest);
                tally.Add(Content(AuditedThing.Capture, source, capture.Digest, capture, there));
                if (capture.Text is not { } text)
                    continue;
                recorded.Add(text.Digest);
                var found = Content(AuditedThing.Text, source, text.Digest, capture, there);
                tally.Add(found);
                await new QuoteChecks(pages, texts, kept, tally, _told, moment, record).RunAsync(source, capture, found.State, cancellationToken);
            }
        }

        return recorded;
    }

    private AuditFinding Content(AuditedThing thing, Source source, string digest, Capture capture, IReadOnlyDictionary<string, long> there)
    {
        var found = new AuditFinding(thing, AuditState.Exact, source.Id, digest);
        if (_altered.TryGetValue(digest, out var wrong))
            return found with { State = AuditState.Altered, Detail = wrong };
        if (there.ContainsKey(digest))
            return found;
        return IsErased(source, capture.Digest)
            ? found with { State = AuditState.Erased }
            : found with { State = AuditState.Missing, Detail = "It is not in the content store, and no order to erase it was given. Bring it back from a backup, or capture the same file again." };
    }

    /// <summary>Quotes that there is nothing to check against, and what sensitive claims say.</summary>
    private async Task AuditClaimsAsync(CancellationToken cancellationToken)
    {
        await foreach (var version in pages.ClaimsAsync(moment, record, cancellationToken))
        {
            var claim = version.State;
            foreach (var citation in QuoteChecks.CitationsOf(claim).Where(citation => citation.Quote?.State == QuoteState.TranscribedUnseen))
                tally.Add(new AuditFinding(AuditedThing.Quote, AuditState.Unseen, citation.Source, Claim: claim.Id, Citation: citation.Number));
            if (claim.Content.Kept is not { } digest || (await kept.FindAsync([digest], cancellationToken)).ContainsKey(digest))
                continue;
            var isErased = claim.Erased is { Count: > 0 };
            tally.Add(new AuditFinding(
                AuditedThing.Words,
                isErased ? AuditState.Erased : AuditState.Missing,
                Digest: digest,
                Claim: claim.Id,
                Detail: isErased ? null : "What the claim says is kept by reference and is not there, and no order to erase it was given. Bring it back from a backup."));
        }
    }

    /// <summary>Of a record, or all; those of quotes are told of with their quotes, unless it is a former version of a claim that quotes them.</summary>
    private async Task AuditWordsAsync(CancellationToken cancellationToken)
    {
        await foreach (var (digest, stream, isQuote, content) in kept.ListAsync(record, cancellationToken))
        {
            if (isQuote && (content is not null || _told.Contains(digest)))
                continue;
            tally.Add(new AuditFinding(
                AuditedThing.Words,
                content is null ? AuditState.Altered : AuditState.Exact,
                Digest: digest,
                Claim: stream.StartsWith(StreamName.ClaimPrefix, StringComparison.Ordinal) ? StreamName.IdOf(stream) : null,
                Detail: content is null ? $"What {stream} keeps under this salted digest is not what was kept there. Bring it back from a backup." : null));
        }
    }

    /// <summary>Bytes of captures that were not recorded in the end; they are swept one day, and are looked at for the store's sake.</summary>
    private async Task AuditOthersAsync(RecordedDigests recorded, CancellationToken cancellationToken)
    {
        await foreach (var content in contents.ListAsync(cancellationToken))
        {
            if (recorded.Contains(content.Digest))
                continue;
            var wrong = _altered.GetValueOrDefault(content.Digest);
            tally.Add(new AuditFinding(AuditedThing.Content, wrong is null ? AuditState.Exact : AuditState.Altered, Digest: content.Digest, Detail: wrong));
        }
    }

    private static IEnumerable<string> DigestsOf(Source source) =>
        (source.Captures ?? []).SelectMany(capture => capture.Text is { } text ? new[] { capture.Digest, text.Digest } : [capture.Digest]).Distinct(StringComparer.Ordinal);

    internal static bool IsErased(Source source, string capture) => source.Erased?.Any(erasure => erasure.Capture == capture) == true;
}
