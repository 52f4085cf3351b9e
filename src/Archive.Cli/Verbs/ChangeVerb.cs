using Archive.Cli.Complaints;
using Archive.Cli.Input;
using Archive.Cli.Opening;
using Archive.Cli.Sheets;
using Archive.Commands;

namespace Archive.Cli.Verbs;

/// <summary>A change to the archive.</summary>
internal abstract class ChangeVerb : Verb
{
    protected const string ChangeNote = """
        A change is an entry of the ledger and is never undone, only followed by another. The same --command-id with the same input is answered with
        the first receipt, so that a command whose end was not seen can be repeated.
        """;

    private readonly ChangeOptions _change = new();

    protected ChangeVerb(string name, string description) : base(name, description)
    {
    }

    public override IReadOnlyList<string> Notes => [ChangeNote];

    public override async Task<int> RunAsync(Invocation run)
    {
        await using var archive = await run.OpenAsync(Freshness);
        var asker = await archive.WhoAsync(_change.ActAs(run), run.Cancellation);
        var command = await CommandAsync(run, archive, _change.Context(run, asker));
        if (command is null)
            return ExitCode.Ok;
        var outcome = await ChangeAsync(run, archive, command);
        return outcome is Outcome<Receipt>.Ok { Value: var receipt }
            ? await AnswerAsync(run, archive, command, receipt)
            : run.Complain(Complaint.Of(outcome));
    }

    private async Task<Outcome<Receipt>> ChangeAsync(Invocation run, IOpenedArchive archive, ICommand command)
    {
        try
        {
            return await SendAsync(run, archive, command);
        }
        catch (Exception e) when (Complaint.Of(e) is { Kind: ComplaintKind.Outage } outage)
        {
            // An id that was made here is known to nobody else, and without it a repeat could be a second change.
            throw new ComplaintException(outage with { Hint = $"To repeat it, add --command-id {command.Context.CommandId}: whether it was recorded already or not, it then takes effect once." }, e);
        }
    }

    /// <summary>Sends the command and waits until it is seen.</summary>
    protected virtual Task<Outcome<Receipt>> SendAsync(Invocation run, IOpenedArchive archive, ICommand command) => archive.ChangeAsync(command, run.Cancellation);

    /// <summary>Says what was done.</summary>
    protected virtual Task<int> AnswerAsync(Invocation run, IOpenedArchive archive, ICommand command, Receipt receipt) => Task.FromResult(run.Answer(receipt, ReceiptSheet.Show));

    /// <summary>Whether the change is put together from what the archive holds.</summary>
    protected virtual Freshness Freshness => Freshness.AsProjected;

    /// <summary>Adds the options that every change has, behind its own.</summary>
    /// <param name="mayActAsAnother">Whether an administrator may ask for it in the name of another.</param>
    protected void AddChangeOptions(bool mayActAsAnother = true) => _change.AddTo(this, mayActAsAnother);

    /// <returns>The command, or null where there is nothing to change, which was said.</returns>
    protected abstract Task<ICommand?> CommandAsync(Invocation run, IOpenedArchive archive, CommandContext context);
}
