using Overflight.Misb.Sight;

namespace Overflight.Misb.Diagnosis;

/// <summary>A stream's numbers, thinned to at most some thousand, in the order of the file.</summary>
/// <param name="Packets">KLV packets.</param>
/// <param name="Stamps">Pictures that carry a time.</param>
/// <param name="Clocks">Clock references.</param>
/// <param name="Items">Which items of the minimum set were there: the packets of ST 0601 in stretches, none left out.</param>
public sealed record DiagnosisSeries(
    IReadOnlyList<PacketPoint> Packets, IReadOnlyList<StampPoint> Stamps, IReadOnlyList<ClockPoint> Clocks, IReadOnlyList<ItemStretch> Items);

/// <summary>A stretch of packets of ST 0601 that follow one another.</summary>
/// <param name="Packets">How many.</param>
/// <param name="With">How many of them state each item, in the order of <see cref="Sets.St0902.MinimumSet.Items"/>.</param>
public sealed record ItemStretch(long Packets, IReadOnlyList<long> With);

/// <summary>A KLV packet in a series.</summary>
/// <param name="Number">From 0, in the order of the file.</param>
/// <param name="Pts">Presentation time, ticks of 90 kHz, without wraps; null where it has none.</param>
/// <param name="Time">Microseconds since 1970; null where not stated.</param>
/// <param name="Pose">What it says of the camera; null where nothing.</param>
/// <param name="IsValid">False where its checksum is wrong.</param>
/// <param name="Tags">The tags of its items.</param>
public sealed record PacketPoint(long Number, long? Pts, ulong? Time, StatedPose? Pose, bool IsValid, IReadOnlyList<ulong> Tags);

/// <summary>A picture's time stamp in a series.</summary>
/// <param name="Pts">Presentation time, ticks of 90 kHz, without wraps; null where it has none.</param>
/// <param name="Time">Microseconds since 1970, by the unit that makes sense.</param>
public readonly record struct StampPoint(long? Pts, ulong Time);

/// <summary>A clock reference in a series.</summary>
/// <param name="Seconds">Since the first one.</param>
/// <param name="IntervalSeconds">Since the one before.</param>
public readonly record struct ClockPoint(double Seconds, double IntervalSeconds);
