namespace Archive.Cli.Verbs.Records;

/// <summary>What <c>archive export</c> writes: a file in one of <see cref="Archive.Exports.ExportFormat"/>, or a folder.</summary>
internal enum WrittenFormat
{
    ProvJson,
    ProvJsonld,
    Csv,
    Jsonld,
    Annotations,
    Bag,
}
