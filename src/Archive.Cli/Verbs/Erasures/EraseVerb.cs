using System.CommandLine;
using Archive.Cli.Complaints;
using Archive.Cli.Input;
using Archive.Cli.Opening;
using Archive.Cli.Sheets;
using Archive.Commands;
using Archive.Domain;
using Archive.Domain.Erasures;
using Archive.Evidence;

namespace Archive.Cli.Verbs.Erasures;

internal sealed class EraseVerb : ChangeVerb
{
    private readonly Option<string?> _source = TextOption.Of("--source", "ID", "The source whose capture is to be destroyed.");
    private readonly Option<string?> _capture = TextOption.Of("--capture", "DIGEST", "That capture: the SHA-256 of its bytes.");
    private readonly Option<string?> _claim = TextOption.Of("--claim", "CLAIM", "The sensitive claim: what it says, in all its versions up to now.");
    private readonly Option<int?> _version = new("--version") { HelpName = "NUMBER", Description = "What it says in this one version alone." };
    private readonly Option<string?> _name = TextOption.Of("--name-of", "ACTOR", "The actor whose name is to be destroyed, where it was registered as sensitive.");
    private readonly Option<ErasureReason> _reason = WordOption.Required<ErasureReason>("--reason", "Why");
    private readonly Option<string> _law = TextOption.Required("--legal-reference", "TEXT", "The law, order or contract by which it has to go.");
    private readonly Option<string> _words = TextOption.Words();
    private readonly Option<string?> _decided = TextOption.Decided();
    private readonly Option<string?> _confirm = TextOption.Of("--confirm", "DIGEST|ID", "The digest or id again: what is destroyed cannot be had back.");

    public EraseVerb() : base("erase", "Destroy a capture's bytes, what a sensitive claim says, or an actor's name; what it was, its digests go on saying.")
    {
        foreach (var option in new Option[] { _source, _capture, _claim, _version, _name, _reason, _law, _words, _decided, _confirm })
            Add(option);
        AddChangeOptions();
    }

    public override IReadOnlyList<string> Examples =>
    [
        "archive erase --source tass-arrival --capture 9f86d081… --reason court-order --legal-reference '7 O 12/26' --words 'To be destroyed within a week' --confirm 9f86d081…",
        "archive erase --claim visit-2023/s-9d1f --reason personal-data --legal-reference 'GDPR, Article 17' --words 'She objected' --confirm visit-2023/s-9d1f",
    ];

    public override IReadOnlyList<string> Notes =>
    [
        """
        Nothing under a hold is erased: which of the two stands first in the ledger decides. What was not kept apart from the log stands in the log itself; there
        it is erased by a copy of the log (archive log erase). See docs/erasure.md.
        """,
        ChangeNote,
    ];

    protected override Task<ICommand?> CommandAsync(Invocation run, IOpenedArchive archive, CommandContext context)
    {
        var parsed = run.Parsed;
        var (source, capture, claim, name) = (parsed.GetValue(_source), parsed.GetValue(_capture), parsed.GetValue(_claim), parsed.GetValue(_name));
        if (new[] { source ?? capture, claim, name }.Count(given => given is not null) != 1 || (source is null) != (capture is null))
            throw new UsageException("Name one thing to erase: --source with --capture, or --claim, or --name-of.");
        var named = (capture ?? claim ?? name)!;
        if (parsed.GetValue(_confirm) != named)
            throw new UsageException($"What is erased cannot be had back. If {named} is what you mean, add --confirm {named}.");
        var subject = source is not null ? StreamName.OfSource(source) : claim is not null ? StreamName.OfClaim(claim) : StreamName.OfActor(name!);
        return Task.FromResult<ICommand?>(new EraseContent(
            context,
            subject,
            capture,
            parsed.GetValue(_version),
            new ErasureOrder(parsed.GetValue(_reason), parsed.GetRequiredValue(_law), parsed.GetRequiredValue(_words), parsed.GetValue(_decided))));
    }

    protected override async Task<int> AnswerAsync(Invocation run, IOpenedArchive archive, ICommand command, Receipt receipt)
    {
        var outcome = await archive.AskAsync(new CarryOutErasure(((EraseContent)command).Subject, receipt.Revision), run.Cancellation);
        return outcome is Outcome<ErasureRecord>.Ok { Value: var record }
            ? run.Answer(record, ErasureSheet.Show)
            : run.Complain(Complaint.Of(outcome));
    }
}
