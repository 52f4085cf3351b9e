namespace Archive.Evidence.Audits;

/// <summary>Which contents belong to captures: the first 8 bytes of each digest, so that a million takes some tens of megabytes and not hundreds.</summary>
internal sealed class RecordedDigests
{
    private readonly HashSet<ulong> _begins = [];

    public void Add(string digest) => _begins.Add(Begin(digest));

    public bool Contains(string digest) => _begins.Contains(Begin(digest));

    private static ulong Begin(string digest) => Convert.ToUInt64(digest[..16], 16);
}
