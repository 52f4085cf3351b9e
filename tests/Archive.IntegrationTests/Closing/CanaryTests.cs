using Archive.Access;
using Archive.Domain.Access;
using Archive.Snapshots;

namespace Archive.IntegrationTests.Closing;

public sealed class CanaryTests
{
    private static readonly Role?[] Roles = [null, .. Enum.GetValues<Role>()];

    [Fact]
    public async Task What_is_closed_is_in_no_answer_to_whoever_may_not_see_it_and_in_all_answers_to_whoever_may()
    {
        await using var canaries = await CanaryArchive.CreateAsync();
        foreach (var asOf in await MomentsAsync(canaries))
        {
            var questions = Questions.All(asOf).ToArray();
            Questions.Unasked(questions).ShouldBeEmpty();
            var whole = await AskAllAsync(canaries, questions, Role.Administrator);
            foreach (var role in Roles)
            {
                var answers = await AskAllAsync(canaries, questions, role);
                foreach (var (word, rule) in CanaryArchive.Rules)
                {
                    var (having, due) = (Having(answers, word), Having(whole, word).Where(IsForAll).ToArray());
                    due.ShouldNotBeEmpty();
                    var wrong = role is not null && rule.Admits(role, canaries.Archive.Clock.GetUtcNow()) ? having.Where(IsForAll).Except(due).Concat(due.Except(having)) : having;
                    wrong.ShouldBeEmpty($"{word} as of {asOf} for {role?.ToString() ?? "nobody"}");
                }
            }
        }
    }

    [Fact]
    public async Task What_is_closed_shows_as_a_closed_thing_with_its_legal_basis_in_every_state()
    {
        await using var canaries = await CanaryArchive.CreateAsync();
        foreach (var asOf in await MomentsAsync(canaries))
        {
            async Task ShowsAsync(System.Collections.Generic.IEnumerable<string> expected, MediatR.IBaseRequest question)
            {
                var text = await Questions.AskAsync(canaries.Archive, question, Role.Reader);
                foreach (var words in expected)
                    text.ShouldContain(words, customMessage: $"{question}");
            }

            string[] claim = ["closed until 2040-01-01: Deed of gift, section 4"], record = ["restricted to editor: Order 17"], source = ["closed: Protection of informants"];
            await ShowsAsync(claim, new Claims.GetClaim("open/c1", asOf));
            await ShowsAsync(claim, new Records.GetRecord("open", asOf, ClaimFilter.None, PageRequest.First));
            await ShowsAsync(claim, new Provenance.TraceClaim("open/c1", asOf));
            await ShowsAsync(claim, new Provenance.TraceClaim("open/c2", asOf));
            await ShowsAsync(["claim-retracted.v1", .. claim], new Provenance.GetHistory("open/c1", asOf, ClaimFilter.None, PageRequest.First));
            await ShowsAsync(record, new Records.ListRecords(asOf, null, PageRequest.First));
            await ShowsAsync(["shut/c1", .. record], new Records.GetRecord("shut", asOf, ClaimFilter.None, PageRequest.First));
            await ShowsAsync([.. source, "quote closed: Protection of informants", "1 closed)", "capture aaaaaaaaaaaa… restricted to contributor, editor: Licence of 2023"], new Claims.GetClaim("open/c2", asOf));
            await ShowsAsync(source, new Provenance.ListClaimsRestingOn("s", asOf, ClaimFilter.None, PageRequest.First));
        }
    }

    [Fact]
    public async Task Opening_shows_everything_again_in_old_states_too()
    {
        await using var canaries = await CanaryArchive.CreateAsync();
        var closed = await canaries.HeadAsync();
        await canaries.ReopenAsync();
        foreach (var asOf in (AsOf[])[new AsOf.Entry(canaries.Before), new AsOf.Entry(closed), AsOf.Latest])
        {
            var questions = Questions.All(asOf).Where(question => question is not GetGovernance).ToArray();
            var whole = await AskAllAsync(canaries, questions, Role.Administrator);
            foreach (var role in Roles.Where(role => role is not null))
                (await AskAllAsync(canaries, questions, role)).ShouldBe(whole);
        }
    }

    [Fact]
    public async Task What_is_closed_until_a_day_opens_by_the_clock_without_any_event()
    {
        await using var canaries = await CanaryArchive.CreateAsync();
        var questions = Questions.All(new AsOf.Entry(canaries.Before)).ToArray();
        var opening = new DateTimeOffset(2040, 1, 1, 0, 0, 0, TimeSpan.Zero) - canaries.Archive.Clock.GetUtcNow();
        canaries.Archive.Clock.Advance(opening - TimeSpan.FromTicks(1));
        Having(await AskAllAsync(canaries, questions, Role.Reader), CanaryArchive.Claim).ShouldBeEmpty();

        canaries.Archive.Clock.Advance(TimeSpan.FromTicks(1));
        var opened = Having(await AskAllAsync(canaries, questions, Role.Reader), CanaryArchive.Claim);
        Having(await AskAllAsync(canaries, questions, Role.Administrator), CanaryArchive.Claim).Where(IsForAll).Except(opened).ShouldBeEmpty();
        Having(await AskAllAsync(canaries, questions, Role.Reader), CanaryArchive.Source).ShouldBeEmpty();
    }

    private static async Task<AsOf[]> MomentsAsync(CanaryArchive canaries)
    {
        var (before, after) = (new AsOf.Entry(canaries.Before), new AsOf.Entry(await canaries.HeadAsync()));
        async Task<AsOf> TimeAsync(AsOf asOf) =>
            new AsOf.Time((await canaries.Archive.AskAsync(new Records.ListRecords(asOf, null, PageRequest.First))).AsOf.RecordedAt!.Value);
        return [before, after, await TimeAsync(before), await TimeAsync(after), AsOf.Latest];
    }

    private static async Task<IReadOnlyList<(string Question, string Answer)>> AskAllAsync(CanaryArchive canaries, IEnumerable<MediatR.IBaseRequest> questions, Role? role)
    {
        var answers = new List<(string, string)>();
        foreach (var question in questions)
            answers.Add(($"{question}", await Questions.AskAsync(canaries.Archive, question, role)));
        return answers;
    }

    /// <summary>What governs a thing is told to auditors and administrators alone, who see everything.</summary>
    private static bool IsForAll(string question) => !question.StartsWith(nameof(GetGovernance), StringComparison.Ordinal);

    /// <summary>The questions whose answers have a word.</summary>
    private static string[] Having(IEnumerable<(string Question, string Answer)> answers, string word) =>
        answers.Where(answer => answer.Answer.Contains(word, StringComparison.OrdinalIgnoreCase)).Select(answer => answer.Question).ToArray();
}
