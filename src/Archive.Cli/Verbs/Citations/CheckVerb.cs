using System.CommandLine;
using System.Runtime.CompilerServices;
using Archive.Citations;
using Archive.Cli.Complaints;
using Archive.Cli.Display;
using Archive.Cli.Opening;
using Archive.Cli.Sheets;
using Archive.Domain;

namespace Archive.Cli.Verbs.Citations;

internal sealed class CheckVerb : Verb
{
    private readonly Argument<string> _file = new("FILE") { Description = "The text, - for standard input." };

    public CheckVerb() : base("check", "Say which references in a text cite what was corrected, disputed, retracted or erased since.") => Add(_file);

    public override IReadOnlyList<string> Examples => ["archive check article.html", "archive check references.bib --json", "archive check - < published.csv"];

    public override IReadOnlyList<string> Notes =>
    [
        """
        Reads text of any kind (a manuscript, BibTeX, CSL-JSON, JSON, CSV) for references of the form visit-2023@57 or visit-2023/c17@57, and looks up what happened after that entry
        to the claim, or to the claims of the record. With --json each reference is answered with one line of JSON, and the last line counts them. However long the text, it is read as
        it comes. What is closed to you says that it changed, and not how.

        Exit code 0 when nothing happened to anything cited, 1 when something did or a reference is unknown, 2 when the file cannot be read.
        """,
    ];

    public override async Task<int> RunAsync(Invocation run)
    {
        var name = run.Parsed.GetRequiredValue(_file);
        using var text = Open(run, name);
        await using var archive = await run.OpenAsync(Freshness.AsFarAsPossible);
        var summary = new CheckSummary(name, 0, 0, 0, 0, null);
        await foreach (var page in PagesAsync(text, run.Cancellation))
        {
            var outcome = await archive.AskAsync(new CheckReferences(page), run.Cancellation);
            if (outcome is not Outcome<ReferenceCheck>.Ok { Value: var check })
                return run.Complain(Complaint.Of(outcome));
            summary = Tell(run, check, summary);
        }

        if (run.AsJson)
            await run.Terminal.Output.WriteLineAsync(CliJson.Of(summary, CliJson.OneLine));
        else
            ReferenceSheet.Show(run.Display, summary);
        return summary.Changed + summary.Unknown > 0 ? ExitCode.Refused : ExitCode.Ok;
    }

    private static CheckSummary Tell(Invocation run, ReferenceCheck check, CheckSummary before)
    {
        foreach (var reference in check.References)
        {
            if (run.AsJson)
                run.Terminal.Output.WriteLine(CliJson.Of(reference, CliJson.OneLine));
            else
                ReferenceSheet.Show(run.Display, reference);
        }

        return before with
        {
            References = before.References + check.References.Count,
            Unchanged = before.Unchanged + check.References.Count(reference => reference.State == ReferenceState.Unchanged),
            Changed = before.Changed + check.References.Count(reference => reference.State == ReferenceState.Changed),
            Unknown = before.Unknown + check.References.Count(reference => reference.State == ReferenceState.Unknown),
            AsOf = check.AsOf,
        };
    }

    private static async IAsyncEnumerable<ValueList<CitedReference>> PagesAsync(TextReader text, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var page = new List<CitedReference>(CheckReferences.Most);
        await foreach (var reference in ReferenceScanner.ScanAsync(text, cancellationToken))
        {
            page.Add(reference);
            if (page.Count == CheckReferences.Most)
            {
                yield return [.. page];
                page.Clear();
            }
        }

        if (page.Count > 0)
            yield return [.. page];
    }

    private static PlainText Open(Invocation run, string name)
    {
        if (name == "-")
            return new PlainText("Standard input", run.Terminal.Input, leaveOpen: true);
        if (Directory.Exists(name))
            throw new UsageException($"'{name}' is a folder. Name a file.");
        try
        {
            return new PlainText($"'{name}'", new FileStream(name, FileMode.Open, FileAccess.Read, FileShare.ReadWrite, 81_920, useAsync: true), leaveOpen: false);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or ArgumentException or NotSupportedException)
        {
            throw new UsageException($"'{name}' cannot be read: {e.Message}");
        }
    }
}
