using CsCheck;
using EventStore.Client;

namespace Archive.Tests.CompatibleClient;

public sealed class PositionTests
{
    private static readonly Gen<Position> Positions = Gen.Select(Gen.ULong[0, 5], Gen.ULong[0, 5]).Select((a, b) => new Position(Math.Max(a, b), Math.Min(a, b)));

    [Fact]
    public void The_commit_position_goes_before_the_prepare_position() => Gen.Select(Positions, Positions).Sample((a, b) =>
    {
        var order = (a.CommitPosition, a.PreparePosition).CompareTo((b.CommitPosition, b.PreparePosition));
        Math.Sign(a.CompareTo(b)).ShouldBe(order);
        new[] { a < b, a > b, a <= b, a >= b, a == b }.ShouldBe([order < 0, order > 0, order <= 0, order >= 0, order == 0]);
    });

    [Fact]
    public void What_is_written_is_read_again() => Gen.OneOf(Positions, Gen.OneOf(Position.Start, Position.End, new Position(long.MaxValue, 0))).Sample(position =>
    {
        Position.TryParse(position.ToString(), out var read).ShouldBeTrue();
        read.ShouldBe(position);
    });

    [Theory]
    [InlineData("")]
    [InlineData("C:1")]
    [InlineData("C:1/P:")]
    [InlineData("C:1/P:1/")]
    [InlineData("P:1/C:1")]
    [InlineData("C:-1/P:-1")]
    [InlineData("C: 1/P:1")]
    [InlineData("C:1/P:2")]
    [InlineData("C:9223372036854775808/P:0")]
    public void What_is_no_position_is_not_read(string text)
    {
        Position.TryParse(text, out var position).ShouldBeFalse();
        position.ShouldBeNull();
    }

    [Fact]
    public void A_checkpoint_may_have_prepare_position_0() => new Position(5, 0).ToString().ShouldBe("C:5/P:0");

    [Theory]
    [InlineData(1, 2)]
    [InlineData(ulong.MaxValue - 1, 0)]
    [InlineData(ulong.MaxValue, ulong.MaxValue - 1)]
    public void Two_numbers_that_are_no_position_are_refused(ulong commit, ulong prepare) => Should.Throw<ArgumentOutOfRangeException>(() => new Position(commit, prepare));

    [Fact]
    public void A_start_goes_before_every_position_and_the_end_after()
    {
        (FromAll.Start < FromAll.After(Position.Start)).ShouldBeTrue();
        (FromAll.After(new Position(5, 0)) < FromAll.End).ShouldBeTrue();
        Should.Throw<ArgumentException>(() => FromAll.After(Position.End));
    }

    [Fact]
    public void An_id_is_the_same_in_text_and_on_the_wire()
    {
        var id = Uuid.Parse("00112233-4455-6677-8899-aabbccddeeff");
        id.ShouldBe(Uuid.FromInt64(0x0011223344556677, unchecked((long)0x8899aabbccddeeff)));
        id.ToGuid().ShouldBe(new Guid("00112233-4455-6677-8899-aabbccddeeff"));
        id.ToString().ShouldBe("00112233-4455-6677-8899-aabbccddeeff");
        Uuid.From(id.ToWire()).ShouldBe(id);
        Uuid.From(new() { String = id.ToString() }).ShouldBe(id);
    }

    [Fact]
    public void Revisions_and_positions_of_a_stream_keep_their_one_special_value()
    {
        StreamRevision.FromInt64(-1).ShouldBe(StreamRevision.None);
        StreamRevision.None.ToInt64().ShouldBe(-1);
        StreamPosition.FromInt64(-1).ShouldBe(StreamPosition.End);
        StreamRevision.FromStreamPosition(StreamPosition.FromInt64(7)).Next().ShouldBe(new StreamRevision(8));
        Should.Throw<ArgumentOutOfRangeException>(() => StreamRevision.FromStreamPosition(StreamPosition.End));
        Should.Throw<ArgumentOutOfRangeException>(() => StreamPosition.FromStreamRevision(StreamRevision.None));
        Should.Throw<ArgumentOutOfRangeException>(() => new StreamRevision((ulong)long.MaxValue + 1));
    }
}
