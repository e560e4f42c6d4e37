namespace Overflight.Misb.Ts;

/// <summary>A programme clock reference (ISO/IEC 13818-1, 2.4.3.5).</summary>
/// <param name="Pid">The PID of the packet that carries it.</param>
/// <param name="Ticks">Ticks of 27 MHz, 0 to 2^33 × 300 - 1; it wraps after 26.5 hours.</param>
/// <param name="Offset">Where the packet begins, in bytes from the start of the stream.</param>
/// <param name="IsDiscontinuity">Whether the packet declares that the clock starts anew.</param>
public readonly record struct TsClock(int Pid, long Ticks, long Offset, bool IsDiscontinuity);
