namespace Archive.Ledger;

/// <summary>What a key of the ledger is for by now.</summary>
public enum LedgerKeyState
{
    /// <summary>It signs new checkpoints.</summary>
    Current,

    /// <summary>It signs them too, until it is retired: for those who do not know the current one yet.</summary>
    Retiring,

    /// <summary>It signs no more; what it signed still verifies.</summary>
    Retired,
}
