using System.CommandLine;
using Archive.Access;
using Archive.Commands;

namespace Archive.Cli.Input;

/// <summary>As whom a change is asked for, under which command id, and what was seen before.</summary>
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
        CustomParser = WholeNumber.Read,
    };

    private Guid? _made;
    private bool _mayActAsAnother;

    /// <param name="command">The verb.</param>
    /// <param name="mayActAsAnother">Whether an administrator may ask for it in the name of another.</param>
    public void AddTo(Command command, bool mayActAsAnother)
    {
        _mayActAsAnother = mayActAsAnother;
        if (mayActAsAnother)
            command.Add(_actor);
        command.Add(_commandId);
        command.Add(_revision);
    }

    /// <summary>As whom it is asked for; null for whoever runs the program.</summary>
    public string? ActAs(Invocation run) => _mayActAsAnother ? _actor.Read(run) : null;

    public CommandContext Context(Invocation run, Asker asker) => new(
        run.Parsed.GetValue(_commandId) ?? (_made ??= run.Around.CommandIds.Next()),
        asker.Actor!,
        run.Parsed.GetValue(_revision),
        Role: asker.Role,
        Through: asker.Through);
}
