using Archive.Commands;
using Archive.Domain;
using Archive.Domain.Access;
using FluentValidation;
using MediatR;

namespace Archive.Access;

/// <summary>Says that an API key is refused from now on.</summary>
public sealed record RevokeKey(CommandContext Context, string Key, string Words) : ICommand;

internal sealed class RevokeKeyValidator : AbstractValidator<RevokeKey>
{
    public RevokeKeyValidator()
    {
        RuleFor(x => x.Context).SetValidator(new OwnContextRules());
        RuleFor(x => x.Key).Must(KeySecret.IsId).WithMessage("The id of a key is the 16 lower-case hexadecimal digits behind its 'arc_', as 'archive key list' shows them.");
        RuleFor(x => x.Words).Words();
    }
}

internal sealed class RevokeKeyHandler(StreamCommands streams) : IRequestHandler<RevokeKey, Outcome<Receipt>>
{
    public Task<Outcome<Receipt>> Handle(RevokeKey command, CancellationToken cancellationToken) =>
        streams.ExecuteAsync<ApiKey, IKeyEvent>(
            command, StreamName.OfKey(command.Key), ApiKey.Evolve, key => KeyDecider.Revoke(key, command.Key, command.Words), cancellationToken);
}
