using System.Diagnostics;

namespace Archive.IntegrationTests.Deploy;

/// <summary>What a script of the folder deploy said and with which code it ended.</summary>
internal sealed record DeployScript(int Code, string Output, string Error)
{
    public static async Task<DeployScript> RunAsync(string name, params string[] words)
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "Archive.sln"))) folder = folder.Parent;
        var script = Path.Combine(folder!.FullName, "deploy", name);
        using var process = Process.Start(new ProcessStartInfo("bash", [script, .. words]) { UseShellExecute = false, RedirectStandardOutput = true, RedirectStandardError = true })!;
        var error = process.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
        var output = await process.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);
        return new(process.ExitCode, output, await error);
    }
}
