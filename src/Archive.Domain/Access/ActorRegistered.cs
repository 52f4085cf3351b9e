using Archive.Domain.Evidence;

namespace Archive.Domain.Access;

/// <summary>The archive knows who an opaque id stands for, and what they may do.</summary>
/// <param name="Actor">Opaque id of the actor: it stands in the ledger for ever, so it says nothing of who they are.</param>
/// <param name="Kind">What they are.</param>
/// <param name="Role">What they may do.</param>
/// <param name="Name">Their name, content that may have to go one day; absent where it is kept by reference.</param>
/// <param name="Kept">Salted digest of the name, where that is kept outside the log: lower-case hex.</param>
/// <param name="Words">What is to be known of it.</param>
public sealed record ActorRegistered(string Actor, ActorKind Kind, Role Role, string? Name = null, string? Kept = null, string? Words = null) : IActorEvent, IHoldsWords<ActorRegistered>
{
    public ActorRegistered Keep(Func<KeptWords, string> keep) => KeptName.Keep(Name, Kept, keep) is { } kept ? this with { Name = null, Kept = kept } : this;

    public ActorRegistered Join(Func<string, string?> find) => KeptName.Find(Kept, find) is { } name ? this with { Name = name } : this;
}
