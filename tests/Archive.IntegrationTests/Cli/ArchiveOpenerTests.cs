using Archive.Cli.Opening;
using Archive.Domain.Sources;
using Archive.Projection;
using Archive.Provenance;
using Archive.Snapshots;
using Archive.Sources;

namespace Archive.IntegrationTests.Cli;

public sealed class ArchiveOpenerTests
{
    [Fact]
    public async Task A_question_is_answered_from_what_is_projected_where_the_projector_stopped_and_whoever_asks_is_told()
    {
        await using var archive = await TestArchive.CreateAsync();
        await archive.RegisterAsync("before");
        await archive.ReopenAsync();
        await archive.SendAsync(new RegisterSource(archive.Context(), "broken", new SourceDraft(SourceKind.Other, "T")));
        await archive.Tampering.ChangeAsync("source/broken", there => there with { Type = "from-the-future.v9" });
        var said = new List<string>();
        var opener = new ArchiveOpener(name => name == "ARCHIVE_POSTGRES" ? archive.ConnectionString : TestLog.VariablesOf(archive.ConnectionString).GetValueOrDefault(name), said.Add);

        await using var opened = await opener.OpenAsync(Freshness.AsFarAsPossible, TestContext.Current.CancellationToken);

        said.ShouldHaveSingleItem().ShouldStartWith("Answers are as of entry 1: Entry 2 cannot be projected");
        (await opened.AskAsync(new ListClaimsRestingOn("before", AsOf.Latest, ClaimFilter.None, PageRequest.First), TestContext.Current.CancellationToken))
            .ShouldBeOfType<Outcome<RestingClaims>.Ok>().Value.AsOf.Entry.ShouldBe(1);
        await Should.ThrowAsync<ProjectionStoppedException>(() => opener.OpenAsync(Freshness.CaughtUp, TestContext.Current.CancellationToken));
    }
}
