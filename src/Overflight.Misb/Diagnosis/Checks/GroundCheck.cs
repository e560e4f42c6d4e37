using Overflight.Geodesy;
using Overflight.Misb.Sight;

namespace Overflight.Misb.Diagnosis.Checks;

/// <summary>Heights and ranges that contradict where the camera is and looks.</summary>
internal sealed class GroundCheck(ReadingCheck reading) : StreamCheck
{
    private const int Most = 5_000;

    // Of slant ranges and altitudes: what rounding, and ground that is not level, explain.
    private const double LeastHeightMetres = 50;
    private const double PartOfRange = 0.02;
    private const double PartOfWidth = 0.1;

    // Heights may be wrong for a while; ranges and widths are made by one rule throughout.
    private const double SomePackets = 0.1;
    private const double MostPackets = 0.5;

    private readonly Thinned<(long Offset, int? Pid, StatedPose Pose)> _poses = new(Most);

    public override void Packet(ObservedPacket packet)
    {
        if (packet.Pose is { } pose)
            _poses.Add(() => (packet.Offset, packet.Pid, pose));
    }

    public override IEnumerable<Finding> Findings() =>
        ((IEnumerable<Finding?>)[CentreElevation(), SensorAltitude(), GroundRange(), TargetWidth()]).OfType<Finding>();

    private Finding? CentreElevation()
    {
        var heights = new StatedAgainstComputed(SomePackets);
        foreach (var (offset, pid, pose) in _poses.Kept)
        {
            if (double.IsNaN(pose.CentreElevationMetres) || !(pose.SlantRangeMetres > 0) || CameraReader.Read(pose, reading.Fit.Reading) is not { } camera)
                continue;
            // Where the line of sight is at the slant range is the ground, if the place there is the stated centre.
            var (place, height) = camera.At(camera.Ray(0, 0), pose.SlantRangeMetres);
            var elevation = height - SeaLevel.At(place);
            var isThere = !pose.Centre.IsValid || Geodesic.DistanceMetres(place, pose.Centre) < PartOfRange * pose.SlantRangeMetres;
            heights.Add(offset, pid, pose.CentreElevationMetres, elevation,
                isThere && Math.Abs(elevation - pose.CentreElevationMetres) > Math.Max(LeastHeightMetres, PartOfRange * pose.SlantRangeMetres));
        }
        if (!heights.IsWrong)
            return null;
        var (median, least, greatest) = heights.Computed;
        return heights.Found("altitude-impossible", FindingGrade.Error, "The frame centre's elevation cannot be: it is not where the line of sight ends",
            Sentence.Of($"tag 25 says {heights.MedianStated:0} m; the line of sight at the stated slant range, over the stated place, is {median:0} m above the sea ({least:0.0} to {greatest:0.0} m)"),
            25, $"the ground is taken {Sentence.Metres(heights.MedianOff)} from where it is", "m") with
        {
            CorrectedReading = "take the ground's height from the slant range",
            CanRepair = true,
        };
    }

    private Finding? SensorAltitude()
    {
        var heights = new StatedAgainstComputed(SomePackets);
        foreach (var (offset, pid, pose) in _poses.Kept)
            if (!double.IsNaN(pose.SensorAltitudeMetres + pose.CentreElevationMetres))
                heights.Add(offset, pid, pose.SensorAltitudeMetres, pose.CentreElevationMetres,
                    pose.SensorAltitudeMetres < pose.CentreElevationMetres - LeastHeightMetres && CameraReader.Read(pose, reading.Fit.Reading) is { Axis.ElevationDegrees: < 0 });
        return heights.IsWrong
            ? heights.Found("sensor-below-ground", FindingGrade.Error, "The sensor is below the ground that it looks down upon",
                $"tag 15 is below tag 25 by {Sentence.Metres(heights.MedianOff)} in the middle case, and the line of sight points down", 15, "lines of sight cannot meet the ground", "m")
            : null;
    }

    private Finding? GroundRange()
    {
        var ranges = new StatedAgainstComputed(MostPackets);
        var isOverSea = true;
        foreach (var (offset, pid, pose) in _poses.Kept)
        {
            if (double.IsNaN(pose.GroundRangeMetres) || !pose.Centre.IsValid || !pose.Sensor.IsValid)
                continue;
            var range = Geodesic.DistanceMetres(pose.Sensor, pose.Centre);
            var isOff = Math.Abs(range - pose.GroundRangeMetres) > Math.Max(20, 0.005 * range);
            ranges.Add(offset, pid, pose.GroundRangeMetres, range, isOff);
            var overSea = Math.Sqrt(Math.Max(0, pose.SlantRangeMetres * pose.SlantRangeMetres - pose.SensorAltitudeMetres * pose.SensorAltitudeMetres));
            isOverSea &= !isOff || Math.Abs(overSea - pose.GroundRangeMetres) < Math.Max(2, 1e-3 * pose.GroundRangeMetres);
        }
        if (!ranges.IsWrong)
            return null;
        return ranges.Found("ground-range-wrong", FindingGrade.Warning, "The ground range is not the distance from below the sensor to the frame centre",
            Sentence.Of($"tag 57 says {ranges.First.Stated:#,0} m in the first case; the stated places are {ranges.First.Computed:#,0} m apart")
            + (isOverSea ? "; it is what follows from the slant range if the ground were at sea level" : ""),
            57, $"ranges on the ground are off by {Sentence.Metres(ranges.MedianOff)}", "m") with
        {
            CorrectedReading = "take the distance between the stated places",
            CanRepair = true,
        };
    }

    private Finding? TargetWidth()
    {
        var widths = new StatedAgainstComputed(MostPackets);
        foreach (var (offset, pid, pose) in _poses.Kept)
        {
            var width = pose.WidthAtSlantRangeMetres;
            if (double.IsNaN(pose.TargetWidthMetres + width))
                continue;
            widths.Add(offset, pid, pose.TargetWidthMetres, width, Math.Abs(width - pose.TargetWidthMetres) > Math.Max(2, PartOfWidth * width));
        }
        if (!widths.IsWrong)
            return null;
        return widths.Found("target-width-wrong", widths.IsAlwaysZero ? FindingGrade.Note : FindingGrade.Warning,
            widths.IsAlwaysZero ? "The target width is always 0: it is not filled in" : "The target width is not that of the field of view at the slant range",
            Sentence.Of($"tag 22 says {widths.First.Stated:0.0} m in the first case; field of view and slant range give {widths.First.Computed:0.0} m"),
            22, $"widths are off by {Sentence.Metres(widths.MedianOff)}", "m") with
        {
            CorrectedReading = "take twice the slant range times the tangent of half the horizontal field of view",
            CanRepair = true,
        };
    }
}
