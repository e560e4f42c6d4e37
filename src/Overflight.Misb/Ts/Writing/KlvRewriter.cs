namespace Overflight.Misb.Ts;

/// <summary>Gives the bytes to write in place of a KLV access unit; none to leave it out.</summary>
/// <param name="unit">The unit, good during the call only.</param>
public delegate ReadOnlyMemory<byte> KlvRewriter(in KlvAccessUnit unit);
