namespace Overflight.Misb.Ts;

/// <summary>How KLV metadata is carried in an elementary stream (MISB ST 1402).</summary>
public enum KlvCarriage
{
    /// <summary>The stream carries no KLV as far as its declaration says.</summary>
    None,

    /// <summary>Stream type 0x06 with the registration descriptor KLVA: KLV follows the PES header directly, without times.</summary>
    Asynchronous,

    /// <summary>Stream type 0x15 with a metadata descriptor for KLVA: access unit cells with presentation times.</summary>
    Synchronous,

    /// <summary>Stream type 0x06 that nothing declares as KLV, but whose payload begins with a SMPTE universal label.</summary>
    Undeclared,
}
