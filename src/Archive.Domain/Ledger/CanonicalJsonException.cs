namespace Archive.Domain.Ledger;

/// <summary>A text that had to have a canonical form has none.</summary>
public sealed class CanonicalJsonException : FormatException
{
    public CanonicalJsonException(CanonicalJsonError error) : base(error?.Message) => Error = error ?? throw new ArgumentNullException(nameof(error));

    public CanonicalJsonError Error { get; }
}
