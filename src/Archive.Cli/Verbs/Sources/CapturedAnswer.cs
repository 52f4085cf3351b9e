using Archive.Commands;
using Archive.Domain.Sources;

namespace Archive.Cli.Verbs.Sources;

/// <summary>What a capture is answered with.</summary>
internal sealed record CapturedAnswer(Receipt Receipt, Capture Capture);
