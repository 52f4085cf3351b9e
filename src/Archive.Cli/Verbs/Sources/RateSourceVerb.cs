using System.CommandLine;
using Archive.Cli.Input;
using Archive.Cli.Opening;
using Archive.Commands;
using Archive.Domain.Sources;
using Archive.Sources;

namespace Archive.Cli.Verbs.Sources;

internal sealed class RateSourceVerb : ChangeVerb
{
    private readonly Argument<string> _source = new("SOURCE") { Description = "Id of the source." };
    private readonly Argument<Reliability> _reliability = WordOption.Argument<Reliability>("RELIABILITY", "Admiralty code, F where it cannot be judged");
    private readonly Option<string?> _words = TextOption.OptionalWords();
    private readonly Option<string?> _decided = TextOption.Decided();

    public RateSourceVerb() : base("rate", "Say how reliable a source is.")
    {
        Add(_source);
        Add(_reliability);
        Add(_words);
        Add(_decided);
        AddChangeOptions();
    }

    public override IReadOnlyList<string> Examples => ["archive source rate tass-arrival B --words 'Usually right on protocol'"];

    protected override Task<ICommand?> CommandAsync(Invocation run, IOpenedArchive archive, CommandContext context) =>
        Task.FromResult<ICommand?>(new RateSource(
            context, run.Parsed.GetRequiredValue(_source), run.Parsed.GetValue(_reliability), run.Parsed.GetValue(_words), run.Parsed.GetValue(_decided)));
}
