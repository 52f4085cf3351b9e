using System.CommandLine;

namespace Archive.Cli.Input;

/// <summary>As whom a change is asked for.</summary>
internal sealed class ActorOption : Option<string?>
{
    public const string Variable = "ARCHIVE_ACTOR";

    public ActorOption() : base("--actor")
    {
        HelpName = "ID";
        Description = "For an administrator: act as another registered actor, whose role then counts. Without it the environment's ARCHIVE_ACTOR counts, else you act as yourself.";
    }

    /// <returns>Null for whoever asks themselves.</returns>
    public string? Read(Invocation run) => run.Parsed.GetValue(this) is { Length: > 0 } actor ? actor : Of(run.Around.Variable);

    public static string? Of(Func<string, string?> variable) => variable(Variable) is { } actor && !string.IsNullOrWhiteSpace(actor) ? actor : null;
}
