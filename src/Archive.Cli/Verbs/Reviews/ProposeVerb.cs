using System.CommandLine;
using Archive.Cli.Input;
using Archive.Cli.Opening;
using Archive.Commands;
using Archive.Domain.Reviews;
using Archive.Reviews;

namespace Archive.Cli.Verbs.Reviews;

/// <summary>A change that is proposed, for others to decide.</summary>
internal abstract class ProposeVerb : ChangeVerb
{
    protected const string ReviewNote = """
        A proposal changes nothing until an editor accepts it, who is never who submitted it; see archive proposal --help. When the claim is corrected,
        cited or retracted in between, it can no longer be accepted and is to be made anew.
        """;

    private readonly Argument<string> _claim;
    private readonly Option<string?> _words = TextOption.Of("--for-editors", "TEXT", "What those who decide should know.");

    protected ProposeVerb(string name, string description, string claim = "Id of the claim, such as visit-2023/c17.") : base(name, description)
    {
        _claim = new Argument<string>("CLAIM") { Description = claim };
        Add(_claim);
    }

    public override IReadOnlyList<string> Notes => [ReviewNote, ChangeNote];

    protected string Claim(ParseResult parsed) => parsed.GetRequiredValue(_claim);

    /// <summary>Adds the options that every proposal has, behind the verb's own.</summary>
    protected void AddReviewOptions()
    {
        Add(_words);
        AddChangeOptions();
    }

    protected sealed override async Task<ICommand?> CommandAsync(Invocation run, IOpenedArchive archive, CommandContext context)
    {
        var (change, seen) = await ChangeAsync(run, archive);
        return new SubmitProposal(context with { ExpectedRevision = context.ExpectedRevision ?? seen }, Claim(run.Parsed), change, run.Parsed.GetValue(_words));
    }

    /// <returns>What is proposed, and the revision of the claim from which it was put together, where one was read.</returns>
    protected abstract Task<(ProposedChange Change, long? Seen)> ChangeAsync(Invocation run, IOpenedArchive archive);
}
