using Archive.Commands;
using Archive.Domain.Access;
using MediatR;

namespace Archive.Access;

/// <summary>
/// Lets through what the table of permissions allows to whoever asks, before anything else is looked at: an answer about the input would be an answer.
/// </summary>
internal sealed class AuthorizationBehavior<TRequest, TAnswer> : IPipelineBehavior<TRequest, Outcome<TAnswer>>
    where TRequest : IRequest<Outcome<TAnswer>>
{
    public async Task<Outcome<TAnswer>> Handle(TRequest request, RequestHandlerDelegate<Outcome<TAnswer>> next, CancellationToken cancellationToken) =>
        Permissions.WhyNot(typeof(TRequest), RoleOf(request)) is { } refusal ? new Outcome<TAnswer>.Forbidden(refusal) : await next(cancellationToken);

    /// <summary>Null, and so nobody's, where the request does not say who asks.</summary>
    private static Role? RoleOf(TRequest request) => request switch
    {
        ICommand command => command.Context.Role,
        IAsked asked => asked.Asker.Role,
        _ => null,
    };
}
