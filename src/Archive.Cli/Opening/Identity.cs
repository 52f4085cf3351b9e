using System.Globalization;
using System.Runtime.InteropServices;
using System.Security.Cryptography;
using System.Text;
using Archive.Access;
using Archive.Cli.Complaints;
using Archive.Postgres;

namespace Archive.Cli.Opening;

/// <summary>Who runs the program: the owner of the API key that the environment names, else the user of the machine.</summary>
internal static class Identity
{
    /// <summary>Never an option of a command line: that is seen in the list of processes and stays in the shell's history.</summary>
    public const string KeyVariable = "ARCHIVE_KEY";

    public const string KeyFileVariable = "ARCHIVE_KEY_FILE";

    /// <summary>Longer than any key, and short enough for a file that is none.</summary>
    private const int MostOfFile = 1_024;

    /// <exception cref="UsageException">The environment names two keys, or a file that cannot be read.</exception>
    public static Credentials Of(Func<string, string?> variable, ArchiveSettings settings) =>
        new(KeyOf(variable), User(ownsArchive: settings.PostgresConnectionString is null));

    private static string? KeyOf(Func<string, string?> variable)
    {
        var (key, file) = (Set(variable, KeyVariable), Set(variable, KeyFileVariable));
        if (key is not null && file is not null)
            throw new UsageException($"{KeyVariable} and {KeyFileVariable} are both set. Keep one of them.");
        return file is null ? key?.Trim() : ReadKey(file);
    }

    private static string ReadKey(string file)
    {
        try
        {
            using var stream = File.OpenRead(file);
            var buffer = new byte[MostOfFile];
            var read = stream.ReadAtLeast(buffer, buffer.Length, throwOnEndOfStream: false);
            return Encoding.UTF8.GetString(buffer, 0, read).Trim();
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new UsageException($"The file of {KeyFileVariable} cannot be read: {e.Message} Name the file that holds your API key.");
        }
    }

    private static LocalUser User(bool ownsArchive)
    {
        var name = string.IsNullOrWhiteSpace(Environment.UserName) ? "a user without a name" : Environment.UserName;
        return new LocalUser($"local-{Number(name)}", name, ownsArchive);
    }

    /// <summary>The number of the user; where users have none, one made of their name.</summary>
    private static string Number(string name) => OperatingSystem.IsWindows()
        ? Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"{Environment.UserDomainName}\\{name}")))[..8]
        : EffectiveUser().ToString(CultureInfo.InvariantCulture);

    private static string? Set(Func<string, string?> variable, string name) => variable(name) is { } value && !string.IsNullOrWhiteSpace(value) ? value : null;

    [DllImport("libc", EntryPoint = "geteuid")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern uint EffectiveUser();
}
