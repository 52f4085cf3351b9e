using Archive.Snapshots;

namespace Archive.Cli.Verbs.Citations;

/// <summary>How many references a file has, and how they stand; the last line of the answer.</summary>
/// <param name="File">The file.</param>
/// <param name="References">How many there are; one that stands in several places counts for each.</param>
/// <param name="Unchanged">To how many nothing happened.</param>
/// <param name="Changed">To how many something did.</param>
/// <param name="Unknown">How many the archive does not know.</param>
/// <param name="AsOf">The moment up to which was looked; absent where there are none.</param>
internal sealed record CheckSummary(string File, long References, long Unchanged, long Changed, long Unknown, Moment? AsOf);
