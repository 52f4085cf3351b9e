using MediatR;

namespace Archive.Evidence;

/// <summary>Words that are not what was recorded are in no answer and under no decision.</summary>
internal sealed class AlteredWordsBehavior<TRequest, TAnswer> : IPipelineBehavior<TRequest, Outcome<TAnswer>>
    where TRequest : IRequest<Outcome<TAnswer>>
{
    public async Task<Outcome<TAnswer>> Handle(TRequest request, RequestHandlerDelegate<Outcome<TAnswer>> next, CancellationToken cancellationToken)
    {
        try
        {
            return await next(cancellationToken);
        }
        catch (WordsAlteredException altered)
        {
            return new Outcome<TAnswer>.Refused(altered.Refusal);
        }
    }
}
