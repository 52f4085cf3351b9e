using Archive.EventLog;

namespace Archive.Cli.Input;

/// <summary>Ids of claims that say nothing of what they claim. Made from the command's own random id, so that a repeat of the command means the same claim.</summary>
internal static class RandomClaimId
{
    private static readonly byte[] Name = "id of a sensitive claim"u8.ToArray();

    /// <param name="record">Id of the record.</param>
    /// <param name="command">Id of the command.</param>
    public static string In(string record, Guid command) => $"{record}/s-{EventId.NameBased(command, Name).ToString("N")[..16]}";
}
