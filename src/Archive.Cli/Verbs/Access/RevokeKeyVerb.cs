using System.CommandLine;
using Archive.Access;
using Archive.Cli.Input;
using Archive.Cli.Opening;
using Archive.Commands;

namespace Archive.Cli.Verbs.Access;

internal sealed class RevokeKeyVerb : ChangeVerb
{
    private readonly Argument<string> _key = new("KEY") { Description = "Id of the key, or its prefix, as archive key list shows them; never the whole key." };
    private readonly Option<string> _words = TextOption.Words();

    public RevokeKeyVerb() : base("revoke", "Refuse an API key from now on.")
    {
        Add(_key);
        Add(_words);
        AddChangeOptions(mayActAsAnother: false);
    }

    public override IReadOnlyList<string> Examples => ["archive key revoke arc_5f0c7a1e9d3b8246 --words 'Laptop stolen'"];

    public override IReadOnlyList<string> Notes => [ChangeNote];

    protected override Task<ICommand?> CommandAsync(Invocation run, IOpenedArchive archive, CommandContext context)
    {
        var named = run.Parsed.GetRequiredValue(_key);
        var id = named.StartsWith(KeySecret.Mark, StringComparison.Ordinal) ? named[KeySecret.Mark.Length..] : named;
        return Task.FromResult<ICommand?>(new RevokeKey(context, id, run.Parsed.GetRequiredValue(_words)));
    }
}
