using System.CommandLine;
using Archive.Cli.Input;

namespace Archive.Cli.Verbs.Claims;

/// <summary>A change of one claim that is there.</summary>
internal abstract class ClaimChangeVerb : ChangeVerb
{
    private readonly Argument<string> _claim = new("CLAIM") { Description = "Id of the claim, such as visit-2023/c17." };
    private readonly Option<string?> _decided = TextOption.Decided();

    protected ClaimChangeVerb(string name, string description) : base(name, description) => Add(_claim);

    protected string Claim(ParseResult parsed) => parsed.GetRequiredValue(_claim);

    protected string? Decided(ParseResult parsed) => parsed.GetValue(_decided);

    /// <summary>Adds the verb's own options or arguments, then those that every change of a claim has.</summary>
    protected void AddOptions(params ReadOnlySpan<Symbol> own)
    {
        foreach (var symbol in own)
        {
            if (symbol is Argument argument)
                Add(argument);
            else
                Add((Option)symbol);
        }

        Add(_decided);
        AddChangeOptions();
    }
}
