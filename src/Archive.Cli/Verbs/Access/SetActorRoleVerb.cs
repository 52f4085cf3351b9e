using System.CommandLine;
using Archive.Access;
using Archive.Cli.Input;
using Archive.Cli.Opening;
using Archive.Commands;
using Archive.Domain.Access;

namespace Archive.Cli.Verbs.Access;

internal sealed class SetActorRoleVerb : ChangeVerb
{
    private readonly Argument<string> _actor = new("ID") { Description = "Id of the actor." };
    private readonly Argument<Role> _role = WordOption.Argument<Role>("ROLE", "What they may do from now on");
    private readonly Option<string> _words = TextOption.Words();

    public SetActorRoleVerb() : base("role", "Say what an actor may do from now on.")
    {
        Add(_actor);
        Add(_role);
        Add(_words);
        AddChangeOptions(mayActAsAnother: false);
    }

    public override IReadOnlyList<string> Examples => ["archive actor role a-7 auditor --words 'Moved to the audit office'"];

    public override IReadOnlyList<string> Notes =>
        ["It holds for the next thing they ask, with whichever key. Nobody sets their own role, so that there is always an administrator.", ChangeNote];

    protected override Task<ICommand?> CommandAsync(Invocation run, IOpenedArchive archive, CommandContext context) => Task.FromResult<ICommand?>(
        new SetActorRole(context, run.Parsed.GetRequiredValue(_actor), run.Parsed.GetValue(_role), run.Parsed.GetRequiredValue(_words)));
}
