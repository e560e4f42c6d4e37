namespace Overflight.Record.Notes;

/// <summary>What a key signs and how: the signature type byte of C2SP signed-note and tlog-cosignature.</summary>
public enum NoteAlgorithm
{
    /// <summary>No algorithm that is known here.</summary>
    Unknown = 0,

    /// <summary>Ed25519 over the note's text (signed-note).</summary>
    Ed25519 = 0x01,

    /// <summary>A witness's Ed25519 over a checkpoint and a time (tlog-cosignature).</summary>
    Ed25519Cosignature = 0x04,

    /// <summary>A witness's ML-DSA-44 (FIPS 204) over a checkpoint and a time (tlog-cosignature).</summary>
    MlDsa44Cosignature = 0x06,
}
