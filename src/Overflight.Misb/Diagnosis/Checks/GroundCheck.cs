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

    private readonly List<(long Offset, int? Pid, StatedPose Pose)> _poses = [];

    public override void Packet(ObservedPacket packet)
    {
        if (packet.Pose is { } pose && _poses.Count < Most)
            _poses.Add((packet.Offset, packet.Pid, pose));
    }

    public override IEnumerable<Finding> Findings() =>
        ((IEnumerable<Finding?>)[CentreElevation(), SensorAltitude(), GroundRange(), TargetWidth()]).OfType<Finding>();

    private Finding? CentreElevation()
    {
        // Where the line of sight is at the slant range is the ground, if the place there is the stated centre.
        var found = new List<(double Stated, double Computed)>();
        (long Offset, int? Pid)? first = null;
        var compared = 0;
        foreach (var (offset, pid, pose) in _poses)
        {
            if (double.IsNaN(pose.CentreElevationMetres) || !(pose.SlantRangeMetres > 0) || CameraReader.Read(pose, reading.Fit.Reading) is not { } camera)
                continue;
            compared++;
            var (place, height) = camera.At(camera.Ray(0, 0), pose.SlantRangeMetres);
            var elevation = height - SeaLevel.At(place);
            var isThere = !pose.Centre.IsValid || Geodesic.DistanceMetres(place, pose.Centre) < PartOfRange * pose.SlantRangeMetres;
            if (!isThere || Math.Abs(elevation - pose.CentreElevationMetres) <= Math.Max(LeastHeightMetres, PartOfRange * pose.SlantRangeMetres))
                continue;
            found.Add((pose.CentreElevationMetres, elevation));
            first ??= (offset, pid);
        }
        if (found.Count == 0 || found.Count < 0.1 * compared)
            return null;
        var off = Median.Of([.. found.Select(f => Math.Abs(f.Computed - f.Stated))]);
        return new Finding("altitude-impossible", FindingGrade.Error, "The frame centre's elevation cannot be: it is not where the line of sight ends",
            Sentence.Of($"tag 25 says {Median.Of([.. found.Select(f => f.Stated)]):0} m; the line of sight at the stated slant range, over the stated place, is {Median.Of([.. found.Select(f => f.Computed)]):0} m above the sea ({found.Min(f => f.Computed):0.0} to {found.Max(f => f.Computed):0.0} m)"))
        {
            Count = found.Count,
            Of = compared,
            FirstOffset = first?.Offset,
            Pid = first?.Pid,
            Tag = 25,
            Effect = $"the ground is taken {Sentence.Metres(off)} from where it is",
            EffectSize = off,
            EffectUnit = "m",
            CorrectedReading = "take the ground's height from the slant range",
            CanRepair = true,
        };
    }

    private Finding? SensorAltitude()
    {
        // Above what the item holds no number; below the ground that it looks down upon no sensor is.
        var below = _poses.Where(p => p.Pose.SensorAltitudeMetres < p.Pose.CentreElevationMetres - LeastHeightMetres
            && CameraReader.Read(p.Pose, reading.Fit.Reading) is { Axis.ElevationDegrees: < 0 }).ToList();
        var compared = _poses.Count(p => !double.IsNaN(p.Pose.SensorAltitudeMetres + p.Pose.CentreElevationMetres));
        if (below.Count == 0 || below.Count < 0.1 * compared)
            return null;
        var off = Median.Of([.. below.Select(p => p.Pose.CentreElevationMetres - p.Pose.SensorAltitudeMetres)]);
        return new Finding("sensor-below-ground", FindingGrade.Error, "The sensor is below the ground that it looks down upon",
            $"tag 15 is below tag 25 by {Sentence.Metres(off)} in the middle case, and the line of sight points down")
        {
            Count = below.Count,
            Of = compared,
            FirstOffset = below[0].Offset,
            Pid = below[0].Pid,
            Tag = 15,
            Effect = "lines of sight cannot meet the ground",
            EffectSize = off,
            EffectUnit = "m",
        };
    }

    private Finding? GroundRange()
    {
        var found = new List<(double Stated, double Computed, double OverSea)>();
        (long Offset, int? Pid)? first = null;
        var compared = 0;
        foreach (var (offset, pid, pose) in _poses)
        {
            if (double.IsNaN(pose.GroundRangeMetres) || !pose.Centre.IsValid || !pose.Sensor.IsValid)
                continue;
            compared++;
            var range = Geodesic.DistanceMetres(pose.Sensor, pose.Centre);
            if (Math.Abs(range - pose.GroundRangeMetres) <= Math.Max(20, 0.005 * range))
                continue;
            var overSea = Math.Sqrt(Math.Max(0, pose.SlantRangeMetres * pose.SlantRangeMetres - pose.SensorAltitudeMetres * pose.SensorAltitudeMetres));
            found.Add((pose.GroundRangeMetres, range, overSea));
            first ??= (offset, pid);
        }
        if (found.Count == 0 || found.Count < 0.5 * compared)
            return null;
        var off = Median.Of([.. found.Select(f => Math.Abs(f.Stated - f.Computed))]);
        var isOverSea = found.TrueForAll(f => Math.Abs(f.OverSea - f.Stated) < Math.Max(2, 1e-3 * f.Stated));
        return new Finding("ground-range-wrong", FindingGrade.Warning, "The ground range is not the distance from below the sensor to the frame centre",
            Sentence.Of($"tag 57 says {found[0].Stated:#,0} m in the first case; the stated places are {found[0].Computed:#,0} m apart")
            + (isOverSea ? "; it is what follows from the slant range if the ground were at sea level" : ""))
        {
            Count = found.Count,
            Of = compared,
            FirstOffset = first?.Offset,
            Pid = first?.Pid,
            Tag = 57,
            Effect = $"ranges on the ground are off by {Sentence.Metres(off)}",
            EffectSize = off,
            EffectUnit = "m",
            CorrectedReading = "take the distance between the stated places",
            CanRepair = true,
        };
    }

    private Finding? TargetWidth()
    {
        var found = new List<(double Stated, double Computed)>();
        (long Offset, int? Pid)? first = null;
        var compared = 0;
        foreach (var (offset, pid, pose) in _poses)
        {
            if (double.IsNaN(pose.TargetWidthMetres) || !(pose.SlantRangeMetres > 0) || !(pose.HorizontalFieldOfViewDegrees is > 0 and < 120))
                continue;
            compared++;
            var width = 2 * pose.SlantRangeMetres * Math.Tan(0.5 * double.DegreesToRadians(pose.HorizontalFieldOfViewDegrees));
            if (Math.Abs(width - pose.TargetWidthMetres) <= Math.Max(2, PartOfWidth * width))
                continue;
            found.Add((pose.TargetWidthMetres, width));
            first ??= (offset, pid);
        }
        if (found.Count == 0 || found.Count < 0.5 * compared)
            return null;
        var isZero = found.TrueForAll(f => f.Stated == 0);
        var off = Median.Of([.. found.Select(f => Math.Abs(f.Computed - f.Stated))]);
        return new Finding("target-width-wrong", isZero ? FindingGrade.Note : FindingGrade.Warning,
            isZero ? "The target width is always 0: it is not filled in" : "The target width is not that of the field of view at the slant range",
            Sentence.Of($"tag 22 says {found[0].Stated:0.0} m in the first case; field of view and slant range give {found[0].Computed:0.0} m"))
        {
            Count = found.Count,
            Of = compared,
            FirstOffset = first?.Offset,
            Pid = first?.Pid,
            Tag = 22,
            Effect = $"widths are off by {Sentence.Metres(off)}",
            EffectSize = off,
            EffectUnit = "m",
            CorrectedReading = "take twice the slant range times the tangent of half the horizontal field of view",
            CanRepair = true,
        };
    }
}
