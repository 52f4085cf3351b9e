using Archive.Cli;
using Archive.Cli.Display;
using Archive.Cli.Input;
using Archive.Cli.Opening;
using Archive.Evidence.Texts;

// Not for people: this program starts itself so, to take out one text.
if (args is [ExtractionChild.Word, ..])
    return await ExtractionChild.RunAsync(args, Console.OpenStandardInput(), Console.OpenStandardOutput());

var terminal = StandardTerminal.Open(Environment.GetEnvironmentVariable);
var surroundings = new Surroundings(
    terminal,
    Environment.GetEnvironmentVariable,
    new RandomCommandIds(),
    new ArchiveOpener(Environment.GetEnvironmentVariable, terminal.Say),
    new ProcessEditor(Environment.GetEnvironmentVariable));
try
{
    return await CommandLine.RunAsync(args, surroundings, CancellationToken.None);
}
finally
{
    await terminal.FlushAsync();
}
