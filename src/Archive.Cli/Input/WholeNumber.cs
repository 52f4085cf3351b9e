using System.CommandLine.Parsing;
using System.Globalization;

namespace Archive.Cli.Input;

/// <summary>Whole numbers of options, such as those of entries.</summary>
internal static class WholeNumber
{
    /// <summary>For <c>CustomParser</c>: what is no such number is refused in words, where the parser's own would name a type of the platform.</summary>
    public static long? Read(ArgumentResult result)
    {
        var word = result.Tokens[0].Value;
        if (long.TryParse(word, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number))
            return number;
        result.AddError($"'{word}' is no whole number: write digits alone, such as 57.");
        return null;
    }
}
