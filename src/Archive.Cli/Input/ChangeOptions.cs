using System.CommandLine;
using Archive.Commands;

namespace Archive.Cli.Input;

/// <summary>Who asks for a change, under which command id, and what they saw.</summary>
internal sealed class ChangeOptions
{
    private readonly ActorOption _actor = new();

    private readonly Option<Guid?> _commandId = new("--command-id")
    {
        HelpName = "UUID",
        Description = "Makes a repeat harmless: the same id with the same input is answered with the first receipt. Without it a fresh one is made.",
    };

    private readonly Option<long?> _revision = new("--expected-revision")
    {
        HelpName = "N",
        Description = "Refuse, with a conflict, unless the stream is at this revision, counted from 0.",
    };

    private Guid? _made;

    public void AddTo(Command command)
    {
        command.Add(_actor);
        command.Add(_commandId);
        command.Add(_revision);
    }

    public CommandContext Context(Invocation run) => new(
        run.Parsed.GetValue(_commandId) ?? (_made ??= run.Around.CommandIds.Next()), _actor.Read(run), run.Parsed.GetValue(_revision));
}
