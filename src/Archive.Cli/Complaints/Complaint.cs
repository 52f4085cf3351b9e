using System.CommandLine;
using Archive.EventLog;
using Archive.Cli.Opening;
using Archive.Cli.Verbs;

namespace Archive.Cli.Complaints;

/// <summary>Why there is no answer, and what to do; the <c>error</c> of <c>--json</c>.</summary>
/// <param name="Kind">Decides the exit code.</param>
/// <param name="Code">A refusal's stable code.</param>
/// <param name="Message">For the person who asked.</param>
/// <param name="Violations">Everything that is wrong with the input.</param>
/// <param name="Hint">What was perhaps meant, or where to read on.</param>
internal sealed record Complaint(
    ComplaintKind Kind, string? Code, string Message, IReadOnlyList<Violation>? Violations = null, string? Hint = null)
{
    /// <summary>The one place where outcomes turn into exit codes, by way of their kind.</summary>
    public static Complaint Of<T>(Outcome<T> outcome) => outcome switch
    {
        Outcome<T>.Invalid { Violations: var violations } => new(ComplaintKind.Invalid, "input-invalid", "The input is invalid.", violations),
        Outcome<T>.NotFound { Refusal: var refusal } => new(ComplaintKind.NotFound, refusal.Code, refusal.Message),
        Outcome<T>.Refused { Refusal: var refusal } => new(ComplaintKind.Refused, refusal.Code, refusal.Message),
        Outcome<T>.Forbidden { Refusal: var refusal } => new(ComplaintKind.Forbidden, refusal.Code, refusal.Message),
        Outcome<T>.Conflict c => new(
            ComplaintKind.Conflict,
            "revision-conflict",
            $"{c.Stream} has changed: you saw revision {c.Expected}, it is at {c.Actual}. Look at it again, then repeat the command with what you find."),
        _ => throw new ArgumentOutOfRangeException(nameof(outcome), outcome, "An answer is no complaint."),
    };

    public static Complaint Of(Exception exception) => exception switch
    {
        ComplaintException { Complaint: var complaint } => complaint,
        UsageException => new(ComplaintKind.Usage, null, exception.Message),
        LogRefusedException refused => new(ComplaintKind.Refused, refused.Refusal.Code, exception.Message),
        OperationCanceledException => new(ComplaintKind.Interrupted, null, "Stopped before the end. What was acknowledged is kept; the same command can be run again."),
        _ when Outages.Explain(exception) is { } outage => new(ComplaintKind.Outage, null, outage),
        _ => new(
            ComplaintKind.Internal,
            null,
            $"Internal error: {exception.GetType().Name}: {exception.Message}",
            Hint: "This is a fault of the archive's. Please report it with the command that you typed and what `archive --version` says; with ARCHIVE_TRACE=1 the command also prints where it happened."),
    };

    public static Complaint OfUsage(ParseResult parsed)
    {
        var command = parsed.CommandResult.Command;
        var path = new List<string>();
        for (Symbol? symbol = command; symbol is not null and not ArchiveCommand; symbol = symbol.Parents.FirstOrDefault())
            path.Insert(0, symbol.Name);
        if (parsed.UnmatchedTokens is [var word, ..] && command.Subcommands.Count > 0 && command.Arguments.Count == 0)
            return UnknownWord(word, command, path);
        var messages = parsed.Errors.Select(error => error.Message).Distinct(StringComparer.Ordinal).ToArray();
        return new Complaint(
            ComplaintKind.Usage,
            null,
            messages.Length == 0 ? "Say what to do." : string.Join('\n', messages),
            Hint: SeeHelp(path));
    }

    private static Complaint UnknownWord(string word, Command command, IReadOnlyCollection<string> path) => new(
        ComplaintKind.Usage,
        null,
        $"'{word}' is no verb of archive {string.Join(' ', path)}".TrimEnd() + ".",
        Hint: string.Join(' ', new[] { Suggestion.Nearest(word, command.Subcommands.Select(verb => verb.Name)), SeeHelp(path) }.OfType<string>()));

    private static string SeeHelp(IEnumerable<string> path) => $"See archive {string.Join(' ', path.Append("--help"))}.";
}
