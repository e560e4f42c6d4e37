using Overflight.Geodesy;
using Overflight.Misb.Sight;
using Overflight.Tracks;

namespace Overflight.Dossiers.Footprints;

/// <summary>One metadata packet and where its picture lies.</summary>
/// <param name="Number">From 0, in the order of the file.</param>
/// <param name="Offset">Of the packet's first byte in the file.</param>
/// <param name="Pts">Presentation time in ticks of 90 kHz; null where it has none.</param>
/// <param name="Pid">Of its stream; null in bare KLV.</param>
/// <param name="Pose">What it says of the camera.</param>
/// <param name="Footprint">Where the picture lies.</param>
/// <param name="Error">Of the frame centre; null where it is not on the ground.</param>
/// <param name="Targets">Of its VMTI set.</param>
public sealed record FootprintFrame(
    long Number, long Offset, long? Pts, int? Pid, StatedPose Pose, Footprint Footprint, ErrorEllipse? Error, IReadOnlyList<TargetPlace> Targets)
{
    /// <summary>The time that the packet states; null where it states none that a calendar reaches.</summary>
    public UtcInstant? Time => PacketTime.Of(Pose.TimeMicroseconds);

    /// <summary>From the computed frame centre to the stated one, metres; NaN where either is missing.</summary>
    public double CentreDifferenceMetres => Footprint.Centre is { End: SightEnd.Ground } centre && Pose.Centre.IsValid ? Geodesic.DistanceMetres(centre.Place, Pose.Centre) : double.NaN;
}
