using System.CommandLine;
using Archive.Cli.Input;
using Archive.Cli.Opening;

namespace Archive.Cli.Verbs.Logs;

/// <summary>The two logs of a command.</summary>
internal sealed class LogEndOptions
{
    private readonly Option<string> _from = TextOption.Required("--from", "LOG", $"The log that has the events: {LogEnds.Forms}.");
    private readonly Option<string> _to = TextOption.Required("--to", "LOG", "The other log, named in the same way.");

    public static string Note =>
        """
        postgres is the log in the database that ARCHIVE_POSTGRES or ARCHIVE_HOME names; eventstoredb is the one of ARCHIVE_EVENTSTORE, with ARCHIVE_EVENTSTORE_PREFIX. A
        connection string may stand here too, with the same prefix; but what is typed stays in the shell's history and is seen in the list of processes, so
        keep passwords in ARCHIVE_EVENTSTORE. The read models are in PostgreSQL in either case.
        """;

    public void AddTo(Command command)
    {
        command.Add(_from);
        command.Add(_to);
    }

    public LogEnds Of(ParseResult parsed) => new(parsed.GetRequiredValue(_from), parsed.GetRequiredValue(_to));
}
