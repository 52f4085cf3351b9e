using System.Security.Cryptography;
using System.Text;
using Npgsql;

namespace Archive.IntegrationTests;

/// <summary>The folder with the private keys of the archive in a database: one of its own, which goes with the database.</summary>
internal static class TestKeys
{
    /// <summary>Goes with this process: not every test that makes an archive makes its database.</summary>
    private static readonly Lazy<string> All = new(() =>
    {
        var all = Directory.CreateTempSubdirectory("archive-keys-").FullName;
        AppDomain.CurrentDomain.ProcessExit += (_, _) => Directory.Delete(all, recursive: true);
        return all;
    });

    /// <param name="database">Connection string of the archive's read models, or what a test says instead of one.</param>
    public static string FolderOf(string database) => Path.Combine(All.Value, Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(Place(database))))[..16]);

    public static void Remove(string database)
    {
        if (Directory.Exists(FolderOf(database)))
            Directory.Delete(FolderOf(database), recursive: true);
    }

    private static string Place(string database)
    {
        try
        {
            var place = new NpgsqlConnectionStringBuilder(database);
            return $"{place.Host}:{place.Port}/{place.Database}";
        }
        catch (ArgumentException)
        {
            return database;
        }
    }
}
