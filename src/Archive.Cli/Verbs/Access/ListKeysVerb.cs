using System.CommandLine;
using Archive.Access;
using Archive.Cli.Display;
using Archive.Cli.Input;
using Archive.Cli.Sheets;
using MediatR;

namespace Archive.Cli.Verbs.Access;

internal sealed class ListKeysVerb : QueryVerb<KeyList>
{
    private readonly Option<string?> _actor = TextOption.Of("--actor", "ID", "Only the keys of this actor.");
    private readonly PageOptions _page = new();

    public ListKeysVerb() : base("list", "List the API keys: whose they are, until when, and when they were last used.")
    {
        Add(_actor);
        _page.AddTo(this);
    }

    public override IReadOnlyList<string> Examples => ["archive key list", "archive key list --actor a-7 --json"];

    public override IReadOnlyList<string> Notes => ["Last use is noted to a minute and is no part of the ledger: an archive that was restored knows of no earlier one."];

    protected override IRequest<Outcome<KeyList>> Question(ParseResult parsed) => new ListKeys(parsed.GetValue(_actor), _page.Read(parsed));

    protected override void Show(IDisplay display, KeyList answer) => KeySheet.Show(display, answer);
}
