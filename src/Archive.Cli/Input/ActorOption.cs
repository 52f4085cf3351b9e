using System.CommandLine;

namespace Archive.Cli.Input;

/// <summary>Who asks for a change.</summary>
internal sealed class ActorOption : Option<string?>
{
    public const string Variable = "ARCHIVE_ACTOR";

    private const string DefaultActor = "local";

    public ActorOption() : base("--actor")
    {
        HelpName = "ID";
        Description = "Who asks: an opaque id, not a name. Without it the environment's ARCHIVE_ACTOR counts, else 'local'.";
    }

    public string Read(Invocation run)
    {
        var actor = run.Parsed.GetValue(this) ?? run.Around.Variable(Variable);
        return string.IsNullOrEmpty(actor) ? DefaultActor : actor;
    }
}
