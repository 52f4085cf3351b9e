using Archive.Commands;
using Archive.Domain;
using Archive.Domain.Access;
using Archive.Domain.Ledger;
using FluentValidation;
using MediatR;

namespace Archive.Access;

/// <summary>
/// Gives an actor an API key. The host makes the secret (<see cref="KeySecret"/>), shows it once, and hands over its hash alone.
/// </summary>
/// <param name="Context">Who asks.</param>
/// <param name="Key">Id of the key, see <see cref="KeySecret.IdOf"/>.</param>
/// <param name="Actor">Whose it is to be.</param>
/// <param name="Hash">SHA-256 of the secret, lower-case hex.</param>
/// <param name="Expires">From when on it is refused.</param>
/// <param name="Words">What it is for.</param>
public sealed record IssueKey(CommandContext Context, string Key, string Actor, string Hash, DateTimeOffset? Expires = null, string? Words = null) : ICommand;

internal sealed class IssueKeyValidator : AbstractValidator<IssueKey>
{
    public IssueKeyValidator()
    {
        RuleFor(x => x.Context).SetValidator(new OwnContextRules());
        RuleFor(x => x.Key).Must(KeySecret.IsId).WithMessage("The id of a key is 16 lower-case hexadecimal digits.");
        RuleFor(x => x.Actor).RequiredId();
        RuleFor(x => x.Hash).Must(hash => hash is not null && Sha256Digest.TryParse(hash, out _)).WithMessage("The hash of a secret is a SHA-256: 64 lower-case hexadecimal digits.");
        RuleFor(x => x.Words).Words(required: false);
    }
}

internal sealed class IssueKeyHandler(StreamCommands streams, StreamLookup lookup, TimeProvider clock) : IRequestHandler<IssueKey, Outcome<Receipt>>
{
    public Task<Outcome<Receipt>> Handle(IssueKey command, CancellationToken cancellationToken) =>
        streams.ExecuteAsync<ApiKey, IKeyEvent>(
            command,
            StreamName.OfKey(command.Key),
            ApiKey.Evolve,
            async key => KeyDecider.Issue(
                key,
                new KeyIssued(
                    command.Key,
                    command.Actor,
                    KeySecret.PrefixOf(command.Key),
                    command.Hash,
                    command.Expires is { } expires ? RecordedTime.TruncateToMicroseconds(expires.ToUniversalTime()) : null,
                    command.Words),
                clock.GetUtcNow(),
                await lookup.FindAsync([StreamName.OfActor(command.Actor)], cancellationToken)),
            cancellationToken);
}
