using MediatR;

namespace Archive.Access;

/// <summary>A question about what the archive holds.</summary>
public abstract record Query<TAnswer> : IRequest<Outcome<TAnswer>>, IAsked
{
    /// <summary>Who asks.</summary>
    public Asker Asker { get; init; } = Asker.Nobody;
}
