namespace Overflight.Misb.Ts;

/// <summary>Something wrong with a transport stream. Reading goes on after it.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Offset">Where: bytes from the start of the stream to the packet, section or PES packet meant.</param>
/// <param name="Pid">The PID it is about (0 to 8191), or null where it is about none.</param>
/// <param name="Reason">The field and what is wrong with it, in a few words; a constant text.</param>
public readonly record struct TsFault(TsFaultKind Kind, long Offset, int? Pid, string Reason);
