using Archive.Commands;
using Archive.Domain.Access;
using Archive.Snapshots;
using FluentValidation;
using MediatR;

namespace Archive.Access;

/// <summary>The API keys that were issued, as they stand, in the order of their issue.</summary>
/// <param name="Actor">Only those of this actor.</param>
/// <param name="Page">Which part.</param>
public sealed record ListKeys(string? Actor, PageRequest Page) : Query<KeyList>;

/// <param name="AsOf">The moment.</param>
/// <param name="Keys">The keys.</param>
/// <param name="Names">What the ids stand for.</param>
public sealed record KeyList(Moment AsOf, Page<KeyView> Keys, Names Names);

/// <summary>An API key; its secret stands nowhere.</summary>
/// <param name="Id">Id of the key.</param>
/// <param name="Prefix">What it begins with.</param>
/// <param name="Actor">Whose it is.</param>
/// <param name="IssuedAt">When that was recorded.</param>
/// <param name="Expires">From when on it is refused.</param>
/// <param name="Revoked">When its revocation was recorded.</param>
/// <param name="LastUse">When it was last used, to a minute. No part of the ledger: a restore knows nothing of it.</param>
/// <param name="Words">Why it was issued or revoked, whichever was last.</param>
public sealed record KeyView(
    string Id,
    string Prefix,
    string Actor,
    DateTimeOffset IssuedAt,
    DateTimeOffset? Expires,
    DateTimeOffset? Revoked,
    DateTimeOffset? LastUse,
    string? Words);

internal sealed class ListKeysValidator : AbstractValidator<ListKeys>
{
    public ListKeysValidator()
    {
        RuleFor(x => x.Actor).Id();
        RuleFor(x => x.Page).SetValidator(new PageRequestRules());
    }
}

internal sealed class ListKeysHandler(ReadModels readModels, KeyUses uses) : IRequestHandler<ListKeys, Outcome<KeyList>>
{
    public Task<Outcome<KeyList>> Handle(ListKeys query, CancellationToken cancellationToken) =>
        readModels.AskAsync(AsOf.Latest, query.Asker, snapshot => AnswerAsync(query, snapshot, cancellationToken), cancellationToken);

    private async Task<Outcome<KeyList>> AnswerAsync(ListKeys query, Snapshot snapshot, CancellationToken cancellationToken)
    {
        var keys = (await snapshot.AllKeysAsync())
            .Where(version => query.Actor is null || version.State.Actor == query.Actor)
            .OrderBy(version => version.FirstEntry)
            .ToArray();
        var page = Page<KeyVersion>.Of(keys, query.Page);
        var issued = (await snapshot.EntriesAsync(page.Items.Select(version => version.FirstEntry))).ToDictionary(entry => entry.Id, entry => entry.RecordedAt);
        var used = await uses.FindAsync(page.Items.Select(version => version.State.Id).ToArray(), cancellationToken);
        return new Outcome<KeyList>.Ok(new KeyList(
            snapshot.Moment,
            page.Select(version => ViewOf(version, issued[version.FirstEntry], used)),
            await Views.WithActorsAsync(Names.None, snapshot, page.Items.Select(version => version.State.Actor))));
    }

    private static KeyView ViewOf(KeyVersion version, DateTimeOffset issued, IReadOnlyDictionary<string, DateTimeOffset> used)
    {
        var key = version.State;
        return new KeyView(
            key.Id,
            key.Prefix,
            key.Actor,
            issued,
            key.Expires,
            key.IsRevoked ? version.Change.RecordedAt : null,
            used.TryGetValue(key.Id, out var last) ? last : null,
            version.Change.Words);
    }
}
