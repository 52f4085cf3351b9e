using Archive.Domain.Events;
using Archive.Domain.Reviews;
using Archive.Dossiers;
using CsCheck;

namespace Archive.Tests.Dossiers;

public sealed class DossierRoundTripTests
{
    [Fact]
    public void The_sample_written_again_gives_the_same_events_and_the_same_bytes_ever_after()
    {
        var archive = new PaperArchive();
        foreach (var command in archive.Plan(DossierText.ReadPath(DossierText.Sample).Dossier!).Planned)
            archive.Append(command.Events, command.Command.Context.CommandId);
        archive.Log.Count.ShouldBe(250);
        ShouldComeBack(archive, "visit-2023");
    }

    [Fact]
    public void Any_history_written_as_a_dossier_and_imported_elsewhere_gives_the_same_events() =>
        Gen.Int.Sample(seed => ShouldComeBack(RandomHistory.Of(seed, 150), "r"), iter: 100);

    [Fact]
    public void Random_histories_have_proposals_in_every_state() =>
        Enumerable.Range(0, 40).SelectMany(seed => RandomHistory.Of(seed, 150).Log).Select(past => past.Event).OfType<IProposalEvent>().Select(happened => happened.GetType()).Distinct()
            .Select(type => type.Name).Order(StringComparer.Ordinal).ShouldBe(["ProposalAccepted", "ProposalRejected", "ProposalSubmitted", "ProposalWithdrawn"]);

    [Fact]
    public void Any_history_written_as_a_dossier_needs_nothing_where_it_came_from() =>
        Gen.Int.Sample(
            seed =>
            {
                var archive = RandomHistory.Of(seed, 80);
                var (dossier, unread) = Read(DossierWriter.Write("r", archive.Log, Held));
                unread.ShouldBeEmpty();
                var (planned, errors) = archive.Plan(dossier!);
                errors.ShouldBeEmpty();
                planned.ShouldBeEmpty();
            },
            iter: 100);

    [Theory]
    [InlineData("plain words", "t: plain words\n")]
    [InlineData("", "t: \"\"\n")]
    [InlineData("no", "t: \"no\"\n")]
    [InlineData("2023", "t: \"2023\"\n")]
    [InlineData("2023-03-20", "t: 2023-03-20\n")]
    [InlineData("12:59", "t: \"12:59\"\n")]
    [InlineData("a: b", "t: \"a: b\"\n")]
    [InlineData(" a", "t: \" a\"\n")]
    [InlineData("a ", "t: \"a \"\n")]
    [InlineData("two\nlines", "t: |-\n  two\n  lines\n")]
    [InlineData("two\nlines\n", "t: |\n  two\n  lines\n")]
    [InlineData("trailing \nspace", "t: \"trailing \\nspace\"\n")]
    [InlineData("\u202eabc", "t: \"\\u202Eabc\"\n")]
    [InlineData("习近平 😀", "t: 习近平 😀\n")]
    public void A_text_is_written_so_that_it_comes_back(string text, string yaml)
    {
        YamlText.Write(MapNode.Of(MapField.Of("t", text))).ShouldBe(yaml);
        var read = (MapNode)new YamlNodes("x", new NodeBudget(), new DossierErrors()).Read(yaml)!;
        ((TextNode)read["t"]!).Value.ShouldBe(text);
    }

    private static readonly HashSet<string> Held = [];

    private static void ShouldComeBack(PaperArchive archive, string record)
    {
        var files = DossierWriter.Write(record, archive.Log, Held);
        var (dossier, unread) = Read(files);
        unread.ShouldBeEmpty(string.Join('\n', files.Select(file => file.Text)));
        var elsewhere = new PaperArchive();
        var (planned, errors) = elsewhere.Plan(dossier!);
        errors.ShouldBeEmpty();
        foreach (var command in planned)
            elsewhere.Append(command.Events, command.Command.Context.CommandId);
        foreach (var stream in archive.ByStream)
            elsewhere.ByStream[stream.Key].Select(Json).ShouldBe(stream.Where(happened => happened is not IProposalEvent).Select(Json), stream.Key);
        elsewhere.Log.Count.ShouldBe(archive.Log.Count(past => past.Event is not IProposalEvent));
        DossierWriter.Write(record, elsewhere.Log, Held).ShouldBe(files);
    }

    private static string Json(Archive.Domain.IArchiveEvent happened) => System.Text.Encoding.UTF8.GetString(EventCatalogue.Serialize(happened));

    private static (Dossier? Dossier, IReadOnlyList<DossierError> Errors) Read(IEnumerable<(string Name, string Text)> files)
    {
        var errors = new DossierErrors();
        var roots = files.Select(file => new YamlNodes(file.Name, new NodeBudget(), errors).Read(file.Text)!).ToArray();
        return (errors.Any ? null : DossierReader.Read(roots, errors), errors.InOrder());
    }
}
