namespace Archive.Snapshots;

/// <summary>Which part of a list is asked for.</summary>
/// <param name="Number">From 1.</param>
/// <param name="Size">1 to <see cref="Largest"/> items.</param>
public sealed record PageRequest(int Number = 1, int Size = 100)
{
    public const int Largest = 1_000;

    public static readonly PageRequest First = new();
}
