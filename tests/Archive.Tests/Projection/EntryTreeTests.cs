using Archive.Projection;
using CsCheck;

namespace Archive.Tests.Projection;

public sealed class EntryTreeTests
{
    private static readonly Gen<(long From, long To, long Entry, long Head)> Cases =
        from head in Gen.Frequency((1, Gen.Long[1, 40]), (1, Gen.Long[1, 1L << 52]))
        from a in Gen.Long[1, head]
        from b in Gen.Long[1, head]
        from n in Gen.Long[0, head]
        select (Math.Min(a, b), Math.Max(a, b) + (a == b ? 1 : 0), n, head);

    [Fact]
    public void Whatever_holds_at_an_entry_is_filed_under_a_node_over_it() => Cases.Sample(x =>
    {
        var node = EntryTree.NodeOf(x.From, x.To);
        node.ShouldBeInRange(x.From, x.To - 1);
        if (x.From <= x.Entry && x.Entry < x.To)
            EntryTree.NodesOver(x.Entry, x.Head).ShouldContain(node);
    });

    [Fact]
    public void What_nothing_has_closed_is_filed_under_a_node_over_every_entry() => Cases.Sample(x =>
    {
        EntryTree.NodeOf(x.From, IVersion.Open).ShouldBe(EntryTree.OfOpen);
        EntryTree.NodesOver(x.Entry, x.Head).ShouldContain(EntryTree.OfOpen);
    });

    [Fact]
    public void The_nodes_over_an_entry_are_few_and_each_stands_once() => Cases.Sample(x =>
    {
        var nodes = EntryTree.NodesOver(x.Entry, x.Head);
        nodes.ShouldBeUnique();
        nodes.Length.ShouldBeLessThanOrEqualTo(2 + (int)Math.Log2(x.Head));
    });

    [Theory]
    [InlineData(1, 2, 1)]
    [InlineData(5, 8, 6)]
    [InlineData(4, 8, 4)]
    [InlineData(1, 7, 4)]
    [InlineData(9, 17, 16)]
    public void The_node_is_the_number_that_the_most_powers_of_two_divide(long from, long to, long node) => EntryTree.NodeOf(from, to).ShouldBe(node);
}
