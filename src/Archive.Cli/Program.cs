using Archive.Cli;
using Archive.Cli.Display;
using Archive.Cli.Input;
using Archive.Cli.Opening;

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
