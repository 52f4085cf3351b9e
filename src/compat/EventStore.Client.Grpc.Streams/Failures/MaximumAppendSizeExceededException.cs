using System.Globalization;

namespace EventStore.Client;

/// <summary>The events of one append are larger than the server takes at once.</summary>
public class MaximumAppendSizeExceededException : Exception
{
    public MaximumAppendSizeExceededException(uint maxAppendSize, Exception? innerException = null)
        : base(string.Create(CultureInfo.InvariantCulture, $"The append is larger than the server's {maxAppendSize} bytes. Append less at once."), innerException) =>
        MaxAppendSize = maxAppendSize;

    /// <summary>In bytes, for all events of an append together.</summary>
    public uint MaxAppendSize { get; }
}
