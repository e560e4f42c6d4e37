namespace Overflight.Misb.Ts;

/// <summary>Takes a datagram.</summary>
/// <param name="datagram">Its bytes, good during the call only.</param>
public delegate void DatagramHandler(ReadOnlySpan<byte> datagram);
