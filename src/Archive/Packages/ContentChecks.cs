using System.Text;
using Archive.Domain.Evidence;
using Archive.Domain.Packages;

namespace Archive.Packages;

/// <summary>Captures, texts and kept words against the events that name them, and every quote in its capture's text.</summary>
internal sealed class ContentChecks(CheckedBag bag, SignedParts signed, NamedContents named)
{
    /// <summary>In bytes of a text; quotes count in code points of at most as many.</summary>
    private const int MostOfText = 512 << 20;

    private static readonly UTF8Encoding Strict = new(false, throwOnInvalidBytes: true);

    private readonly Dictionary<string, TextSelector?> _words = new(StringComparer.Ordinal);
    private readonly HashSet<string> _gone = [.. signed.Statement?.Gone ?? []];

    public int Captures { get; private set; }

    /// <summary>Quotes that were found where they stand.</summary>
    public long Quotes { get; private set; }

    public async Task RunAsync(CancellationToken cancellationToken)
    {
        await CheckKeptAsync(cancellationToken);
        CheckFiles();
        foreach (var quotes in named.Quotes.GroupBy(quote => quote.Quote.Capture, StringComparer.Ordinal))
            await CheckQuotesAsync(quotes.Key, [.. quotes], cancellationToken);
    }

    private async Task CheckKeptAsync(CancellationToken cancellationToken)
    {
        if (bag.Tree.Files.GetValueOrDefault(BagNames.Kept) is { Length: > 0 } file)
        {
            await using var lines = new BagLines(file, BagKept.MaxLength, bag.Findings);
            var last = "";
            while (await lines.ReadAsync(cancellationToken) is { } line)
            {
                if (!BagKept.TryParse(line.Span, out var kept))
                    bag.Findings.Add(BagCheck.Kept, BagNames.Kept, lines.Number, "The line is no canonical JSON of content, digest and salt.");
                else if (!kept.IsWhole)
                    bag.Findings.Add(BagCheck.Kept, BagNames.Kept, lines.Number, $"Its words are not those of the digest {kept.Digest}.");
                else if (string.CompareOrdinal(kept.Digest, last) <= 0)
                    bag.Findings.Add(BagCheck.Kept, BagNames.Kept, lines.Number, "The lines stand in the order of their digests, each once.");
                else
                    Take(kept, last = kept.Digest, lines.Number);
            }
        }

        foreach (var digest in named.Kept.Where(digest => !_words.ContainsKey(digest) && !_gone.Contains(digest)))
            bag.Findings.Add(BagCheck.Kept, BagNames.Kept, $"The words {digest}, which an event keeps by reference, are missing.");
        foreach (var digest in _words.Keys.Where(digest => !named.Kept.Contains(digest)))
            bag.Findings.Add(BagCheck.Kept, BagNames.Kept, $"No event names the words {digest}.");
        foreach (var digest in _words.Keys.Where(_gone.Contains))
            bag.Findings.Add(BagCheck.Kept, BagNames.Kept, $"The words {digest} are there, and the statement says that they were erased.");
    }

    private void Take(BagKept kept, string digest, int line)
    {
        _words[digest] = NamedWords.WordsOf(kept.Content);
        NamedWords.Find(kept.Content, inner => named.Kept.Add(inner), quote => named.Quotes.Add((quote, BagNames.Kept, line)));
    }

    private void CheckFiles()
    {
        var texts = named.Captures.Values.Where(capture => capture.Capture.Text is not null).ToDictionary(capture => capture.Capture.Digest, capture => capture.Capture.Text!.Digest, StringComparer.Ordinal);
        foreach (var (digest, (capture, line)) in named.Captures)
        {
            Expect(digest, BagNames.OfCapture(digest), line);
            if (capture.Text is { } text)
                Expect(text.Digest, BagNames.OfText(text.Digest), line);
            if (bag.Tree.Files.GetValueOrDefault(BagNames.OfCapture(digest)) is { } file && file.Length != capture.Length)
                bag.Findings.Add(BagCheck.Capture, file.Path, $"It has {file.Length:N0} bytes; line {line} of the events says {capture.Length:N0}.");
        }

        foreach (var path in bag.Tree.Files.Keys.Order(StringComparer.Ordinal))
        {
            var digest = BagNames.CaptureOf(path);
            Captures += digest is null ? 0 : 1;
            if (digest is not null && !named.Captures.ContainsKey(digest) || BagNames.TextOf(path) is { } text && !texts.ContainsValue(text))
                bag.Findings.Add(BagCheck.Capture, path, "No event names it.");
            if ((digest ?? BagNames.TextOf(path)) is { } said && bag.Digests.GetValueOrDefault(path) is { } found && found != said)
                bag.Findings.Add(BagCheck.Capture, path, $"Its SHA-256 is {found}, and not what its name says.");
        }
    }

    private void Expect(string digest, string path, long line)
    {
        var isThere = bag.Tree.Files.ContainsKey(path);
        if (!isThere && !_gone.Contains(digest))
            bag.Findings.Add(BagCheck.Capture, path, $"It is missing; line {line} of the events names it, and the statement does not say that it was erased.");
        else if (isThere && _gone.Contains(digest))
            bag.Findings.Add(BagCheck.Capture, path, "It is there, and the statement says that it was erased.");
    }

    private async Task CheckQuotesAsync(string capture, IReadOnlyList<(NamedQuote Quote, string File, long Line)> quotes, CancellationToken cancellationToken)
    {
        if (!named.Captures.TryGetValue(capture, out var found) || found.Capture.Text is not { } extracted)
        {
            foreach (var (_, file, line) in quotes)
                bag.Findings.Add(BagCheck.Quote, file, line, $"It quotes the capture {capture}, of which no event in the package has a text.");
            return;
        }

        var path = BagNames.OfText(extracted.Digest);
        if (bag.Tree.Files.GetValueOrDefault(path) is not { } textFile || await BagDigests.ReadAsync(textFile, MostOfText, bag.Findings, cancellationToken) is not { } bytes)
            return;
        CodePointText text;
        try
        {
            text = new CodePointText(Strict.GetString(bytes));
        }
        catch (Exception e) when (e is DecoderFallbackException or ArgumentException)
        {
            bag.Findings.Add(BagCheck.Capture, path, "It is not UTF-8.");
            return;
        }

        if (text.Length != extracted.Length)
            bag.Findings.Add(BagCheck.Capture, path, $"It has {text.Length:N0} code points; line {found.Line} of the events says {extracted.Length:N0}.");
        foreach (var (quote, file, line) in quotes)
            Check(quote, text, path, file, line);
    }

    /// <summary>Of a quote whose words were erased, its place can still lie in the text, and no more can be said.</summary>
    private void Check(NamedQuote quote, CodePointText text, string path, string file, long line)
    {
        var words = quote.Kept is null ? quote.Words : _words.GetValueOrDefault(quote.Kept);
        if (words is null)
            return;
        var selector = words with { Position = quote.Position };
        if (selector.WhatIsWrong() is { } wrong)
            bag.Findings.Add(BagCheck.Quote, file, line, $"It has a quote that selects nothing: {wrong}");
        else if (Anchoring.Find(text, selector).State != AnchorState.Exact)
            bag.Findings.Add(BagCheck.Quote, file, line, $"The words that it quotes do not stand in {path}{(quote.Position is { } at ? $" at {at.Start}-{at.End}" : "")}.");
        else
            Quotes++;
    }
}
