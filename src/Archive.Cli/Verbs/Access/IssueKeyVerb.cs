using System.CommandLine;
using Archive.Access;
using Archive.Cli.Input;
using Archive.Cli.Opening;
using Archive.Cli.Sheets;
using Archive.Commands;

namespace Archive.Cli.Verbs.Access;

internal sealed class IssueKeyVerb : ChangeVerb
{
    private readonly Argument<string> _actor = new("ACTOR") { Description = "Id of the actor whose key it is to be." };
    private readonly Option<DateTimeOffset?> _expires = TimeOption.Of("--expires", "From when on the key is refused, with its zone, such as 2027-11-24T09:30:00Z. Without it the key never expires.");
    private readonly Option<string?> _words = TextOption.Of("--words", "TEXT", "What the key is for.");

    private KeySecret? _made;

    public IssueKeyVerb() : base("issue", "Issue an API key for an actor. It is shown once and stored nowhere.")
    {
        Add(_actor);
        Add(_expires);
        Add(_words);
        AddChangeOptions(mayActAsAnother: false);
    }

    public override IReadOnlyList<string> Examples =>
        ["archive key issue a-7 --expires 2027-11-24T00:00:00Z --words 'Laptop'", "archive key issue a-7 --json"];

    public override IReadOnlyList<string> Notes =>
    [
        """
        Whoever holds the key is taken for the actor: it goes into ARCHIVE_KEY, or into a file of theirs alone that ARCHIVE_KEY_FILE names, and never onto a
        command line. The archive keeps its prefix and the SHA-256 of its secret; a key that is lost is revoked and another issued.
        """,
        """
        From the first key on nobody is let into an archive on a shared server without one: begin with a key for yourself, an administrator, and keep one that does
        not expire in a safe.
        """,
        ChangeNote,
    ];

    protected override Task<ICommand?> CommandAsync(Invocation run, IOpenedArchive archive, CommandContext context)
    {
        _made = KeySecret.Create(context.CommandId);
        return Task.FromResult<ICommand?>(new IssueKey(
            context, _made.Id, run.Parsed.GetRequiredValue(_actor), _made.Hash, run.Parsed.GetValue(_expires), run.Parsed.GetValue(_words)));
    }

    protected override Task<int> AnswerAsync(Invocation run, IOpenedArchive archive, ICommand command, Receipt receipt)
    {
        var issued = (IssueKey)command;
        return Task.FromResult(run.Answer(new IssuedKey(issued.Key, issued.Actor, _made!.Reveal(), issued.Expires, receipt.CommandId), KeySheet.Show));
    }
}
