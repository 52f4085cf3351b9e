using Archive.Domain;
using Archive.EventLog;
using Archive.Evidence;

namespace Archive.Commands;

/// <summary>Recognises a command that a stream holds already.</summary>
internal sealed class CommandRepeat(WordKeeping words)
{
    /// <returns>The first receipt, a refusal where the id was used for something else or that can no longer be told, or null.</returns>
    public async Task<Outcome<Receipt>?> FindAsync(
        IReadOnlyList<LoggedEvent> past, string stream, Guid command, string fingerprint, CancellationToken cancellationToken)
    {
        var last = past.LastOrDefault(logged => logged.Metadata.Command == command);
        if (last is null)
            return null;
        if (await words.FindFingerprintAsync(last.Metadata.Fingerprint, cancellationToken) is not { } first)
        {
            return new Outcome<Receipt>.Refused(new Refusal(
                "content-erased",
                $"Command id {command:D} was used before in the stream {stream}; what it brought was erased since, and with it the means to tell whether this is the same. Look at what is there now, and give a new command a new id."));
        }

        return first == fingerprint
            ? new Outcome<Receipt>.Ok(new Receipt(command, stream, last.Revision, last.Metadata.Count, last.Position))
            : new Outcome<Receipt>.Refused(new Refusal(
                "command-id-reused",
                $"Command id {command:D} was used before in the stream {stream}, for another input. Give a new command a new id."));
    }
}
