using Overflight.Misb.Ts;

namespace Overflight.Misb.Pictures;

/// <summary>A picture of a video as it is coded: its times and what is known of it.</summary>
/// <param name="Pts">Its presentation time, ticks of 90 kHz on one line for the whole video; it may exceed 33 bits.</param>
/// <param name="Dts">Its decoding time, on the same line.</param>
/// <param name="IsRandomAccess">Whether decoding can begin with it.</param>
/// <param name="Stamp">The MISB ST 0604 time stamp in it; null where it has none.</param>
public readonly record struct CodedPicture(long Pts, long Dts, bool IsRandomAccess, MispTimeStamp? Stamp);
