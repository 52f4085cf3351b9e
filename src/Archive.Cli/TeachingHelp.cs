using System.CommandLine;
using System.CommandLine.Help;
using System.CommandLine.Invocation;
using Archive.Cli.Complaints;
using Archive.Cli.Verbs;

namespace Archive.Cli;

/// <summary>The usual help, then what the verb means, examples, and the exit codes.</summary>
internal sealed class TeachingHelp(HelpAction usual) : SynchronousCommandLineAction
{
    public override bool ClearsParseErrors => true;

    public override int Invoke(ParseResult parseResult)
    {
        var code = usual.Invoke(parseResult);
        var output = parseResult.InvocationConfiguration.Output;
        if (parseResult.CommandResult.Command is Verb verb)
        {
            foreach (var note in verb.Notes)
                output.WriteLine($"{note}\n");
            output.WriteLine("Examples:");
            foreach (var example in verb.Examples)
                output.WriteLine($"  {example}");
            output.WriteLine();
        }

        output.WriteLine(ExitCode.Explained);
        return code;
    }
}
