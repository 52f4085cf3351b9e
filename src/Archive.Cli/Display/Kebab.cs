using System.Text.Json;

namespace Archive.Cli.Display;

/// <summary>The words of closed lists, as JSON, options and tables have them: <c>wrong-time</c>, <c>official-release</c>.</summary>
internal static class Kebab
{
    public static string Of<T>(T value) where T : struct, Enum => Of(value.ToString());

    public static IEnumerable<string> WordsOf<T>() where T : struct, Enum => Enum.GetNames<T>().Select(Of);

    public static T? Read<T>(string word) where T : struct, Enum
    {
        foreach (var value in Enum.GetValues<T>())
        {
            if (string.Equals(Of(value), word, StringComparison.OrdinalIgnoreCase))
                return value;
        }

        return null;
    }

    private static string Of(string name) => name.Length == 1 ? name : JsonNamingPolicy.KebabCaseLower.ConvertName(name);
}
