using System.Text.Json;
using System.Text.Json.Nodes;
using Archive.Domain;
using Archive.Domain.Events;
using Archive.Domain.Ledger;
using Archive.Domain.Ledger.Trees;
using Archive.EventLog;

namespace Archive.LogCopies;

/// <summary>Reads two logs side by side up to the first difference. Each is read up to where it ended at the beginning.</summary>
internal sealed class LogComparison(IEventLog from, IEventLog to)
{
    /// <summary>Salts keep digests from being guessed: a difference names them, and shows none.</summary>
    private static readonly string[] Salts = ["payloadSalt", "metadataSalt"];

    /// <exception cref="LogRefusedException"><c>log-missing</c>.</exception>
    public async Task<ComparedLogs> RunAsync(CompareLogs compare, CancellationToken cancellationToken)
    {
        var (one, other) = (await IdentifyAsync(from, cancellationToken), await IdentifyAsync(to, cancellationToken));
        // The second end is looked at later: a copy under way is not behind where its log was then.
        var (oneEnd, otherEnd) = (await from.FindEndAsync(cancellationToken), await to.FindEndAsync(cancellationToken));
        var total = compare.Progress is null ? 0 : Math.Max(await from.CountAfterAsync(LogPosition.Start, cancellationToken), await to.CountAfterAsync(LogPosition.Start, cancellationToken));
        var (left, right, same) = (new NumberedLog(from), new NumberedLog(to), new MerkleRoot());
        await using var lefts = left.ReadUpToAsync(oneEnd, cancellationToken).GetAsyncEnumerator(cancellationToken);
        await using var rights = right.ReadUpToAsync(otherEnd, cancellationToken).GetAsyncEnumerator(cancellationToken);
        LogDifference? difference = null;
        var erased = 0L;
        while (difference is null)
        {
            var (hasLeft, hasRight) = (await lefts.MoveNextAsync(), await rights.MoveNextAsync());
            if (!hasLeft && !hasRight)
                break;
            difference = FindDifference(hasLeft ? lefts.Current : null, hasRight ? rights.Current : null);
            if (difference is not null)
                break;
            if (IsErasedInOne(lefts.Current.Logged.Metadata, rights.Current.Logged.Metadata))
                erased++;
            same.Append(Sha256Digest.Parse(lefts.Current.LeafHash));
            if (same.Size % 1000 == 0)
                compare.Progress?.Report(new LogCopyProgress(LogCopyStep.Copying, same.Size, Math.Max(total, same.Size)));
        }

        return new ComparedLogs(difference is null, one, other, same.Size, same.ToRoot().ToString(), difference, erased == 0 ? null : erased);
    }

    private static LogDifference? FindDifference(NumberedEvent? left, NumberedEvent? right)
    {
        if (left is null || right is null)
            return new LogDifference((left ?? right)!.Entry, "event", left?.Logged.Id.ToString(), right?.Logged.Id.ToString());
        var (one, other) = (left.Logged, right.Logged);
        var isErased = IsErasedInOne(one.Metadata, other.Metadata);
        return new[]
        {
            Of("id", one.Id.ToString(), other.Id.ToString()),
            Of("stream", one.Stream, other.Stream),
            Of("revision", $"{one.Revision}", $"{other.Revision}"),
            Of("type", one.Type, other.Type),
            isErased || one.Data.Span.SequenceEqual(other.Data.Span) ? null : Of("data", DigestOf(one.Data), DigestOf(other.Data)),
            OfMetadata(left.Entry, Comparable(one.Metadata, other.Metadata, isErased), Comparable(other.Metadata, one.Metadata, isErased)),
            Of("leafHash", left.LeafHash, right.LeafHash),
        }.OfType<LogDifference>().FirstOrDefault();

        LogDifference? Of(string member, string a, string b) => string.Equals(a, b, StringComparison.Ordinal) ? null : new LogDifference(left.Entry, member, a, b);
    }

    private static bool IsErasedInOne(EventMetadata one, EventMetadata other) => one.PayloadSalt is null != other.PayloadSalt is null;

    /// <summary>What goes with erased words says nothing of the rest: the leaf vouches for that they are the same event's.</summary>
    private static EventMetadata Comparable(EventMetadata one, EventMetadata other, bool isErased) => one with
    {
        PayloadSalt = isErased ? null : one.PayloadSalt,
        Fingerprint = other.Fingerprint == EventMetadata.Erased ? EventMetadata.Erased : one.Fingerprint,
    };

    private static string DigestOf(ReadOnlyMemory<byte> json) => Sha256Digest.Of(CanonicalJson.Canonicalize(json.Span)).ToString();

    private static LogDifference? OfMetadata(long entry, EventMetadata one, EventMetadata other)
    {
        var (a, b) = (EventMetadataJson.WriteAsHeader(one), EventMetadataJson.WriteAsHeader(other));
        if (a.AsSpan().SequenceEqual(b))
            return null;
        var (lefts, rights) = (JsonNode.Parse(a)![EventMetadataJson.Header]!.AsObject(), JsonNode.Parse(b)![EventMetadataJson.Header]!.AsObject());
        var member = lefts.Concat(rights).Select(pair => pair.Key).First(name => !JsonNode.DeepEquals(lefts[name], rights[name]));
        return Salts.Contains(member, StringComparer.Ordinal)
            ? new LogDifference(entry, $"metadata.{member}", null, null)
            : new LogDifference(entry, $"metadata.{member}", TextOf(lefts[member]), TextOf(rights[member]));
    }

    private static string? TextOf(JsonNode? value) =>
        value?.GetValueKind() == JsonValueKind.String ? value.GetValue<string>() : value?.ToJsonString(ArchiveJson.Options);

    private static async Task<LogEnd> IdentifyAsync(IEventLog log, CancellationToken cancellationToken) =>
        await log.Control.FindAsync(cancellationToken) is { } state ? new LogEnd(log.Control.Place, state.Identity.Id) : throw new LogRefusedException(
            new Refusal("log-missing", $"There is no event log in {log.Control.Place}. Name two logs that are there."));
}
