using System.CommandLine;
using Archive.Cli.Complaints;
using Archive.Cli.Display;
using Archive.Cli.Opening;
using MediatR;

namespace Archive.Cli.Verbs;

/// <summary>A question to the archive.</summary>
internal abstract class QueryVerb<TAnswer>(string name, string description) : Verb(name, description)
{
    public const string AsOfNote = """
        As-of means recorded time, the archive's own history: what it held after an entry or at a time, whatever was learnt since. Write --as-of 57,
        --as-of 2026-11-24T09:30:00Z, or the entry behind the id: visit-2023@57. Such an answer is final, it never changes. Without it the
        answer is as things stand; it is provisional and names the entry that pins it.
        """;

    protected const string OnNote = """
        --on is about the time of the facts, in EDTF: a day (2023-03-20), a month, an interval (2023-03-20/2023-03-22). With --match possibly (the
        usual) claims are shown whose date may lie in it, with --match certainly only those whose date cannot lie outside.
        """;

    public override async Task<int> RunAsync(Invocation run)
    {
        var question = Question(run.Parsed);
        await using var archive = await run.OpenAsync(Freshness);
        var outcome = await archive.AskAsync(question, run.Cancellation);
        if (outcome is Outcome<TAnswer>.Ok { Value: var answer })
            return Answered(run, answer);
        var complaint = Complaint.Of(outcome);
        return run.Complain(complaint with { Hint = await HintAsync(run, archive, complaint) });
    }

    protected virtual Freshness Freshness => Freshness.AsFarAsPossible;

    protected abstract IRequest<Outcome<TAnswer>> Question(ParseResult parsed);

    protected abstract void Show(IDisplay display, TAnswer answer);

    protected virtual int Answered(Invocation run, TAnswer answer) => run.Answer(answer, Show);

    /// <summary>The id that was asked about, for a suggestion where there is none such.</summary>
    protected virtual string? Asked(ParseResult parsed) => null;

    private async Task<string?> HintAsync(Invocation run, IOpenedArchive archive, Complaint complaint) =>
        complaint.Kind == ComplaintKind.NotFound && Asked(run.Parsed) is { } id
            ? await Suggestion.ForAsync(archive, id, run.Cancellation)
            : complaint.Hint;
}
