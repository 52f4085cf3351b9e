using Archive.Domain;

namespace Archive.Backups;

/// <summary>Ends the reading of a backup or a restore with a refusal; it never leaves this capability.</summary>
internal sealed class BackupRefusedException(string code, string message) : Exception(message)
{
    public Refusal Refusal => new(code, Message);
}
