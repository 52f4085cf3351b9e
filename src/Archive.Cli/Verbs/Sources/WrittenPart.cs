using Archive.Domain.Sources;
using Archive.Snapshots;

namespace Archive.Cli.Verbs.Sources;

/// <summary>What was written to a file.</summary>
internal sealed record WrittenPart(Moment AsOf, string Source, Capture Capture, string File);
