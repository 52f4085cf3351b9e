using System.Security.Cryptography;
using System.Text.Json.Nodes;
using Archive.Access;
using Archive.Cli.Complaints;
using Archive.Domain;
using Archive.Domain.Access;
using Archive.Evidence;
using Archive.IntegrationTests.Cli;
using Archive.Tests.Evidence;
using Microsoft.Extensions.DependencyInjection;

namespace Archive.IntegrationTests.Evidence;

/// <summary>Captures as people take them: by the command, in processes of their own.</summary>
public sealed class CaptureProcessTests : IAsyncLifetime
{
    private readonly string _folder = Directory.CreateTempSubdirectory("archive-captures-").FullName;

    private TestArchive _archive = null!;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        _archive = await TestArchive.CreateAsync();
        await _archive.RegisterAsync("s");
        // As whom the processes of the tests act.
        await _archive.DoAsync(new RegisterActor(_archive.Context() with { Actor = "another" }, "tester", ActorKind.Person, Role.Administrator, "Tester"));
    }

    public async ValueTask DisposeAsync()
    {
        await _archive.DisposeAsync();
        Directory.Delete(_folder, recursive: true);
    }

    [Fact]
    public async Task A_page_is_captured_shown_and_written_out_again()
    {
        var page = Write("page.bin", "<!doctype html><p>Specimen: the delegation landed.</p>"u8.ToArray());

        var captured = JsonNode.Parse(await DoAsync("source", "capture", "s", page, "--method", "download", "--header", "ETag: x", "--captured-at", "2026-11-24T09:30:00+03:00", "--json"))!;
        captured["capture"]!["mediaType"]!.GetValue<string>().ShouldBe("text/html");
        captured["capture"]!["text"]!["extractor"]!.GetValue<string>().ShouldBe("html");
        captured["capture"]!["capturedAt"]!.GetValue<string>().ShouldBe("2026-11-24T06:30:00.000000Z");
        (await DoAsync("source", "show", "s")).ShouldContain("32 characters, by html 1");
        (await DoAsync("source", "text", "s")).ShouldBe("Specimen: the delegation landed.");
        (await DoAsync("rests-on", "s")).ShouldContain("1 capture");
        var back = Path.Combine(_folder, "back.html");
        await DoAsync("source", "bytes", "s", "--out", back);
        (await File.ReadAllBytesAsync(back, Cancellation)).ShouldBe(await File.ReadAllBytesAsync(page, Cancellation));
        (await DoAsync("source", "bytes", "s", "--out", "-")).ShouldBe(await File.ReadAllTextAsync(page, Cancellation));

        var again = await RunAsync("source", "bytes", "s", "--out", back);
        (again.Code, again.Error).ShouldBe((ExitCode.Usage, again.Error));
        again.Error.ShouldContain("is not overwritten");
        (await RunAsync("source", "capture", "s", page)).Error.ShouldContain("capture-exists");
    }

    [Fact]
    public async Task An_image_called_txt_is_caught()
    {
        var image = Write("notes.txt", Convert.FromHexString("89504E470D0A1A0A0000000D49484452"));

        var run = await RunAsync("source", "capture", "s", image, "--media-type", "text/plain");

        run.Code.ShouldBe(ExitCode.Refused);
        run.Error.ShouldContain("declared to be text/plain, but its bytes are image/png");
        (await _archive.Log.ReadStreamAsync(StreamName.OfSource("s"), Cancellation)).Count.ShouldBe(1);
    }

    /// <summary>In a process that has so much memory: a page of letters takes more of it than its bytes say.</summary>
    [Fact]
    public async Task A_pdf_that_takes_all_the_memory_there_is_costs_an_error()
    {
        var run = await RunAsync("source", "capture", "s", Write("letters.pdf", PdfSample.Letters(60_000_000)));

        run.Code.ShouldBe(ExitCode.Refused, run.Error);
        run.Error.ShouldContain("text-not-extractable");
        (await DoAsync("source", "capture", "s", Path.Combine(_folder, "letters.pdf"), "--no-text", "--json")).ShouldContain("application/pdf");
    }

    /// <summary>Killed while the bytes come in, while the event is appended, and in between.</summary>
    [Theory]
    [InlineData("bytes")]
    [InlineData("event")]
    public async Task A_capture_that_is_killed_leaves_nothing_to_be_seen_and_can_be_repeated(string during)
    {
        var bytes = RandomNumberGenerator.GetBytes(60_000_000);
        bytes[0] = 1;
        var file = Write("large.bin", bytes);
        string[] words = ["source", "capture", "s", file, "--command-id", "5a0c6a0e-56a5-4d3a-8b59-35a1f4c4f0f1"];
        // A user's first change is preceded by an entry about the user, which would wait at the gate.
        await DoAsync("record", "open", "r", "--title", "Any");
        await using (var gate = await Crashes.AppendGate.OfAsync(_archive.ConnectionString))
        {
            await gate.CloseAsync();
            using var process = ArchiveProcess.Start(_archive.ConnectionString, words);
            while (!await HasComeToAsync(during))
            {
                process.HasExited.ShouldBeFalse(await (process.HasExited ? process.StandardError.ReadToEndAsync(Cancellation) : Task.FromResult("")));
                await Task.Delay(2, Cancellation);
            }

            process.Kill();
            await process.WaitForExitAsync(Cancellation);
        }

        var digest = Convert.ToHexStringLower(SHA256.HashData(bytes));
        var left = await _archive.Host.Services.GetRequiredService<IContentStore>().FindLengthAsync(digest, Cancellation);
        left.ShouldBe(during == "bytes" ? null : bytes.Length);
        (await DoAsync("source", "show", "s")).ShouldContain("cited unseen");
        (await CountAsync("select count(*) from archive_content.chunk where not exists (select from archive_content.content where number = chunk.content)")).ShouldBe(0);

        await DoAsync(words);
        await DoAsync(words);
        (await _archive.Log.ReadStreamAsync(StreamName.OfSource("s"), Cancellation)).Count.ShouldBe(2);
        var back = Path.Combine(_folder, "back.bin");
        await DoAsync("source", "bytes", "s", "--out", back);
        (await File.ReadAllBytesAsync(back, Cancellation)).AsSpan().SequenceEqual(bytes).ShouldBeTrue();
    }

    /// <summary>While a COPY is under way its chunks are seen by nobody, but the server says what it does.</summary>
    private async Task<bool> HasComeToAsync(string point) => point == "bytes"
        ? await CountAsync("select coalesce(max(bytes_processed), 0) from pg_stat_progress_copy where relid = 'archive_content.chunk'::regclass") > 1_000_000
        : await CountAsync("select count(*) from archive_content.content") > 0;

    private async Task<long> CountAsync(string sql)
    {
        await using var command = _archive.Database.CreateCommand(sql);
        return Convert.ToInt64(await command.ExecuteScalarAsync(Cancellation), System.Globalization.CultureInfo.InvariantCulture);
    }

    private string Write(string name, byte[] bytes)
    {
        var path = Path.Combine(_folder, name);
        File.WriteAllBytes(path, bytes);
        return path;
    }

    private Task<ArchiveProcess> RunAsync(params string[] words) => ArchiveProcess.RunAsync(_archive.ConnectionString, words);

    private async Task<string> DoAsync(params string[] words)
    {
        var run = await RunAsync(words);
        run.Code.ShouldBe(ExitCode.Ok, run.Error);
        return run.Output;
    }
}
