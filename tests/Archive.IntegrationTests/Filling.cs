using Archive.Access;
using Archive.Authorities;
using Archive.Claims;
using Archive.Domain;
using Archive.Domain.Authorities;
using Archive.Domain.Claims;
using Archive.Domain.Events;
using Archive.Domain.Records;
using Archive.Domain.Sources;
using Archive.Domain.Time;
using Archive.EventLog;
using Archive.Records;
using Archive.Sources;

namespace Archive.IntegrationTests;

/// <summary>Short ways to put things into an archive.</summary>
internal static class Filling
{
    public static readonly Background Nothing = new([], null);

    private static int _appended;

    public static Task EstablishAsync(this TestArchive archive, string id, AuthorityKind kind, string name, params string[] aliases) => archive.DoAsync(
        new EstablishAuthority(archive.Context(), id, kind, new AuthorityDescription(new AuthorityName(name), aliases.Select(alias => new AuthorityName(alias)).ToValueList(), [])));

    public static Task RegisterAsync(this TestArchive archive, string id, string? origin = null, bool likely = false) => archive.DoAsync(
        new RegisterSource(archive.Context(), id, new SourceDraft(SourceKind.Agency, $"Title of {id}"), origin is null ? null : new SourceOrigin(origin, likely)));

    public static Task OpenAsync(this TestArchive archive, string id, string? date = null, string? zone = null, params string[] places) => archive.DoAsync(
        new OpenRecord(archive.Context(), id, new RecordDraft($"Title of {id}", Occurred: date is null ? null : new DateDraft(date, null, zone), Places: places.ToValueList(), Zone: zone)));

    /// <summary>Records a claim of no kind in particular, that cites some sources in support.</summary>
    public static Task RecordAsync(this TestArchive archive, string id, params string[] sources) =>
        archive.RecordAsync(id, new ClaimDraft($"What {id} says", Nothing), sources.Select(source => new CitationDraft(source)).ToArray());

    public static Task RecordAsync(this TestArchive archive, string id, ClaimDraft draft, params CitationDraft[] citations) =>
        archive.DoAsync(new RecordClaim(archive.Context(), id, draft, citations.ToValueList()));

    /// <summary>Puts an event at the end of its stream without asking any decider, as two processes at once can.</summary>
    public static async Task AppendAsync(this TestArchive archive, IArchiveEvent happened)
    {
        var cancellation = TestContext.Current.CancellationToken;
        var command = EventId.NameBased(Guid.Empty, BitConverter.GetBytes(1_000_000 + Interlocked.Increment(ref _appended)));
        var metadata = new EventMetadata(
            new DateTimeOffset(2026, 11, 24, 9, 0, 0, TimeSpan.Zero), "tester", command, 0, 1, new string('0', 64), null, null, happened.References.ToValueList(), new byte[32], new byte[32]);
        var revision = (await archive.Log.ReadStreamAsync(happened.Stream, cancellation)).Count - 1;
        var appended = (await archive.Log.AppendAsync(happened.Stream, revision, [new NewEvent(EventId.Of(command, happened.Stream, 0), EventCatalogue.NameOf(happened), happened, metadata)], cancellation))
            .ShouldBeOfType<AppendResult.Appended>();
        await archive.Host.WaitForAsync(appended.Position, cancellation);
    }

    /// <summary>The same question, asked by somebody who may ask everything.</summary>
    public static Query<T> AsTester<T>(this Query<T> query) => query.Asker.Role is null ? query with { Asker = TestArchive.Tester } : query;

    public static async Task<Refusal> NotFoundAsync<T>(this TestArchive archive, MediatR.IRequest<Outcome<T>> query) =>
        (await archive.Host.Sender.Send(query is Query<T> asked ? asked.AsTester() : query)).ShouldBeOfType<Outcome<T>.NotFound>().Refusal;

    public static async Task<IReadOnlyList<Violation>> InvalidAsync<T>(this TestArchive archive, MediatR.IRequest<Outcome<T>> query) =>
        (await archive.Host.Sender.Send(query is Query<T> asked ? asked.AsTester() : query)).ShouldBeOfType<Outcome<T>.Invalid>().Violations;
}
