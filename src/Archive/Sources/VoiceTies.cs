using Archive.Domain.Sources;

namespace Archive.Sources;

/// <summary>How a source hangs together with others.</summary>
internal sealed record VoiceTies(string? MergedInto, SourceOrigin? Origin);
