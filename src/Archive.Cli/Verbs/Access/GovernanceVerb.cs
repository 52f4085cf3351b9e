using System.CommandLine;
using Archive.Cli.Input;
using Archive.Cli.Opening;
using Archive.Commands;

namespace Archive.Cli.Verbs.Access;

/// <summary>A decision on access or a hold.</summary>
internal abstract class GovernanceVerb : ChangeVerb
{
    private readonly GovernedArgument _subject = new();
    private readonly Option<string> _words = TextOption.Words();
    private readonly Option<string?> _decided = TextOption.Decided();

    protected GovernanceVerb(string name, string description) : base(name, description) => _subject.AddTo(this);

    public override IReadOnlyList<string> Notes => [GovernedArgument.Form, ChangeNote];

    protected void AddOptions(params ReadOnlySpan<Option> own)
    {
        foreach (var option in own)
            Add(option);
        Add(_words);
        Add(_decided);
        AddChangeOptions();
    }

    protected sealed override Task<ICommand?> CommandAsync(Invocation run, IOpenedArchive archive, CommandContext context) => Task.FromResult<ICommand?>(
        Change(run.Parsed, context, _subject.Stream(run.Parsed), run.Parsed.GetRequiredValue(_words), run.Parsed.GetValue(_decided)));

    protected abstract ICommand Change(ParseResult parsed, CommandContext context, string subject, string words, string? decided);

    protected static Option<string?> CaptureOption() => TextOption.Of("--capture", "SHA256", "The one capture of the source.");
}
