using System.CommandLine;
using System.CommandLine.Parsing;
using Archive.Cli.Display;

namespace Archive.Cli.Input;

/// <summary>Options and arguments that take a word of a closed list.</summary>
internal static class WordOption
{
    public static Option<T?> Of<T>(string name, string description) where T : struct, Enum => new(name)
    {
        HelpName = "WORD",
        Description = $"{description}: {WordsOf<T>()}.",
        CustomParser = Read<T>,
    };

    public static Option<T> Required<T>(string name, string description) where T : struct, Enum => new(name)
    {
        HelpName = "WORD",
        Required = true,
        Description = $"{description}: {WordsOf<T>()}.",
        CustomParser = result => Read<T>(result) ?? default,
    };

    public static Argument<T> Argument<T>(string name, string description) where T : struct, Enum => new(name)
    {
        Description = $"{description}: {WordsOf<T>()}.",
        CustomParser = result => Read<T>(result) ?? default,
    };

    private static T? Read<T>(ArgumentResult result) where T : struct, Enum
    {
        var word = result.Tokens[0].Value;
        var value = Kebab.Read<T>(word);
        if (value is null)
            result.AddError($"'{word}' is none of: {WordsOf<T>()}.");
        return value;
    }

    private static string WordsOf<T>() where T : struct, Enum => string.Join(", ", Kebab.WordsOf<T>());
}
