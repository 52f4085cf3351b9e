using System.Text.Json;
using Archive.Domain.Time;
using CsCheck;
using NodaTime;

namespace Archive.Tests.Time;

public sealed class BoundInstantTests
{
    private static readonly Gen<BoundInstant> Any = Gen.Select(
        Gen.OneOf(Gen.Long[-1_000_000_000_000_000_000, 1_000_000_000_000_000_000], Gen.Long[-20_000, 20_000]),
        Gen.Long[0, 86_400_000_000 * 366],
        (year, within) => new BoundInstant(GregorianDays.Number(year, 1, 1) * 86_400_000_000 + within));

    [Fact]
    public void What_is_written_is_read_back_exactly()
    {
        Any.Sample(instant => BoundInstant.TryParse(instant.ToString(), out var read) && read == instant, iter: 5_000);
        Any.Sample(instant => JsonSerializer.Deserialize<BoundInstant>(JsonSerializer.Serialize(instant)) == instant, iter: 1_000);
    }

    [Fact]
    public void Order_is_that_of_time()
    {
        Gen.Select(Any, Any).Sample((a, b) => Math.Sign(a.CompareTo(b)) == a.Microseconds.CompareTo(b.Microseconds) && a < b == b > a && a <= b == b >= a);
    }

    [Theory]
    [InlineData("1970-01-01T00:00:00.000000Z")]
    [InlineData("0000-01-01T00:00:00.000001Z")]
    [InlineData("-0001-12-31T23:59:59.999999Z")]
    [InlineData("+10000-01-01T00:00:00.000000Z")]
    [InlineData("-10000-02-29T00:00:00.000000Z")]
    public void Canonical_text_is_read(string text)
    {
        BoundInstant.TryParse(text, out var instant).ShouldBeTrue();
        instant.ToString().ShouldBe(text);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("2023-03-19T21:00:00Z")]
    [InlineData("2023-03-19T21:00:00.000000+00:00")]
    [InlineData("2023-03-19T21:00:00.0000000Z")]
    [InlineData("+2023-03-19T21:00:00.000000Z")]
    [InlineData("-0000-03-19T21:00:00.000000Z")]
    [InlineData("02023-03-19T21:00:00.000000Z")]
    [InlineData("2023-02-29T21:00:00.000000Z")]
    [InlineData("2023-02-28T24:00:00.000000Z")]
    [InlineData(" 2023-03-19T21:00:00.000000Z")]
    [InlineData("+99999999999999999999-03-19T21:00:00.000000Z")]
    public void Any_other_text_is_not(string? text) => BoundInstant.TryParse(text, out _).ShouldBeFalse();

    [Fact]
    public void Beyond_what_an_index_holds_is_infinity()
    {
        Index("-4713-11-24T00:00:00.000000Z").ShouldBe(new LocalDate(-4713, 11, 24).AtMidnight().InUtc().ToInstant());
        Index("-4713-11-23T23:59:59.999999Z").ShouldBe(Instant.MinValue);
        Index("9999-12-31T23:59:59.999999Z").ShouldBe(Instant.FromUtc(9999, 12, 31, 23, 59, 59).PlusTicks(9_999_990));
        Index("+10000-01-01T00:00:00.000000Z").ShouldBe(Instant.MaxValue);
        Index("-999999999999999999-01-01T00:00:00.000000Z").ShouldBe(Instant.MinValue);

        static Instant Index(string text) => BoundInstant.TryParse(text, out var instant) ? instant.ToIndexedInstant() : throw new InvalidOperationException(text);
    }

    [Fact]
    public void An_instant_is_taken_over_to_the_microsecond() =>
        BoundInstant.FromInstant(Instant.FromUtc(1969, 12, 31, 23, 59, 59).PlusNanoseconds(999_999_999)).ToString().ShouldBe("1969-12-31T23:59:59.999999Z");
}
