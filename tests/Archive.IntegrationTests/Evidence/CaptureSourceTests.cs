using System.Security.Cryptography;
using System.Text;
using Archive.Commands;
using Archive.Domain.Sources;
using Archive.Evidence;
using Archive.IntegrationTests.BadInput;
using Archive.Snapshots;
using Archive.Sources;
using Microsoft.Extensions.DependencyInjection;

namespace Archive.IntegrationTests.Evidence;

public sealed class CaptureSourceTests(SmallArchive small) : IClassFixture<SmallArchive>
{
    private TestArchive Archive => small.Archive;

    private IContentStore Contents => Archive.Host.Services.GetRequiredService<IContentStore>();

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_capture_is_held_with_its_text_and_comes_back_byte_for_byte()
    {
        await Archive.RegisterAsync("page");
        var page = Encoding.UTF8.GetBytes("<!doctype html><meta charset=utf-8><title>T</title><p>Specimen: the delegation landed.</p><script>no</script>");
        var at = new DateTimeOffset(2026, 11, 24, 12, 30, 0, TimeSpan.FromHours(3));

        await Archive.DoAsync(Of("page", page) with
        {
            Capture = new CaptureDraft(at, "A desk", CaptureMethod.Download, "text/html; charset=utf-8", "curl 8", "An office", "https://example.org/a", [new CaptureHeader("ETag", "\"x\"")], "CC0"),
            Words = "as found",
        });

        var source = await Archive.AskAsync(new GetSource("page", AsOf.Latest));
        var capture = source.Source.Captures!.ShouldHaveSingleItem();
        capture.ShouldBe(new Capture(
            Sha256(page), page.Length, "text/html", "text/html; charset=utf-8", at.ToUniversalTime(), "A desk", CaptureMethod.Download, "curl 8", "An office", "https://example.org/a",
            [new CaptureHeader("ETag", "\"x\"")], "CC0", new ExtractedText(Sha256("Specimen: the delegation landed."u8), 32, "html", 1, "utf-8")));
        var entry = source.Captures.ShouldHaveSingleItem();
        (entry.Digest, entry.Words, entry.Event.Type, entry.Event.Actor).ShouldBe((capture.Digest, "as found", "source-captured.v1", "tester"));
        (await ReadAsync("page", CapturePart.Bytes)).ShouldBe(page);
        (await ReadAsync("page", CapturePart.Text)).ShouldBe("Specimen: the delegation landed."u8.ToArray());
        (await Archive.AskAsync(new GetSource("page", new AsOf.Entry(entry.Event.Entry - 1)))).Source.Captured.ShouldBe(false);
    }

    [Fact]
    public async Task What_is_not_said_is_now_and_the_actor()
    {
        await Archive.RegisterAsync("unsaid");

        await Archive.DoAsync(Of("unsaid", "words"u8.ToArray()));

        var capture = (await Archive.AskAsync(new GetSource("unsaid", AsOf.Latest))).Source.Captures!.ShouldHaveSingleItem();
        (capture.CapturedBy, capture.Method, capture.MediaType, capture.DeclaredType).ShouldBe(("tester", CaptureMethod.Other, "text/plain", null));
        // Of text in UTF-8 the text is the bytes: they are kept once.
        capture.Text!.Digest.ShouldBe(capture.Digest);
    }

    [Fact]
    public async Task A_source_that_is_not_there_or_merged_is_refused_before_anything_is_read()
    {
        var unread = new CaptureBytes(() => throw new InvalidOperationException("It was read."));

        await small.RefusedAsync("source-unknown", Of("nothing", []) with { Bytes = unread });
        await small.RefusedAsync("source-merged", Of("old", []) with { Bytes = unread });
        await small.RefusedAsync("capture-too-large", Of("s", []) with { Bytes = unread with { Length = 10_000_000_000 } });
    }

    [Fact]
    public async Task More_bytes_than_were_said_are_refused_all_the_same()
    {
        await using var archive = await TestArchive.CreateAsync(configure: services => services.AddSingleton(new CaptureLimit(200_000)));
        await archive.RegisterAsync("s");

        var outcome = await archive.SendAsync(new CaptureSource(archive.Context(), "s", new CaptureDraft(), new CaptureBytes(() => new Dribble(null, 50_000), 10)));

        outcome.ShouldBeOfType<Outcome<Receipt>.Refused>().Refusal.Code.ShouldBe("capture-too-large");
    }

    [Fact]
    public async Task The_same_bytes_of_one_source_are_one_capture_and_of_two_sources_two()
    {
        await Archive.RegisterAsync("first");
        await Archive.RegisterAsync("second");
        await Archive.DoAsync(Of("first", "The same words"u8.ToArray()));

        await small.RefusedAsync("capture-exists", Of("first", "The same words"u8.ToArray()));
        await Archive.DoAsync(Of("second", "The same words"u8.ToArray()));
        await Archive.DoAsync(Of("second", "Other words"u8.ToArray()));

        (await Archive.AskAsync(new GetSource("second", AsOf.Latest))).Source.Captures!.Count.ShouldBe(2);
    }

    [Fact]
    public async Task A_repeated_command_is_answered_as_the_first_time_and_with_other_bytes_refused()
    {
        await Archive.RegisterAsync("repeated");
        await Archive.RegisterAsync("stays");
        var command = Of("repeated", "The first words"u8.ToArray());
        var receipt = await Archive.DoAsync(command);
        await Archive.DoAsync(new MergeSource(Archive.Context(), "repeated", "stays", "the same"));

        (await Archive.SendAsync(command)).ShouldBe(new Outcome<Receipt>.Ok(receipt));
        await small.RefusedAsync("command-id-reused", command with { Bytes = Bytes("Other words"u8.ToArray()) });
    }

    [Theory]
    [InlineData("89504E470D0A1A0A0000000D49484452", "text/plain", "media-type-differs")]
    [InlineData("00010203", "text/plain", "media-type-differs")]
    [InlineData("", null, "capture-empty")]
    [InlineData("CFF0E8E2E5F2", null, "text-not-extractable")]
    [InlineData("CFF0E8E2E5F2", "text/plain; charset=utf-8", "text-not-extractable")]
    [InlineData("CFF0E8E2E5F2", "text/plain; charset=klingon", "text-not-extractable")]
    [InlineData("255044462D312E370A6E6F7468696E67", null, "text-not-extractable")]
    public async Task A_file_that_is_not_what_it_should_be_is_refused(string hex, string? declared, string code) =>
        await small.RefusedAsync(code, Of("s", Convert.FromHexString(hex)) with { Capture = new CaptureDraft(MediaType: declared) });

    [Fact]
    public async Task A_file_whose_text_cannot_be_taken_out_is_kept_without_one_when_that_is_asked_for()
    {
        await Archive.RegisterAsync("broken");
        var broken = "%PDF-1.7\nnothing of the kind"u8.ToArray();

        await Archive.DoAsync(Of("broken", broken) with { Capture = new CaptureDraft(WithoutText: true) });

        var capture = (await Archive.AskAsync(new GetSource("broken", AsOf.Latest))).Source.Captures!.ShouldHaveSingleItem();
        (capture.MediaType, capture.Text).ShouldBe(("application/pdf", null));
        (await ReadAsync("broken", CapturePart.Bytes)).ShouldBe(broken);
    }

    [Fact]
    public async Task The_headers_say_the_encoding_where_nobody_else_does()
    {
        await Archive.RegisterAsync("encoded");
        await Archive.DoAsync(Of("encoded", Convert.FromHexString("CFF0E8E2E5F2")) with
        {
            Capture = new CaptureDraft(Headers: [new CaptureHeader("content-type", "text/html; charset=windows-1251")]),
        });

        (await ReadAsync("encoded", CapturePart.Text)).ShouldBe(Encoding.UTF8.GetBytes("Привет"));
    }

    [Fact]
    public async Task What_is_malformed_is_said_all_at_once() => await small.InvalidAsync(
        Of("s", []) with { Capture = new CaptureDraft(MediaType: "html", OriginalUrl: "x", Headers: [new CaptureHeader("a b", "x\u0001")], Tool: " ") },
        "/capture/mediaType", "/capture/originalUrl", "/capture/headers/0/name", "/capture/headers/0/value", "/capture/tool");

    [Fact]
    public async Task A_capture_is_asked_for_by_as_much_of_its_digest_as_tells_it_apart()
    {
        await Archive.RegisterAsync("two");
        byte[][] both = ["The one"u8.ToArray(), "The other"u8.ToArray()];
        foreach (var bytes in both)
            await Archive.DoAsync(Of("two", bytes));

        foreach (var bytes in both)
            (await ReadAsync("two", CapturePart.Bytes, Sha256(bytes)[..8])).ShouldBe(bytes);
        (await AskAsync("two", null)).ShouldBeOfType<Outcome<OpenedCapture>.Refused>().Refusal.Code.ShouldBe("capture-ambiguous");
        (await AskAsync("two", "00000000")).ShouldBeOfType<Outcome<OpenedCapture>.NotFound>().Refusal.Code.ShouldBe("capture-unknown");
        (await AskAsync("t", null)).ShouldBeOfType<Outcome<OpenedCapture>.NotFound>().Refusal.Message.ShouldContain("cited unseen");
        (await AskAsync("nothing", null)).ShouldBeOfType<Outcome<OpenedCapture>.NotFound>().Refusal.Code.ShouldBe("source-unknown");
    }

    [Fact]
    public async Task A_content_that_is_gone_or_altered_is_said_to_be_so()
    {
        await Archive.RegisterAsync("damaged");
        var bytes = Encoding.ASCII.GetBytes("No text: \u0001" + new string('x', 100_000));
        await Archive.DoAsync(Of("damaged", bytes));
        (await AskAsync("damaged", null, CapturePart.Text)).ShouldBeOfType<Outcome<OpenedCapture>.NotFound>().Refusal.Code.ShouldBe("text-unknown");
        await using (var flip = Archive.Database.CreateCommand(
            "update archive_content.chunk set bytes = set_byte(bytes, 3, 0) from archive_content.content where content.number = chunk.content and digest = $1 and chunk.number = 1"))
        {
            flip.Parameters.Add(new() { Value = Sha256(bytes) });
            (await flip.ExecuteNonQueryAsync(Cancellation)).ShouldBe(1);
        }

        (await Should.ThrowAsync<ContentAlteredException>(() => ReadAsync("damaged", CapturePart.Bytes))).Digest.ShouldBe(Sha256(bytes));
        await Contents.DeleteAsync(Sha256(bytes), TimeSpan.Zero, Cancellation);
        (await AskAsync("damaged", null)).ShouldBeOfType<Outcome<OpenedCapture>.NotFound>().Refusal.Code.ShouldBe("content-missing");
    }

    [Fact]
    public async Task Ratings_are_told_with_their_history()
    {
        await Archive.RegisterAsync("rated");
        await Archive.DoAsync(new RateSource(Archive.Context(), "rated", Reliability.C, "unknown"));
        await Archive.DoAsync(new RateSource(Archive.Context(), "rated", Reliability.B, "known by now"));

        (await Archive.AskAsync(new GetSource("rated", AsOf.Latest))).Ratings.Select(rating => (rating.Reliability, rating.Words))
            .ShouldBe([(Reliability.C, "unknown"), (Reliability.B, "known by now")]);
    }

    [Fact]
    public async Task A_sweep_takes_what_no_event_names_for_a_day_and_nothing_else()
    {
        await using var archive = await TestArchive.CreateAsync();
        var contents = archive.Host.Services.GetRequiredService<IContentStore>();
        await archive.RegisterAsync("s");
        await archive.DoAsync(new CaptureSource(archive.Context(), "s", new CaptureDraft(), Bytes("<p>held</p>"u8.ToArray())));
        await archive.SendAsync(new CaptureSource(archive.Context(), "s", new CaptureDraft(), Bytes([0xCF, 0xF0])));
        (await contents.ExistsAsync(Sha256([0xCF, 0xF0]), Cancellation)).ShouldBeTrue();

        (await archive.Host.SweepContentsAsync(Cancellation)).ShouldBe(0);
        await using (var age = archive.Database.CreateCommand("update archive_content.content set used_at = used_at - interval '25 hours'"))
            await age.ExecuteNonQueryAsync(Cancellation);
        var justPut = (await contents.PutAsync(new MemoryStream([1, 2, 3]), 3, Cancellation))!;
        (await archive.Host.SweepContentsAsync(Cancellation)).ShouldBe(1);

        (await contents.ListAsync(Cancellation).Select(content => content.Digest).ToListAsync(Cancellation))
            .ShouldBe(new[] { Sha256("<p>held</p>"u8), Sha256("held"u8), justPut.Digest }.Order(StringComparer.Ordinal));
    }

    private CaptureSource Of(string source, byte[] bytes) => new(Archive.Context(), source, new CaptureDraft(), Bytes(bytes));

    private static CaptureBytes Bytes(byte[] bytes) => new(() => new MemoryStream(bytes), bytes.Length);

    private static string Sha256(ReadOnlySpan<byte> bytes) => Convert.ToHexStringLower(SHA256.HashData(bytes));

    private async Task<Outcome<OpenedCapture>> AskAsync(string source, string? digest, CapturePart part = CapturePart.Bytes) =>
        await Archive.Host.Sender.Send(new OpenCapture(source, digest, part, AsOf.Latest) { Asker = TestArchive.Tester }, Cancellation);

    private async Task<byte[]> ReadAsync(string source, CapturePart part, string? digest = null)
    {
        await using var opened = await Archive.AskAsync(new OpenCapture(source, digest, part, AsOf.Latest));
        var read = new MemoryStream();
        await opened.Stream.CopyToAsync(read, Cancellation);
        return read.ToArray();
    }
}
