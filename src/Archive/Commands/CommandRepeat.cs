using Archive.Domain;
using Archive.EventLog;

namespace Archive.Commands;

/// <summary>Recognises a command that a stream holds already.</summary>
internal static class CommandRepeat
{
    /// <returns>The first receipt, a refusal where the id was used for something else, or null.</returns>
    public static Outcome<Receipt>? Find(IReadOnlyList<LoggedEvent> past, string stream, Guid command, string fingerprint)
    {
        var last = past.LastOrDefault(logged => logged.Metadata.Command == command);
        if (last is null)
            return null;
        if (last.Metadata.Fingerprint == EventMetadata.Erased)
        {
            return new Outcome<Receipt>.Refused(new Refusal(
                "content-erased",
                $"Command id {command:D} was used before in the stream {stream}, and what it recorded was erased. Whether this is the same cannot be told. Give a new command a new id."));
        }

        return last.Metadata.Fingerprint == fingerprint
            ? new Outcome<Receipt>.Ok(new Receipt(command, stream, last.Revision, last.Metadata.Count, last.Position))
            : new Outcome<Receipt>.Refused(new Refusal(
                "command-id-reused",
                $"Command id {command:D} was used before in the stream {stream}, for another input. Give a new command a new id."));
    }
}
