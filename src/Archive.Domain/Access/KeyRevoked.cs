namespace Archive.Domain.Access;

/// <summary>An API key is refused from now on.</summary>
public sealed record KeyRevoked(string Key, string Words) : IKeyEvent;
