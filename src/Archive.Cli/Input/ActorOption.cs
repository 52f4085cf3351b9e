using System.CommandLine;

namespace Archive.Cli.Input;

/// <summary>Who asks for a change.</summary>
internal sealed class ActorOption : Option<string?>
{
    private const string DefaultActor = "local";

    public ActorOption() : base("--actor")
    {
        HelpName = "ID";
        Description = "Who asks: an opaque id, not a name. Without it the environment's ARCHIVE_ACTOR counts, else 'local'.";
    }

    public string Read(Invocation run)
    {
        var actor = run.Parsed.GetValue(this) ?? run.Around.Variable("ARCHIVE_ACTOR");
        return string.IsNullOrEmpty(actor) ? DefaultActor : actor;
    }
}
