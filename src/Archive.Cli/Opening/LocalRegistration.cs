using System.Security.Cryptography;
using System.Text;
using Archive.Access;
using Archive.Commands;
using Archive.Domain.Access;

namespace Archive.Cli.Opening;

/// <summary>The command by which a user of the machine is registered before their first change, so that the history says who <c>local-1000</c> is.</summary>
internal static class LocalRegistration
{
    public static RegisterActor Of(LocalUser user) => new(
        new CommandContext(IdOf(user.Actor), user.Actor, Role: Role.Administrator),
        user.Actor,
        ActorKind.Person,
        Role.Administrator,
        user.Name,
        user.OwnsArchive
            ? "The local user of the private cluster, who owns the archive and acts without a key. Registered by their first change."
            : "The local user of a machine that holds the archive's database, who acted before any key was issued. Registered by their first change.");

    /// <summary>Always the same for an actor: whichever process is first, the others repeat its command.</summary>
    private static Guid IdOf(string actor)
    {
        var id = SHA256.HashData(Encoding.UTF8.GetBytes($"local user {actor}")).AsSpan(0, 16);
        id[6] = (byte)((id[6] & 0x0F) | 0x80);
        id[8] = (byte)((id[8] & 0x3F) | 0x80);
        return new Guid(id, bigEndian: true);
    }
}
