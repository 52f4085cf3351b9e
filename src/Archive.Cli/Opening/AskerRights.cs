using Archive.Access;
using Archive.Cli.Complaints;

namespace Archive.Cli.Opening;

/// <summary>What whoever runs the program may do to an archive as a whole.</summary>
internal static class AskerRights
{
    /// <exception cref="ComplaintException">They may not.</exception>
    public static void Require(this Asker asker, string operation)
    {
        if (Permissions.WhyNot(operation, asker.Role) is { } refusal)
            throw new ComplaintException(new Complaint(ComplaintKind.Forbidden, refusal.Code, refusal.Message));
    }
}
