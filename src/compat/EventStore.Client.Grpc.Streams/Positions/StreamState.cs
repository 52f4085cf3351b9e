using System.Globalization;

namespace EventStore.Client;

/// <summary>What a stream is expected to be when no exact revision is.</summary>
public readonly record struct StreamState
{
    public static readonly StreamState NoStream = new(1);

    /// <summary>Whatever it is: then only the ids of the events keep a repeat from being written twice.</summary>
    public static readonly StreamState Any = new(2);

    public static readonly StreamState StreamExists = new(4);

    private readonly int value;

    private StreamState(int value) => this.value = value;

    public override string ToString() => value switch
    {
        1 => nameof(NoStream),
        2 => nameof(Any),
        4 => nameof(StreamExists),
        _ => value.ToString(CultureInfo.InvariantCulture),
    };
}
