using System.Text;
using Archive.Cli;
using Archive.Cli.Display;
using Archive.Cli.Input;

namespace Archive.Tests.Cli;

/// <summary>A run of <c>archive</c> without a process, and what it said.</summary>
internal sealed record Run(int Code, string Output, string Error)
{
    public static readonly Guid CommandId = new("7b0a3a4e-7a52-4d3c-9a53-0d8f2a3b1c00");

    public static Task<Run> Of(params string[] words) => Of(new FakeArchive(), words);

    public static Task<Run> Of(FakeArchive archive, params string[] words) => With(archive, "", null, words);

    /// <param name="input">Standard input.</param>
    /// <param name="edit">What the editor makes of a text; null leaves it.</param>
    public static Task<Run> With(FakeArchive archive, string input, Func<string, string>? edit, params string[] words) =>
        With(archive, input, edit, mayAsk: false, words);

    /// <param name="mayAsk">Whether somebody is there to answer questions.</param>
    public static async Task<Run> With(FakeArchive archive, string input, Func<string, string>? edit, bool mayAsk, params string[] words)
    {
        using var output = new StringWriter { NewLine = "\n" };
        using var error = new StringWriter { NewLine = "\n" };
        var terminal = new Terminal(
            output, error, new MemoryStream(Encoding.UTF8.GetBytes(input)), forPeople: false, colours: false, mayAsk, showsProgress: false);
        var around = new Surroundings(terminal, _ => null, new OneCommandId(), archive, new ScriptedEditor(edit));
        var code = await CommandLine.RunAsync(words, around, TestContext.Current.CancellationToken);
        return new Run(code, output.ToString(), error.ToString());
    }

    private sealed class OneCommandId : ICommandIds
    {
        public Guid Next() => CommandId;
    }

    private sealed class ScriptedEditor(Func<string, string>? edit) : IEditor
    {
        public Task<string> EditAsync(string text, string fileName, CancellationToken cancellationToken) =>
            Task.FromResult(edit is null ? text : edit(text));
    }
}
