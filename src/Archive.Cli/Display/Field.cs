namespace Archive.Cli.Display;

/// <summary>A labelled value; one without a value is not shown.</summary>
internal sealed record Field(string Label, Line? Value);
