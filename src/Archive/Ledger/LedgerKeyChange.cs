namespace Archive.Ledger;

/// <summary>What is to change about the keys that sign the ledger's checkpoints. Closed.</summary>
public abstract record LedgerKeyChange
{
    private LedgerKeyChange()
    {
    }

    /// <summary>A new key is named; checkpoints carry its signature and those of the keys before it until these are retired.</summary>
    public sealed record Rotate : LedgerKeyChange;

    /// <summary>A key that is not the current one signs no more.</summary>
    /// <param name="Id">Eight hexadecimal digits.</param>
    public sealed record Retire(string Id) : LedgerKeyChange;

    /// <summary>A new key is named because the current one's file is lost; refused where it is not.</summary>
    public sealed record ReplaceLost : LedgerKeyChange;
}
