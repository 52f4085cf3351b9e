using System.Text.Json;
using Archive.Domain;
using Archive.Domain.Access;

namespace Archive.Access;

/// <summary>One line of the table of permissions.</summary>
/// <param name="Name">Of the request, in kebab-case, or of the operation.</param>
/// <param name="Request">Type of the request; null for an operation of the host's.</param>
/// <param name="Roles">Who may.</param>
/// <param name="Anyone">Whoever asks, known or not.</param>
internal sealed record Permission(string Name, Type? Request, ValueList<Role> Roles, bool Anyone = false)
{
    public static Permission For<TRequest>(ValueList<Role> roles, bool anyone = false) => new(NameOf(typeof(TRequest)), typeof(TRequest), roles, anyone);

    public static string NameOf(Type request) => JsonNamingPolicy.KebabCaseLower.ConvertName(request.Name);

    public bool Allows(Role? role) => Anyone || (role is { } known && Roles.Contains(known));

    /// <summary>Why somebody may not, or null.</summary>
    public Refusal? WhyNot(Role? role) => Allows(role) ? null : new Refusal(
        Permissions.NotPermitted,
        $"{Asking(role)} may not do this ({Name}): it takes the role {Needed}. An administrator can give it: archive actor role ACTOR {Word(Roles[0])}. Who may do what stands in docs/access.md.");

    private string Needed => string.Join(" or ", Roles.Select(Word));

    private static string Asking(Role? role) => role is { } known ? $"Who has the role {Word(known)}" : "Who has no role";

    private static string Word(Role role) => role.ToString().ToLowerInvariant();
}
