using Archive.IntegrationTests.LogCopies;

namespace Archive.IntegrationTests.LogErasures;

/// <summary>A history that nothing holds, unlike a random one.</summary>
internal static class PlainFilling
{
    /// <summary>Registers sources, one an entry, and closes the archive again.</summary>
    public static async Task FillPlainlyAsync(this MovingArchive moving, string log, int sources)
    {
        await using var archive = await moving.OpenAsync(log);
        for (var i = 0; i < sources; i++)
            await archive.RegisterAsync($"s{i}");
    }
}
