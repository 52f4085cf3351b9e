using MediatR;

namespace Archive.EventLog;

/// <summary>
/// Asks once more where the connection turned out to be dead: after PostgreSQL was restarted the pool holds connections of which it does not
/// know, and the first failure clears it. A question changes nothing, and a command takes effect once however often it is sent.
/// </summary>
internal sealed class OnceMoreBehavior<TRequest, TAnswer> : IPipelineBehavior<TRequest, TAnswer>
    where TRequest : notnull
{
    public async Task<TAnswer> Handle(TRequest request, RequestHandlerDelegate<TAnswer> next, CancellationToken cancellationToken)
    {
        try
        {
            return await next(cancellationToken);
        }
        catch (Exception e) when (DatabaseFailure.IsDeadConnection(e))
        {
            return await next(cancellationToken);
        }
    }
}
