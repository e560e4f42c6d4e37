namespace Overflight.Misb.Ts;

/// <summary>What everything in a PES packet has from it.</summary>
internal readonly record struct PesContext(int Pid, byte StreamType, PesHeader Header, long? UnwrappedPts, long Offset, bool IsRandomAccess);
