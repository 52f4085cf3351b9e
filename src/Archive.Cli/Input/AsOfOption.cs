using System.CommandLine;
using Archive.Snapshots;

namespace Archive.Cli.Input;

/// <summary>Options that take a moment of the archive's own history.</summary>
internal static class AsOfOption
{
    public static Option<AsOf?> Create(string name, string description) => new(name)
    {
        HelpName = "ENTRY|TIME",
        Description = description,
        CustomParser = result =>
        {
            if (AsOf.TryParse(result.Tokens[0].Value, out var asOf, out var error))
                return asOf;
            result.AddError(error);
            return null;
        },
    };
}
