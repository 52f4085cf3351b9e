namespace Archive.Tests.Deploy;

/// <summary>One service of a compose file, as far as the rules ask about it.</summary>
/// <param name="Image">Absent where the service is laid over one of another file.</param>
/// <param name="Environment">Values as they stand in the file, not yet interpolated.</param>
/// <param name="Health">Words of the health check's command; empty without one.</param>
/// <param name="IsUnchecked">Its health check is switched off on purpose.</param>
/// <param name="Mounts">Paths of this machine that are mounted; no names of volumes.</param>
internal sealed record ComposedContainer(
    string Name, string? Image, IReadOnlyDictionary<string, string> Environment, IReadOnlyList<string> Ports, IReadOnlyList<string> Health, bool IsUnchecked, string? Restart,
    IReadOnlyList<string> Profiles, IReadOnlyList<string> Mounts, string? Dockerfile)
{
    public bool IsLaidOver => Image is null && Dockerfile is null;
}
