using Archive.Domain;
using Archive.EventLog;

namespace Archive.Commands;

/// <summary>The events of a command, ready to be appended.</summary>
/// <param name="Events">The events as they are to be stored.</param>
/// <param name="Kept">Salted digests of what is stored for them apart.</param>
/// <param name="Wrong">Why they cannot be appended; then there are none.</param>
internal sealed record PreparedAppend(IReadOnlyList<NewEvent> Events, IReadOnlyList<string> Kept, Refusal? Wrong)
{
    public static PreparedAppend Refused(Refusal why) => new([], [], why);
}
