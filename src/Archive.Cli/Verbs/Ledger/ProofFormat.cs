namespace Archive.Cli.Verbs.Ledger;

/// <summary>Forms in which a proof is written.</summary>
internal enum ProofFormat
{
    /// <summary>The archive's own: entries with what they are made of.</summary>
    Json,

    /// <summary>C2SP tlog-proof v1, which any tool for transparency logs reads: one entry's leaf.</summary>
    TlogProof,
}
