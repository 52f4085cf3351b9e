using System.Text;
using System.Text.Json;
using Archive.Domain;
using Archive.Domain.Events;
using Archive.EventLog;

namespace Archive.Tests.Events;

public sealed class EventMetadataJsonTests
{
    private static readonly EventMetadata Whole = new(
        new DateTimeOffset(2026, 11, 24, 9, 30, 0, TimeSpan.Zero).AddMicroseconds(7), "editor-1", Guid.Parse("00000000-0000-0000-0000-00000000000a"), 1, 2, new string('f', 64),
        Guid.Parse("00000000-0000-0000-0000-00000000000b"), Guid.Parse("00000000-0000-0000-0000-00000000000c"), ["authority/習", "source/\"z\"\n"], [.. Enumerable.Range(0, 32).Select(i => (byte)i)], new byte[32]);

    public static readonly TheoryData<string> Odd = new(
        """{"refs":[]}""",
        "null",
        "[]",
        "",
        Text(Whole).Replace("\"index\":1", "\"index\":\"1\"", StringComparison.Ordinal),
        Text(Whole).Replace("\"index\":1", "\"index\":null", StringComparison.Ordinal),
        Text(Whole).Replace("\"index\":1", "\"index\":1,\"index\":1", StringComparison.Ordinal),
        Text(Whole).Replace("\"index\":1", "\"index\":1,\"other\":1", StringComparison.Ordinal),
        Text(Whole).Replace("\"index\":1,", "", StringComparison.Ordinal),
        Text(Whole).Replace("\"actor\":\"editor-1\"", "\"actor\":null", StringComparison.Ordinal),
        Text(Whole).Replace("00.000007Z", "00Z", StringComparison.Ordinal),
        Text(Whole).Replace("\"source/", "null,\"source/", StringComparison.Ordinal),
        Text(Whole).Replace("0000000b\"", "0000000b\",\"causation\":null", StringComparison.Ordinal),
        Text(Whole).Replace("-00000000000b", "", StringComparison.Ordinal),
        Text(Whole).Replace("AAEC", "!", StringComparison.Ordinal),
        Text(Whole) + "1");

    [Fact]
    public void It_is_written_and_read_as_the_serializer_would()
    {
        foreach (var metadata in new[] { Whole, Whole with { Correlation = null, Causation = null, Refs = [], Actor = "é😀" } })
        {
            var written = Text(metadata);
            written.ShouldBe(JsonSerializer.Serialize(metadata, ArchiveJson.Options));
            var read = EventMetadataJson.Read(Encoding.UTF8.GetBytes(written)).ShouldNotBeNull();
            read.ShouldBe(metadata with { PayloadSalt = read.PayloadSalt, MetadataSalt = read.MetadataSalt });
            (read.PayloadSalt.SequenceEqual(metadata.PayloadSalt), read.MetadataSalt.SequenceEqual(metadata.MetadataSalt)).ShouldBe((true, true));
        }
    }

    [Theory]
    [MemberData(nameof(Odd))]
    public void What_is_odd_is_judged_as_the_serializer_judges_it(string json)
    {
        var bytes = Encoding.UTF8.GetBytes(json);
        var (mine, its) = (Try(() => EventMetadataJson.Read(bytes)), Try(() => JsonSerializer.Deserialize<EventMetadata>(bytes, ArchiveJson.Options)));
        mine.ShouldBe(its);
    }

    private static string Text(EventMetadata metadata) =>
        JsonDocument.Parse(EventMetadataJson.WriteAsHeader(metadata)).RootElement.EnumerateObject().Single().Value.GetRawText();

    private static string Try(Func<EventMetadata?> read)
    {
        try
        {
            return JsonSerializer.Serialize(read(), ArchiveJson.Options);
        }
        catch (JsonException e)
        {
            return e.Message;
        }
    }
}
