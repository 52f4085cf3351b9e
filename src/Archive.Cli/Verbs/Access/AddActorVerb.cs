using System.CommandLine;
using Archive.Access;
using Archive.Cli.Input;
using Archive.Cli.Opening;
using Archive.Commands;
using Archive.Domain;
using Archive.Domain.Access;

namespace Archive.Cli.Verbs.Access;

internal sealed class AddActorVerb : ChangeVerb
{
    private readonly Argument<string> _actor = new("ID") { Description = $"Id of the new actor: {ArchiveId.Form}. It stays in the ledger for ever, so choose one that says nothing of who they are." };
    private readonly Option<ActorKind> _kind = WordOption.Required<ActorKind>("--kind", "What they are");
    private readonly Option<string> _name = TextOption.Required("--name", "NAME", "Their name, as the history shows it.");
    private readonly Option<Role> _role = WordOption.Required<Role>("--role", "What they may do");
    private readonly Option<string?> _words = TextOption.OptionalWords();

    public AddActorVerb() : base("add", "Register an actor: a person, an organisation or a program that works in the archive.")
    {
        Add(_actor);
        foreach (var option in new Option[] { _kind, _name, _role, _words })
            Add(option);
        AddChangeOptions(mayActAsAnother: false);
    }

    public override IReadOnlyList<string> Examples =>
        ["archive actor add a-7 --kind person --name 'Anna Kern' --role editor", "archive actor add scanner --kind software --name 'Scanner of the reading room' --role contributor"];

    public override IReadOnlyList<string> Notes =>
        ["Who may do what stands in one table, docs/access.md. An actor gets in with a key: see archive key issue --help.", ChangeNote];

    protected override Task<ICommand?> CommandAsync(Invocation run, IOpenedArchive archive, CommandContext context) => Task.FromResult<ICommand?>(new RegisterActor(
        context,
        run.Parsed.GetRequiredValue(_actor),
        run.Parsed.GetValue(_kind),
        run.Parsed.GetValue(_role),
        run.Parsed.GetRequiredValue(_name),
        run.Parsed.GetValue(_words)));
}
