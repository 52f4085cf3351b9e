using System.ComponentModel;
using System.Diagnostics;
using System.Globalization;
using System.Text.Json;

namespace Archive.Evidence.Texts;

/// <summary>Takes the text out in a process of its own, which may have so much memory and so much time, and is then ended.</summary>
internal sealed class ProcessExtraction(ExtractionProgram program, TimeProvider clock) : ITextExtraction
{
    /// <summary>Beside the time that the process gives itself: its start, and the way of the bytes.</summary>
    private static readonly TimeSpan Grace = TimeSpan.FromSeconds(15);

    /// <summary>It is to know nothing of the archive: not where it is, not how to get in.</summary>
    private static readonly string[] KeptVariables = ["PATH", "HOME", "TMPDIR", "LANG", "DOTNET_ROOT", "DOTNET_gcServer"];

    public async Task<Extraction> TakeAsync(string extractor, ReadOnlyMemory<byte> bytes, string? charset, CancellationToken cancellationToken)
    {
        using var process = Start(extractor, charset);
        using var ending = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        using var late = new CancellationTokenSource(TextLimits.MostTime + Grace, clock);
        using var both = CancellationTokenSource.CreateLinkedTokenSource(ending.Token, late.Token);
        try
        {
            var complaints = process.StandardError.BaseStream.CopyToAsync(Stream.Null, both.Token);
            var giving = GiveAsync(process, bytes, both.Token);
            var answer = await ReadAsync(process.StandardOutput.BaseStream, both.Token);
            await giving;
            await complaints;
            await process.WaitForExitAsync(both.Token);
            return process.ExitCode == 0 && answer is not null ? answer : Ended();
        }
        catch (OperationCanceledException) when (late.IsCancellationRequested && !cancellationToken.IsCancellationRequested)
        {
            return new Extraction.Failed($"taking its text out takes more than {TextLimits.MostTime.TotalSeconds:N0} seconds");
        }
        finally
        {
            if (!process.HasExited)
                process.Kill();
        }
    }

    private Process Start(string extractor, string? charset)
    {
        var start = new ProcessStartInfo(program.File)
        {
            UseShellExecute = false,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        foreach (var word in (string[])[.. program.Arguments, ExtractionChild.Word, extractor, .. charset is null ? Array.Empty<string>() : [charset]])
            start.ArgumentList.Add(word);
        foreach (var name in start.Environment.Keys.Except(KeptVariables, StringComparer.Ordinal).ToArray())
            start.Environment.Remove(name);
        start.Environment["DOTNET_GCHeapHardLimit"] = TextLimits.MostMemory.ToString("x", CultureInfo.InvariantCulture);
        start.Environment["DOTNET_EnableDiagnostics"] = "0";
        return Process.Start(start) ?? throw new Win32Exception($"{program.File} did not start.");
    }

    /// <summary>It may end before it has read everything; what it says then counts.</summary>
    private static async Task GiveAsync(Process process, ReadOnlyMemory<byte> bytes, CancellationToken cancellationToken)
    {
        try
        {
            await process.StandardInput.BaseStream.WriteAsync(bytes, cancellationToken);
            process.StandardInput.Close();
        }
        catch (IOException)
        {
        }
    }

    private static async Task<Extraction?> ReadAsync(Stream output, CancellationToken cancellationToken)
    {
        var all = new MemoryStream();
        await output.CopyToAsync(all, cancellationToken);
        var answer = all.GetBuffer().AsMemory(0, (int)all.Length);
        var end = answer.Span.IndexOf((byte)'\n');
        return end < 0 ? null : JsonSerializer.Deserialize<ExtractionHeader>(answer.Span[..end])?.With(answer[(end + 1)..]);
    }

    private static Extraction.Failed Ended() =>
        new($"taking its text out takes more than {TextLimits.MostMemory / 1024 / 1024:N0} MB of memory, or ends the process that tries to");
}
