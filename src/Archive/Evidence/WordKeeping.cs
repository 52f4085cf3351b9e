using System.Text;
using System.Text.Json;
using Archive.Commands;
using Archive.Domain;
using Archive.Domain.Events;
using Archive.Domain.Evidence;
using Archive.EventLog;

namespace Archive.Evidence;

/// <summary>Takes out of events what they keep by reference before they are appended, and puts it back when they are read for a decision.</summary>
internal sealed class WordKeeping(KeptStore store)
{
    /// <summary>
    /// Before the digest of the row that has a command's fingerprint. An unsalted fingerprint of an input that has such words would let them be guessed after
    /// they are erased.
    /// </summary>
    private const string KeptFingerprint = "kept:";

    /// <summary>Stores what the events are to name, durably; whatever is stored is to be <see cref="EndAsync">ended</see>.</summary>
    public async Task<KeptEvents> KeepAsync(ValueList<IArchiveEvent> events, string stream, Guid command, string fingerprint, CancellationToken cancellationToken)
    {
        var wholes = events.OfType<IHoldsWords<IArchiveEvent>>().ToArray();
        if (wholes.Length == 0)
            return new KeptEvents(events, fingerprint, [], null);
        var (words, standing) = (new List<KeptWords>(), new HashSet<string>(StringComparer.Ordinal));
        foreach (var whole in wholes)
        {
            standing.UnionWith(whole.KeptDigests());
            whole.Keep(found =>
            {
                words.Add(found);
                return "";
            });
        }

        if (words.Count == 0 && standing.Count == 0)
            return new KeptEvents(events, fingerprint, [], null);
        if (WhatIsWrong(words) is { } wrong)
            return new KeptEvents([], fingerprint, [], wrong);
        var captures = words.SelectMany(found => found.Captures)
            .Concat(await store.FindCapturesAsync(standing, cancellationToken)).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal).ToArray();
        var drafts = words.Select(Draft).Append(new KeptDraft(KeptKind.Fingerprint, JsonSerializer.Serialize(fingerprint), captures)).ToArray();
        if (await store.KeepAsync(stream, command, drafts, cancellationToken) is not { } digests)
            return new KeptEvents([], fingerprint, [], Gone);
        var next = 0;
        return new KeptEvents(
            events.Select(happened => happened is IHoldsWords<IArchiveEvent> whole ? whole.Keep(_ => digests[next++]) : happened).ToValueList(),
            KeptFingerprint + digests[^1],
            digests,
            null);
    }

    /// <summary>Says whether what was kept is in the log now. Where the database is away, the sweep will find out.</summary>
    public async Task EndAsync(IReadOnlyList<string> digests, bool isAppended, CancellationToken cancellationToken)
    {
        try
        {
            await (isAppended ? store.ConfirmAsync(digests, cancellationToken) : store.TakeBackAsync(digests, cancellationToken));
        }
        catch (Exception e) when (DatabaseFailure.IsOutage(e))
        {
        }
    }

    /// <summary>The fingerprint that a command's events have beside them; null where it was erased with what the command brought.</summary>
    public async Task<string?> FindFingerprintAsync(string stored, CancellationToken cancellationToken)
    {
        if (stored == EventMetadata.Erased)
            return null;
        if (DigestOfFingerprint(stored) is not { } digest)
            return stored;
        return (await store.FindAsync([digest], cancellationToken)).TryGetValue(digest, out var content) ? JsonSerializer.Deserialize<string>(content) : null;
    }

    /// <summary>Digest of the row that has a fingerprint; null of one that stands in the log itself.</summary>
    public static string? DigestOfFingerprint(string stored) =>
        stored.StartsWith(KeptFingerprint, StringComparison.Ordinal) ? stored[KeptFingerprint.Length..] : null;

    /// <summary>Events of the log in their present form, with the words that they keep by reference; what was erased stays away.</summary>
    public async Task<IReadOnlyList<IArchiveEvent>> ReadAsync(IReadOnlyList<LoggedEvent> past, CancellationToken cancellationToken)
    {
        var events = new IArchiveEvent[past.Count];
        HashSet<string>? digests = null;
        for (var i = 0; i < past.Count; i++)
        {
            events[i] = past[i].Happened();
            if (events[i] is IHoldsWords<IArchiveEvent> whole && whole.KeptDigests() is { Count: > 0 } held)
                (digests ??= new HashSet<string>(StringComparer.Ordinal)).UnionWith(held);
        }

        if (digests is null)
            return events;
        var found = await store.FindAsync(digests, cancellationToken);
        return Array.ConvertAll(events, happened => happened is IHoldsWords<IArchiveEvent> whole ? whole.Join(found.GetValueOrDefault) : happened);
    }

    private static KeptDraft Draft(KeptWords words) => words.Captures.Count > 0
        ? new KeptDraft(KeptKind.Quote, words.Content, words.Captures)
        : new KeptDraft(KeptKind.Content, words.Content, []);

    /// <summary>What stands apart from the log is held to the log's limits.</summary>
    private static Refusal? WhatIsWrong(IReadOnlyList<KeptWords> words) =>
        AppendLimits.WhatIsWrong(words.Select(found => (ReadOnlyMemory<byte>)Encoding.UTF8.GetBytes(found.Content)));

    private static readonly Refusal Gone = new(
        "content-erased",
        "A capture that words are quoted from was erased while this was being recorded; nothing was. Look at the source, and quote another capture of it, or none.");
}
