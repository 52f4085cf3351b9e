namespace Archive.Benchmarks;

/// <summary>A record to be made.</summary>
/// <param name="Record">Its id.</param>
/// <param name="Claims">How many claims it has.</param>
/// <param name="Versions">How many versions each has.</param>
/// <param name="Near">Whether a claim's corrections stand near its first version in the log, or behind those of all others.</param>
internal sealed record RecordShape(string Record, int Claims, int Versions, bool Near = false)
{
    public int Events => Claims * Versions;
}
