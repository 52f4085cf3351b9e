namespace Archive.Postgres;

/// <summary>The last words of the server.</summary>
internal static class ServerLog
{
    private const int Bytes = 4096;
    private const int Lines = 12;

    public static string Tail(string path)
    {
        try
        {
            using var file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
            file.Seek(-Math.Min(Bytes, file.Length), SeekOrigin.End);
            using var reader = new StreamReader(file);
            return string.Join('\n', reader.ReadToEnd().TrimEnd().Split('\n').TakeLast(Lines));
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return "(there is no log)";
        }
    }
}
