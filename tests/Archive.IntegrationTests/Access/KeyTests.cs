using Archive.Access;
using Archive.Domain.Access;
using Archive.EventLog;
using Archive.Snapshots;
using Microsoft.Extensions.DependencyInjection;

namespace Archive.IntegrationTests.Access;

public sealed class KeyTests : IAsyncLifetime
{
    private static readonly LocalUser User = new("local-7", "kern", OwnsArchive: false);

    private TestArchive _archive = null!;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        _archive = await TestArchive.CreateAsync();
        await _archive.DoAsync(new RegisterActor(_archive.Context(), "a-7", ActorKind.Person, Role.Editor, "Anna Kern"));
    }

    public ValueTask DisposeAsync() => _archive.DisposeAsync();

    [Fact]
    public async Task A_key_lets_its_actor_in_with_the_role_that_the_actor_has_by_then()
    {
        var key = await IssueAsync();

        (await InAsync(key)).ShouldBe(new Asker("a-7", Role.Editor));
        await _archive.SendAsync(new SetActorRole(_archive.Context(), "a-7", Role.Auditor, "moved"));
        (await InAsync(key)).ShouldBe(new Asker("a-7", Role.Auditor));
    }

    [Fact]
    public async Task Unknown_malformed_forged_expired_and_revoked_keys_get_one_answer()
    {
        var (good, revoked, expired) = (await IssueAsync(), await IssueAsync(), await IssueAsync(_archive.Now.AddMilliseconds(50)));
        await _archive.SendAsync(new RevokeKey(_archive.Context(), revoked.Id, "stolen"));
        _archive.Advance(TimeSpan.FromMilliseconds(50));
        var whole = good.Reveal();
        string[] refused =
        [
            "", "arc_", "nonsense", new string('x', 100_000), "arc_0000000000000000_" + whole[^64..], whole[..^1] + (whole[^1] == '0' ? '1' : '0'), whole.ToUpperInvariant(),
            KeySecret.Create(Guid.Empty).Reveal(), revoked.Reveal(), expired.Reveal(), $"arc_{good.Id}_{revoked.Reveal()[^64..]}", whole + "\0", "arc_'; drop--_" + whole[^64..],
        ];

        var answers = new List<Domain.Refusal>();
        foreach (var key in refused)
            answers.Add((await TryAsync(new Credentials(key, User))).ShouldBeOfType<Outcome<Asker>.Forbidden>().Refusal);
        answers.Distinct().ShouldHaveSingleItem().Code.ShouldBe("key-refused");
        (await InAsync(good)).Actor.ShouldBe("a-7");
    }

    /// <summary>The read models of this process's archive know nothing of the revocation yet, and nothing of the key.</summary>
    [Fact]
    public async Task A_projector_that_is_behind_lets_nobody_in()
    {
        // Opened again it projects nothing until somebody waits for that.
        await _archive.ReopenAsync();
        var key = KeySecret.Create(Guid.NewGuid());
        (await _archive.SendAsync(Issue(key))).ShouldBeOfType<Outcome<Commands.Receipt>.Ok>();
        (await InAsync(key)).Actor.ShouldBe("a-7");
        (await TryAsync(new Credentials(null, User))).ShouldBeOfType<Outcome<Asker>.Forbidden>().Refusal.Code.ShouldBe("key-required");
        (await _archive.SendAsync(new RevokeKey(_archive.Context(), key.Id, "stolen"))).ShouldBeOfType<Outcome<Commands.Receipt>.Ok>();

        (await TryAsync(new Credentials(key.Reveal(), User))).ShouldBeOfType<Outcome<Asker>.Forbidden>().Refusal.Code.ShouldBe("key-refused");
        (await _archive.AskAsync(new ListKeys(null, PageRequest.First))).Keys.Total.ShouldBe(0);
    }

    [Fact]
    public async Task Until_the_first_key_whoever_holds_the_database_is_its_administrator_and_afterwards_only_who_owns_it()
    {
        (await TryAsync(new Credentials(null, User))).ShouldBe(new Outcome<Asker>.Ok(new Asker("local-7", Role.Administrator)));
        var key = await IssueAsync();

        await RequiredAsync();
        (await TryAsync(new Credentials(null, User with { OwnsArchive = true }))).ShouldBe(new Outcome<Asker>.Ok(new Asker("local-7", Role.Administrator)));
        (await TryAsync(new Credentials(null, null))).ShouldBeOfType<Outcome<Asker>.Forbidden>().Refusal.Code.ShouldBe("key-required");
        // Even when all are revoked: there was one.
        await _archive.DoAsync(new RevokeKey(_archive.Context(), key.Id, "stolen"));
        await RequiredAsync();
        await _archive.Host.RebuildAsync(null, Cancellation);
        await RequiredAsync();

        async Task RequiredAsync() => (await TryAsync(new Credentials(null, User))).ShouldBeOfType<Outcome<Asker>.Forbidden>().Refusal.Code.ShouldBe("key-required");
    }

    [Fact]
    public async Task An_administrator_may_act_as_a_registered_actor_whose_role_counts_and_the_log_says_through_whom()
    {
        await _archive.DoAsync(new RegisterActor(_archive.Context(), "root", ActorKind.Person, Role.Administrator, "Root"));
        await _archive.DoAsync(new RegisterActor(_archive.Context(), "guest", ActorKind.Person, Role.Reader, "Guest"));
        var local = new Credentials(null, User with { Actor = "root", OwnsArchive = true });

        (await _archive.Host.IdentifyAsync(local, "a-7", Cancellation)).ShouldBe(new Outcome<Asker>.Ok(new Asker("a-7", Role.Editor, "root")));
        (await _archive.Host.IdentifyAsync(local, "root", Cancellation)).ShouldBe(new Outcome<Asker>.Ok(new Asker("root", Role.Administrator)));
        foreach (var unknown in (string[])["nobody", "", "No id", "a-7/x"])
            (await _archive.Host.IdentifyAsync(local, unknown, Cancellation)).ShouldBeOfType<Outcome<Asker>.Refused>().Refusal.Code.ShouldBe("actor-unknown");
        (await _archive.Host.IdentifyAsync(new Credentials((await IssueAsync("guest")).Reveal(), null), "a-7", Cancellation)).ShouldBeOfType<Outcome<Asker>.Forbidden>().Refusal.Code.ShouldBe("not-permitted");

        await _archive.DoAsync(new Records.OpenRecord(_archive.Context() with { Actor = "a-7", Role = Role.Editor, Through = "root" }, "r", new("T")));
        var history = await _archive.AskAsync(new Provenance.GetHistory("r", AsOf.Latest, ClaimFilter.None, PageRequest.First));
        var entry = history.Items.Items.ShouldHaveSingleItem().Event;
        (entry.Actor, entry.Through).ShouldBe(("a-7", "root"));
        history.Names.Actors!["a-7"].ShouldBe(new ActorName("Anna Kern", ActorKind.Person));
        history.Names.Actors["root"].Name.ShouldBe("Root");
        (await _archive.Log.ReadStreamAsync("record/r", Cancellation))[0].Metadata.Refs.ShouldBe(["actor/root"]);
    }

    [Fact]
    public async Task Actors_and_keys_are_changed_in_nobody_else_s_name()
    {
        var through = _archive.Context() with { Through = "root" };

        await _archive.InvalidAsync(new RegisterActor(through, "x", ActorKind.Person, Role.Reader, "X"));
        await _archive.InvalidAsync(new SetActorRole(through, "a-7", Role.Reader, "x"));
        await _archive.InvalidAsync(Issue(KeySecret.Create(Guid.NewGuid())) with { Context = through });
        await _archive.InvalidAsync(new RevokeKey(through, "5f0c7a1e9d3b8246", "x"));
    }

    [Fact]
    public async Task Keys_are_listed_with_their_last_use_which_is_noted_once_a_minute_and_survives_a_rebuild()
    {
        var (used, unused) = (await IssueAsync(), await IssueAsync("a-7", _archive.Now.AddDays(3)));
        await InAsync(used);
        var first = (await ListAsync())[0].LastUse.ShouldNotBeNull();
        _archive.Advance(TimeSpan.FromSeconds(30));
        await InAsync(used);
        await using (var other = await _archive.OpenAnotherAsync())
            (await other.IdentifyAsync(new Credentials(used.Reveal(), null), null, Cancellation)).ShouldBeOfType<Outcome<Asker>.Ok>();
        (await ListAsync())[0].LastUse.ShouldBe(first);
        _archive.Advance(TimeSpan.FromSeconds(31));
        await InAsync(used);
        (await ListAsync())[0].LastUse.ShouldNotBeNull().ShouldBe(first.AddSeconds(61), TimeSpan.FromSeconds(1));
        await _archive.DoAsync(new RevokeKey(_archive.Context(), used.Id, "stolen"));
        await _archive.Host.RebuildAsync(null, Cancellation);

        var keys = await ListAsync();
        keys.Select(key => key.Id).ShouldBe([used.Id, unused.Id]);
        keys[0].ShouldSatisfyAllConditions(
            key => key.Prefix.ShouldBe($"arc_{used.Id}"), key => key.Revoked.ShouldNotBeNull(), key => key.LastUse.ShouldNotBeNull(), key => key.Words.ShouldBe("stolen"));
        keys[1].ShouldSatisfyAllConditions(key => key.Expires.ShouldNotBeNull(), key => key.Revoked.ShouldBeNull(), key => key.LastUse.ShouldBeNull());
        (await _archive.AskAsync(new ListKeys("nobody", PageRequest.First))).Keys.Items.ShouldBeEmpty();
        (await _archive.AskAsync(new ListKeys("a-7", new PageRequest(2, 1)))).Keys.Items.ShouldHaveSingleItem().Id.ShouldBe(unused.Id);
    }

    [Fact]
    public async Task The_secret_stands_nowhere_in_the_database()
    {
        var key = await IssueAsync();
        await InAsync(key);

        var logged = string.Concat((await Laws.RandomArchive.EventsAsync(_archive)).Select(logged => System.Text.Encoding.UTF8.GetString(logged.Data.Span)));
        logged.ShouldContain(key.Hash);
        logged.ShouldNotContain(key.Reveal()[^64..]);
        (await Laws.ReadModelDump.OfAsync(_archive, 1, least: 1)).ShouldNotContain(key.Reveal()[^64..]);
    }

    [Fact]
    public async Task A_command_that_is_repeated_issues_no_second_key()
    {
        var context = _archive.Context();
        var (first, again) = (KeySecret.Create(context.CommandId), KeySecret.Create(context.CommandId));
        await _archive.DoAsync(Issue(first) with { Context = context });

        (await _archive.SendAsync(Issue(again) with { Context = context })).ShouldBeOfType<Outcome<Commands.Receipt>.Refused>().Refusal.Code.ShouldBe("command-id-reused");
        (await ListAsync()).Count.ShouldBe(1);
        (await InAsync(first)).Actor.ShouldBe("a-7");
    }

    [Fact]
    public async Task A_key_for_nobody_and_malformed_ones_are_refused()
    {
        var key = KeySecret.Create(Guid.NewGuid());

        (await _archive.SendAsync(Issue(key) with { Actor = "nobody" })).ShouldBeOfType<Outcome<Commands.Receipt>.Refused>().Refusal.Code.ShouldBe("actor-unknown");
        await _archive.InvalidAsync(Issue(key) with { Hash = key.Reveal() });
        await _archive.InvalidAsync(Issue(key) with { Key = "5F0C7A1E9D3B8246" });
        (await _archive.SendAsync(Issue(key) with { Expires = _archive.Now })).ShouldBeOfType<Outcome<Commands.Receipt>.Refused>().Refusal.Code.ShouldBe("expiry-past");
    }

    private IssueKey Issue(KeySecret key) => new(_archive.Context(), key.Id, "a-7", key.Hash);

    private Task<KeySecret> IssueAsync(DateTimeOffset expires) => IssueAsync("a-7", expires);

    private async Task<KeySecret> IssueAsync(string actor = "a-7", DateTimeOffset? expires = null)
    {
        var context = _archive.Context();
        var key = KeySecret.Create(context.CommandId);
        await _archive.DoAsync(new IssueKey(context, key.Id, actor, key.Hash, expires));
        return key;
    }

    private async Task<IReadOnlyList<KeyView>> ListAsync() => (await _archive.AskAsync(new ListKeys(null, PageRequest.First))).Keys.Items;

    private async Task<Asker> InAsync(KeySecret key) => (await TryAsync(new Credentials(key.Reveal(), User))).ShouldBeOfType<Outcome<Asker>.Ok>().Value;

    private Task<Outcome<Asker>> TryAsync(Credentials shown) => _archive.Host.IdentifyAsync(shown, null, Cancellation);
}
