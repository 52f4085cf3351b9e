using System.CommandLine;
using Archive.Cli.Complaints;
using Archive.Cli.Display;
using Archive.Cli.Input;
using Archive.Cli.Opening;
using Archive.Commands;
using Archive.Corrections;
using Archive.Domain;
using Archive.Domain.Claims;

namespace Archive.Cli.Verbs.Claims;

internal sealed class EditClaimVerb : ClaimChangeVerb
{
    private readonly Option<CorrectionReason?> _reason = WordOption.Of<CorrectionReason>("--reason", "Why; asked for where it is not given");
    private readonly Option<Fault?> _fault = WordOption.Of<Fault>("--fault", "Whose error it was; asked for where it is not given");
    private readonly Option<string?> _words = TextOption.Of("--words", "TEXT", "The correction explained; asked for where it is not given.");
    private readonly Option<string?> _notice = TextOption.Notice();

    public EditClaimVerb() : base("edit", "Correct a claim in your editor: its YAML opens in $EDITOR, then the reason is asked for.") =>
        AddOptions(_reason, _fault, _words, _notice);

    public override IReadOnlyList<string> Examples =>
        ["archive claim edit visit-2023/c17", "EDITOR=nano archive claim edit visit-2023/c17 --reason translation --fault archive --words 'Closer to the Russian'"];

    public override IReadOnlyList<string> Notes =>
        ["What was edited becomes a correction: a new version, the old one stays in the history. When somebody else changes the claim meanwhile, it is refused with a conflict.", ChangeNote];

    protected override Freshness Freshness => Freshness.CaughtUp;

    protected override async Task<ICommand?> CommandAsync(Invocation run, IOpenedArchive archive, CommandContext context)
    {
        var current = await CurrentClaim.ReadAsync(archive, Claim(run.Parsed), run.Cancellation);
        var before = EditedClaimYaml.Write(current.View.Id, new EditedClaim(current.Draft, current.Citations));
        var after = await run.Around.Editor.EditAsync(before, $"{ArchiveId.LocalOf(current.View.Id)}.yaml", run.Cancellation);
        if (after == before)
        {
            await run.Terminal.Error.WriteLineAsync("Nothing was changed.");
            return null;
        }

        var edited = EditedClaimYaml.Read(after);
        return new CorrectClaim(
            context with { ExpectedRevision = context.ExpectedRevision ?? current.Revision },
            current.View.Id,
            edited.Content,
            edited.Citations,
            new Correction(
                run.Parsed.GetValue(_reason) ?? await AskWordAsync<CorrectionReason>(run, "--reason", "Why?"),
                run.Parsed.GetValue(_fault) ?? await AskWordAsync<Fault>(run, "--fault", "Whose error was it?"),
                run.Parsed.GetValue(_words) ?? await AskAsync(run, "--words", "The correction in words:"),
                run.Parsed.GetValue(_notice),
                Decided(run.Parsed)));
    }

    private static async Task<T> AskWordAsync<T>(Invocation run, string option, string question) where T : struct, Enum
    {
        while (true)
        {
            var word = await AskAsync(run, option, $"{question} ({string.Join(", ", Kebab.WordsOf<T>())})");
            if (Kebab.Read<T>(word) is { } value)
                return value;
        }
    }

    private static async Task<string> AskAsync(Invocation run, string option, string question)
    {
        if (!run.Terminal.MayAsk)
            throw new UsageException($"Nobody is there to ask: give {option}.");
        return await run.Terminal.AskAsync(question, run.Cancellation) ?? throw new UsageException($"No answer to '{question}'; nothing was changed.");
    }
}
