using System.Reflection;
using Archive.Access;
using Archive.Commands;
using Archive.Domain.Access;

namespace Archive.IntegrationTests.Access;

/// <summary>No role can do what the table does not say: every request, every role, through the mediator on an archive.</summary>
public sealed class PermissionLaws
{
    private static readonly Role?[] Everybody = [null, .. Enum.GetValues<Role>()];

    [Fact]
    public async Task Every_role_may_ask_what_the_table_says_and_nothing_else()
    {
        await using var archive = await TestArchive.CreateAsync();
        await archive.OpenAsync("r");
        var asked = 0;
        foreach (var line in Permissions.All.Where(line => line.Request is not null))
        {
            foreach (var role in Everybody)
            {
                var end = await archive.Log.FindEndAsync(TestContext.Current.CancellationToken);
                var refusal = await AskAsync(archive, line.Request!, role);
                var what = $"{line.Name} by {role?.ToString() ?? "nobody"}";
                (refusal is null).ShouldBe(line.Allows(role), what);
                if (!line.Allows(role))
                {
                    refusal.ShouldBe("not-permitted", what);
                    (await archive.Log.FindEndAsync(TestContext.Current.CancellationToken)).ShouldBe(end, what);
                }

                asked++;
            }
        }

        asked.ShouldBeGreaterThan(200);
    }

    [Fact]
    public async Task Who_may_not_ask_is_told_before_anything_is_said_of_the_input()
    {
        await using var archive = await TestArchive.CreateAsync();

        (await archive.SendAsync(new RegisterActor(archive.Context() with { Role = Role.Editor }, "No id!", ActorKind.Person, Role.Reader, "")))
            .ShouldBeOfType<Outcome<Receipt>.Forbidden>().Refusal.Code.ShouldBe("not-permitted");
        (await archive.SendAsync(new RegisterActor(archive.Context(), "No id!", ActorKind.Person, Role.Reader, ""))).ShouldBeOfType<Outcome<Receipt>.Invalid>();
    }

    /// <returns>Code of the refusal that nobody of this role may ask it; null for any other answer.</returns>
    private static async Task<string?> AskAsync(TestArchive archive, Type request, Role? role)
    {
        var sample = SampleRequest.Make(request, archive.Context() with { Role = role }, new Asker("tester", role));
        dynamic outcome = (await archive.Host.Sender.Send(sample, TestContext.Current.CancellationToken))!;
        var refusal = (PropertyInfo?)((object)outcome).GetType().GetProperty("Refusal");
        return ((object)outcome).GetType().Name == nameof(Outcome<object>.Forbidden) ? ((Domain.Refusal)refusal!.GetValue(outcome)!).Code : null;
    }
}
