using MediatR;

namespace Archive;

/// <summary>What is not what was recorded is in no answer and under no decision.</summary>
internal sealed class AlteredBehavior<TRequest, TAnswer> : IPipelineBehavior<TRequest, Outcome<TAnswer>>
    where TRequest : IRequest<Outcome<TAnswer>>
{
    public async Task<Outcome<TAnswer>> Handle(TRequest request, RequestHandlerDelegate<Outcome<TAnswer>> next, CancellationToken cancellationToken)
    {
        try
        {
            return await next(cancellationToken);
        }
        catch (AlteredException altered)
        {
            return new Outcome<TAnswer>.Refused(altered.Refusal);
        }
    }
}
