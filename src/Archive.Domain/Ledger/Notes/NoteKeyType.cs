namespace Archive.Domain.Ledger.Notes;

/// <summary>Kinds of signatures under a note, by their type byte (C2SP signed-note).</summary>
public enum NoteKeyType : byte
{
    /// <summary>Ed25519 over the text.</summary>
    Ed25519 = 0x01,

    /// <summary>Ed25519 of a witness over a checkpoint and the time (C2SP tlog-cosignature).</summary>
    Cosignature = 0x04,
}
