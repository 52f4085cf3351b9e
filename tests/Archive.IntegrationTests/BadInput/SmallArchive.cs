using Archive.Authorities;
using Archive.Commands;
using Archive.Corrections;
using Archive.Domain;
using Archive.Domain.Authorities;
using Archive.Domain.Claims;

namespace Archive.IntegrationTests.BadInput;

/// <summary>
/// An archive at which bad input is thrown: the record r with the claims c1 (an arrival, disputed) and c2 (retracted), the sources s, t (which
/// repeats s) and old (merged into s), the person p, the person old-p (merged into p), the place pl. Whatever is thrown, its log stays as it is.
/// </summary>
public sealed class SmallArchive : IAsyncLifetime
{
    internal static readonly ClaimDraft Draft = new("Xi arrives", new Arrival(["p"], "pl", []));

    internal static readonly Correction Why = new(CorrectionReason.Clarification, Fault.None, "clearer");

    internal static readonly AuthorityDescription Described = new(new AuthorityName("Name"), [], []);

    internal TestArchive Archive { get; private set; } = null!;

    internal CommandContext Context => Archive.Context();

    public async ValueTask InitializeAsync()
    {
        Archive = await TestArchive.CreateAsync();
        await Archive.OpenAsync("r");
        await Archive.RegisterAsync("s");
        await Archive.RegisterAsync("t", "s");
        await Archive.RegisterAsync("old");
        await Archive.EstablishAsync("p", AuthorityKind.Person, "Person");
        await Archive.EstablishAsync("old-p", AuthorityKind.Person, "Person");
        await Archive.EstablishAsync("pl", AuthorityKind.Place, "Place");
        await Archive.RecordAsync("r/c1", Draft, new CitationDraft("s"));
        await Archive.RecordAsync("r/c2", "s");
        await Archive.DoAsync(new DisputeClaim(Context, "r/c1", "when", [new("noon", [new("s")]), new("night", [new("t")])]));
        await Archive.DoAsync(new RetractClaim(Context, "r/c2", RetractionReason.Wrong, "not so"));
        await Archive.DoAsync(new MergeAuthority(Context, "old-p", "p", "the same"));
        await Archive.DoAsync(new Sources.MergeSource(Context, "old", "s", "the same"));
    }

    public ValueTask DisposeAsync() => Archive.DisposeAsync();

    internal async Task RefusedAsync(string code, ICommand command) =>
        (await ThrownAsync(command)).ShouldBeOfType<Outcome<Receipt>.Refused>(Named(command)).Refusal.Code.ShouldBe(code, Named(command));

    /// <returns>What is said, in the order of the pointers.</returns>
    internal async Task<IReadOnlyList<string>> InvalidAsync(ICommand command, params string[] pointers)
    {
        var violations = (await ThrownAsync(command)).ShouldBeOfType<Outcome<Receipt>.Invalid>(Named(command)).Violations;
        violations.Select(violation => violation.Pointer).Order(StringComparer.Ordinal).ShouldBe(pointers.Order(StringComparer.Ordinal), Named(command));
        violations.ShouldAllBe(violation => violation.Detail.EndsWith('.'), Named(command));
        return violations.OrderBy(violation => violation.Pointer, StringComparer.Ordinal).Select(violation => violation.Detail).ToArray();
    }

    private async Task<Outcome<Receipt>> ThrownAsync(ICommand command)
    {
        var before = await Archive.Log.FindEndAsync(TestContext.Current.CancellationToken);
        var outcome = await Archive.SendAsync(command);
        (await Archive.Log.FindEndAsync(TestContext.Current.CancellationToken)).ShouldBe(before, $"nothing is half-done by {Named(command)}");
        return outcome;
    }

    private static string Named(ICommand command) => command.ToString() is { Length: < 500 } text ? text : command.GetType().Name;
}
