using System.CommandLine;
using System.CommandLine.Help;
using Archive.Cli;
using Archive.Cli.Verbs;

namespace Archive.Tests.Cli;

public sealed class HelpTests
{
    public static TheoryData<string> Verbs() => new(Commands().OfType<Verb>().Select(Path));

    [Fact]
    public void Every_verb_and_topic_says_what_it_does_in_a_sentence() =>
        Commands().Where(command => command.Description is null || !command.Description.EndsWith('.')).ShouldBeEmpty();

    [Fact]
    public void Every_option_and_argument_says_what_it_means() =>
        Commands().SelectMany(command => command.Options.Where(option => option is not HelpOption and not VersionOption).Cast<Symbol>().Concat(command.Arguments)
            .Where(symbol => string.IsNullOrWhiteSpace(symbol.Description)).Select(symbol => $"{Path(command)} {symbol.Name}")).ShouldBeEmpty();

    [Theory]
    [MemberData(nameof(Verbs))]
    public async Task Help_of_a_verb_shows_examples_and_exit_codes(string verb)
    {
        var run = await Run.Of([.. verb.Split(' '), "--help"]);

        run.Code.ShouldBe(0);
        run.Error.ShouldBeEmpty();
        run.Output.ShouldContain("Examples:\n  ");
        run.Output.ShouldContain("Exit codes: 0 ok;");
        run.Output.ShouldContain($"archive {verb}");
    }

    [Theory]
    [MemberData(nameof(Verbs))]
    public void Every_example_is_a_command_line_that_parses(string verb)
    {
        var command = Commands().OfType<Verb>().Single(command => Path(command) == verb);
        foreach (var example in command.Examples)
        {
            var line = example.Split(" | ").First(part => part.Contains("archive ", StringComparison.Ordinal));
            var words = Shell.Split(line[(line.IndexOf("archive ", StringComparison.Ordinal) + "archive ".Length)..]);
            Root().Parse(words).Errors.Select(error => $"{example}: {error.Message}").ShouldBeEmpty();
        }
    }

    [Fact]
    public async Task Help_of_a_query_says_that_as_of_means_recorded_time() =>
        (await Run.Of("show", "--help")).Output.ShouldContain("As-of means recorded time");

    private static ArchiveCommand Root() => new(new Surroundings(null!, _ => null, null!, new FakeArchive(), null!));

    private static IEnumerable<Command> Commands() => Below(Root());

    private static IEnumerable<Command> Below(Command command) => command.Subcommands.SelectMany(child => Below(child).Prepend(child));

    private static string Path(Command command) =>
        command.Parents.OfType<Command>().FirstOrDefault() is { } parent and not ArchiveCommand ? $"{Path(parent)} {command.Name}" : command.Name;
}
