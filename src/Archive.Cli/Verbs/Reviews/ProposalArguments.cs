using System.CommandLine;

namespace Archive.Cli.Verbs.Reviews;

/// <summary>Which proposal is meant.</summary>
internal sealed class ProposalArguments
{
    private readonly Argument<string> _claim = new("CLAIM") { Description = "Id of the claim that it is about, such as visit-2023/c17." };
    private readonly Argument<int> _number = new("NUMBER") { Description = "Number of the proposal, from 1 within the claim." };

    public void AddTo(Command command)
    {
        command.Add(_claim);
        command.Add(_number);
    }

    public string Claim(ParseResult parsed) => parsed.GetRequiredValue(_claim);

    public int Number(ParseResult parsed) => parsed.GetValue(_number);
}
