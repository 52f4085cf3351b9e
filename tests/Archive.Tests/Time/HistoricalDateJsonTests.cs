using System.Text.Json;
using Archive.Domain.Time;
using CsCheck;

namespace Archive.Tests.Time;

public sealed class HistoricalDateJsonTests
{
    private const string Stored =
        """{"edtf":"2023-03-20%","clock":"about 12:59 +03:00","zone":"Europe/Moscow","bounds":{"mode":"one-of","intervals":[{"earliest":"2023-03-19T21:00:00.000000Z","latest":"2023-03-20T21:00:00.000000Z"}],"rules":1,"zones":"2025b"},"uncertain":true,"approximate":true}""";

    private static readonly JsonSerializerOptions[] AnyOptions =
        [new(), new(JsonSerializerDefaults.Web), new() { PropertyNamingPolicy = JsonNamingPolicy.KebabCaseUpper, PropertyNameCaseInsensitive = true }];

    [Fact]
    public void The_stored_form_is_the_same_whatever_the_serializer_is_told()
    {
        foreach (var options in AnyOptions)
            JsonSerializer.Serialize(JsonSerializer.Deserialize<HistoricalDate>(Stored, options), options).ShouldBe(Stored.Replace("+", "\\u002B"));
    }

    [Theory]
    [InlineData("2023", """{"edtf":"2023","zone":"UTC","bounds":{"mode":"one-of","intervals":[{"earliest":"2023-01-01T00:00:00.000000Z","latest":"2024-01-01T00:00:00.000000Z"}],"rules":1,"zones":"Z"}}""")]
    [InlineData("{..1984}", """{"edtf":"{..1984}","zone":"UTC","bounds":{"mode":"all-of","intervals":[{"latest":"1984-01-01T00:00:00.000000Z"},{"earliest":"1984-01-01T00:00:00.000000Z","latest":"1985-01-01T00:00:00.000000Z"}],"rules":1,"zones":"Z"}}""")]
    public void What_is_absent_is_not_written(string edtf, string json)
    {
        var date = Dates.Derive(edtf);
        JsonSerializer.Serialize(date).Replace(date.Bounds.Zones, "Z").ShouldBe(json);
    }

    [Fact]
    public void What_is_written_is_read_back_equal()
    {
        var edtf = Gen.OneOf("2023-03-20", "156X-12-25", "../1985?", "1985/", "{1960,1960-05}", "Y-17E7", "[..1984]", "-0044-03-15~", "2001-24");
        Gen.Select(edtf, Gen.OneOf<string?>(null, "noon", "12:59 +03:00", "ب\"<é😀"), Gen.OneOf<string?>(null, "Europe/Moscow", "America/Sao_Paulo"))
            .Sample((text, clock, zone) =>
            {
                var date = Dates.Derive(text, clock, zone);
                JsonSerializer.Deserialize<HistoricalDate>(JsonSerializer.Serialize(date)).ShouldBe(date);
            });
    }

    [Theory]
    [InlineData("\"edtf\":\"2023-03-20%\",", "")]
    [InlineData("\"zone\":\"Europe/Moscow\",", "")]
    [InlineData("\"mode\":\"one-of\",", "")]
    [InlineData("\"rules\":1,", "")]
    [InlineData(",\"zones\":\"2025b\"", "")]
    [InlineData("\"edtf\":", "\"Edtf\":")]
    [InlineData("\"uncertain\":true", "\"unsure\":true")]
    [InlineData("\"rules\":1", "\"rules\":1,\"hull\":{}")]
    [InlineData("\"earliest\":", "\"from\":")]
    [InlineData("one-of", "One-Of")]
    [InlineData("\"one-of\"", "0")]
    [InlineData("21:00:00.000000Z", "21:00:00Z")]
    [InlineData("\"2023-03-20%\"", "null")]
    [InlineData("\"Europe/Moscow\"", "null")]
    [InlineData("2023-03-19T21", "2023-03-20T21")]
    public void Anything_else_is_refused(string part, string instead)
    {
        Stored.ShouldContain(part);
        Should.Throw<JsonException>(() => JsonSerializer.Deserialize<HistoricalDate>(Stored.Replace(part, instead)));
    }

    [Theory]
    [InlineData("""{"mode":"one-of","intervals":[],"rules":1,"zones":"2025b"}""")]
    [InlineData("""{"mode":"one-of","intervals":[null],"rules":1,"zones":"2025b"}""")]
    [InlineData("""{"mode":"one-of","intervals":null,"rules":1,"zones":"2025b"}""")]
    [InlineData("""{"mode":"one-of","intervals":[{"latest":"1984-01-01T00:00:00.000000Z"},{"latest":"1985-01-01T00:00:00.000000Z"}],"rules":1,"zones":"2025b"}""")]
    [InlineData("""{"mode":"all-of","intervals":[{"earliest":"1985-01-01T00:00:00.000000Z"},{"earliest":"1984-01-01T00:00:00.000000Z"}],"rules":1,"zones":"2025b"}""")]
    public void Bounds_that_break_their_rules_are_refused(string json) => Should.Throw<JsonException>(() => JsonSerializer.Deserialize<DateBounds>(json));

    [Fact]
    public void A_report_is_plain_JSON()
    {
        JsonSerializer.Serialize(Edtf.Check("2023-13")).ShouldBe(
            """{"valid":false,"uncertain":false,"approximate":false,"error":{"part":"edtf","position":6,"message":"There is no month 13; months are 01 to 12, seasons and other parts of a year 21 to 41."}}""");
        JsonSerializer.Serialize(Edtf.Check("1985?")).ShouldStartWith("""{"valid":true,"level":1,"uncertain":true,"approximate":false,"bounds":{"mode":"one-of",""");
    }
}
