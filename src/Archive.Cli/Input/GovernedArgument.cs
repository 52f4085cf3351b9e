using System.CommandLine;
using System.CommandLine.Parsing;
using Archive.Domain;

namespace Archive.Cli.Input;

/// <summary>What access and holds are set on: <c>visit-2023</c>, <c>visit-2023/c17</c>, or <c>source:tass-arrival</c>; no id has a colon.</summary>
internal sealed class GovernedArgument
{
    public const string Form = """
        SUBJECT is a record (visit-2023), a claim (visit-2023/c17), or a source, with source: before its id (source:tass-arrival). With --capture it is the
        one capture of the source.
        """;

    private const string SourceMark = "source:";

    private readonly Argument<string> _subject = new("SUBJECT") { Description = "A record (visit-2023), a claim (visit-2023/c17) or a source (source:tass-arrival)." };

    public GovernedArgument() => _subject.Validators.Add(Validate);

    public void AddTo(Command command) => command.Add(_subject);

    /// <summary>Its stream.</summary>
    public string Stream(ParseResult parsed) => StreamOf(parsed.GetRequiredValue(_subject));

    /// <summary>A stream as one writes it.</summary>
    public static string Write(string stream) =>
        stream.StartsWith(StreamName.SourcePrefix, StringComparison.Ordinal) ? SourceMark + StreamName.IdOf(stream) : StreamName.IdOf(stream);

    private static string StreamOf(string text) => text.StartsWith(SourceMark, StringComparison.Ordinal) ? StreamName.OfSource(text[SourceMark.Length..])
        : text.Contains('/', StringComparison.Ordinal) ? StreamName.OfClaim(text)
        : StreamName.OfRecord(text);

    private static void Validate(ArgumentResult result)
    {
        if (result.Tokens.Count == 0)
            return;
        var text = result.Tokens[0].Value;
        if (!(text.StartsWith(SourceMark, StringComparison.Ordinal) ? ArchiveId.IsValid(text[SourceMark.Length..]) : ArchiveId.IsValid(text) || ArchiveId.IsValidClaim(text)))
            result.AddError($"'{text}' is neither a record (visit-2023), a claim (visit-2023/c17) nor a source (source:tass-arrival).");
    }
}
