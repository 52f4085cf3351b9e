using System.Diagnostics;
using Archive.Cli.Complaints;

namespace Archive.Cli.Input;

/// <summary>The program that VISUAL or EDITOR names, on a file that nobody else can read.</summary>
internal sealed class ProcessEditor(Func<string, string?> variable) : IEditor
{
    public async Task<string> EditAsync(string text, string fileName, CancellationToken cancellationToken)
    {
        var editor = variable("VISUAL") ?? variable("EDITOR")
            ?? throw new UsageException("There is no editor: set EDITOR to one, such as `export EDITOR=nano`.");
        var folder = Directory.CreateTempSubdirectory("archive-edit-");
        try
        {
            var path = Path.Combine(folder.FullName, fileName);
            await File.WriteAllTextAsync(path, text, cancellationToken);
            // EDITOR may hold options, such as `code --wait`: the shell takes it apart, the path goes as its argument.
            using var process = Process.Start(new ProcessStartInfo("/bin/sh") { ArgumentList = { "-c", editor + " \"$1\"", "archive", path } })
                ?? throw new UsageException($"The editor '{editor}' did not start.");
            await process.WaitForExitAsync(cancellationToken);
            if (process.ExitCode != 0)
                throw new UsageException($"The editor '{editor}' ended with code {process.ExitCode}; nothing was changed.");
            return await File.ReadAllTextAsync(path, cancellationToken);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }
}
