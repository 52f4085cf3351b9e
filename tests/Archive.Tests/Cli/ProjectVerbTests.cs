using System.Text.Json.Nodes;
using Archive.Cli.Opening;
using Archive.Postgres;
using Archive.Projection;

namespace Archive.Tests.Cli;

public sealed class ProjectVerbTests
{
    private static readonly ProjectorReport[] Reports =
    [
        new ProjectorReport.Waiting("process 7 on elsewhere"),
        new ProjectorReport.Projecting(57, 2),
        new ProjectorReport.Stopped("event-unprojectable", "Entry 58 cannot be projected."),
        new ProjectorReport.Away(new IOException("The line is dead.")),
    ];

    [Fact]
    public async Task A_projector_says_who_it_is_and_what_becomes_of_it()
    {
        var archive = new FakeArchive { Reports = Reports };

        var run = await Run.Of(archive, "project");

        run.Code.ShouldBe(0);
        archive.Freshness.ShouldBe(Freshness.AsProjected);
        var lines = run.Output.TrimEnd('\n').Split('\n');
        lines.ShouldAllBe(line => line.Contains($"  {ProjectorName.OfThisProcess}  "));
        lines.Select(line => line[(line.IndexOf(ProjectorName.OfThisProcess, StringComparison.Ordinal) + ProjectorName.OfThisProcess.Length + 2)..]).ShouldBe(
        [
            "started: This process projects as soon as it has the lease. Ctrl-C ends it.",
            "waiting: The lease is held by process 7 on elsewhere; this process goes on when that ends.",
            "projecting: Entry 57 is projected into generation 2, and on from there.",
            "stopped: Entry 58 cannot be projected. (event-unprojectable)",
            "away: A file or connection failed: The line is dead. It is tried again until it is back.",
            "ended: The lease is free for another process.",
        ]);
    }

    [Fact]
    public async Task A_projector_tells_a_program_a_line_a_change()
    {
        var run = await Run.Of(new FakeArchive { Reports = Reports }, "project", "--json");

        var lines = run.Output.TrimEnd('\n').Split('\n').Select(line => JsonNode.Parse(line)!).ToArray();
        lines.Select(line => line["state"]!.GetValue<string>()).ShouldBe(["started", "waiting", "projecting", "stopped", "away", "ended"]);
        (lines[2]["entry"]!.GetValue<long>(), lines[2]["generation"]!.GetValue<int>()).ShouldBe((57, 2));
        lines[3]["code"]!.GetValue<string>().ShouldBe("event-unprojectable");
    }

    [Fact]
    public async Task A_projector_waits_for_a_database_that_is_not_there_yet()
    {
        var archive = new FakeArchive { Outage = new PostgresUnavailableException("It is not there yet."), Outages = 2 };

        var run = await Run.Of(archive, "project");

        run.Code.ShouldBe(0);
        run.Error.ShouldBeEmpty();
        var lines = run.Output.TrimEnd('\n').Split('\n');
        lines.Length.ShouldBe(3);
        lines[1].ShouldEndWith("away: It is not there yet. It is tried again until it is back.");
    }
}
