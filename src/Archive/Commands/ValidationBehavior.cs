using System.Text;
using FluentValidation;
using MediatR;

namespace Archive.Commands;

/// <summary>Checks the shape of an input and reports every error at once, each with its JSON pointer.</summary>
internal sealed class ValidationBehavior<TRequest, TAnswer>(IEnumerable<IValidator<TRequest>> validators)
    : IPipelineBehavior<TRequest, Outcome<TAnswer>>
    where TRequest : IRequest<Outcome<TAnswer>>
{
    public async Task<Outcome<TAnswer>> Handle(
        TRequest request, RequestHandlerDelegate<Outcome<TAnswer>> next, CancellationToken cancellationToken)
    {
        List<Violation>? violations = null;
        foreach (var validator in validators)
        {
            var result = await validator.ValidateAsync(request, cancellationToken);
            foreach (var failure in result.Errors)
                (violations ??= []).Add(new Violation(Pointer(failure.PropertyName), failure.ErrorMessage));
        }

        return violations is null ? await next(cancellationToken) : new Outcome<TAnswer>.Invalid(violations);
    }

    /// <summary><c>Citations[0].Source</c> is <c>/citations/0/source</c>.</summary>
    internal static string Pointer(string path)
    {
        var pointer = new StringBuilder();
        foreach (var segment in path.Split('.', '[').Where(segment => segment.Length > 0))
        {
            var name = segment.TrimEnd(']');
            pointer.Append('/').Append(char.ToLowerInvariant(name[0])).Append(name, 1, name.Length - 1);
        }

        return pointer.ToString();
    }
}
