using Overflight.Geodesy;
using Overflight.Misb.Sets;
using Overflight.Misb.Sight;

namespace Overflight.Misb.Diagnosis.Checks;

/// <summary>Angles, headings and heights of targets that are not counted from where their standard has them.</summary>
internal sealed class ReadingCheck : StreamCheck
{
    private const double BadPartOfRange = 0.02;
    private const double LeastBadMetres = 50;

    private readonly ReadingFinder _finder = new();
    private ReadingFit? _fit;
    private long? _firstOffset;
    private int? _pid;
    private GeoPoint _sensor;

    /// <summary>The reading that fits; asked for after the last packet.</summary>
    public ReadingFit Fit => _fit ??= _finder.Find();

    public override void Packet(ObservedPacket packet)
    {
        if (packet.Pose is not { } pose)
            return;
        if (_firstOffset is null && pose.CanLook)
            (_firstOffset, _pid, _sensor) = (packet.Offset, packet.Pid, pose.Sensor);
        _finder.Add(pose, packet.Set is not null && packet.Set.TryGet(74, out _) ? packet.Items : null);
    }

    public override IEnumerable<Finding> Findings()
    {
        if (Fit is { Standard: { } standard, Chosen: { } chosen })
        {
            if (Fit.Reading.Angles == AngleReference.Earth)
                yield return Angles("angles-earth-referenced", "Azimuth and elevation, which ST 0601 counts from the platform, are counted from true north and the horizon", standard, chosen,
                    "read tags 18 and 19 as the line of sight's bearing and its angle above the horizon; leave the platform's attitude out");
            if (Fit.Reading.Angles == AngleReference.EarthGridNorth)
            {
                var convergence = Utm.Covers(_sensor) ? Utm.From(_sensor).ConvergenceDegrees : 0;
                yield return Angles("azimuth-grid-north", "The azimuth is counted from the north of the UTM grid, not from true north", standard, chosen,
                    Sentence.Of($"add the grid's convergence, {convergence:0.00}° at the sensor, to the azimuth")) with
                {
                    EffectSize = Math.Abs(convergence),
                    EffectUnit = "deg",
                    Effect = Sentence.Of($"the azimuth is off by {Math.Abs(convergence):0.00}°, the frame centre by {Sentence.Metres(standard.MedianMetres)}"),
                };
            }
            if (Fit.Reading.Angles == AngleReference.Platform)
                yield return Angles("angles-platform-relative", "Azimuth and elevation, which EG 0104 counts from north and the horizon, are counted from the platform", standard, chosen,
                    "turn the angles by the platform's attitude");
            if (Fit.Reading.AzimuthOffsetDegrees != 0)
                yield return Angles("azimuth-offset", "The azimuth is off by one and the same angle throughout", standard, chosen,
                    Sentence.Of($"add {Fit.Reading.AzimuthOffsetDegrees:0.00}° to the azimuth")) with
                {
                    Evidence = Sentence.Of($"with {Fit.Reading.AzimuthOffsetDegrees:0.00}° added, computed and stated frame centres are {Sentence.Metres(Fit.MedianMetres)} apart in the middle case, {Sentence.Metres(chosen.MedianMetres)} without; a north that is magnetic, or a turret that is not aligned, would show so"),
                    EffectSize = Math.Abs(Fit.Reading.AzimuthOffsetDegrees),
                    EffectUnit = "deg",
                };
            else if (chosen.MedianMetres > BadPartOfRange * Fit.MedianRangeMetres && chosen.MedianMetres > LeastBadMetres)
                yield return Angles("centre-disagrees", "The camera does not look where the stated frame centre is, by any reading", standard, chosen, "") with
                {
                    Evidence = Sentence.Of($"from the computed to the stated frame centre, in the middle case: {Sentence.Metres(Fit.Candidates[0].MedianMetres)} by the best of {Fit.Candidates.Count} readings, at a range of {Sentence.Metres(Fit.MedianRangeMetres)}"),
                    Effect = "what the camera saw cannot be told from pose and frame centre together",
                    CorrectedReading = null,
                    CanRepair = false,
                };
            if (Fit.Reading.HeadingOffsetDegrees != 0)
                yield return new Finding("heading-truncated", FindingGrade.Note, "The codes of the platform heading are cut off, not rounded to the nearest",
                    Sentence.Of($"the stated frame centres lie between 0 and 1 step of tag 5 ({360 / 65535.0:0.0000}°) to the right of the computed ones, half a step in the mean; rounding would give as many to the left"))
                {
                    Count = chosen.Packets,
                    Of = chosen.Packets,
                    Tag = 5,
                    Pid = _pid,
                    FirstOffset = _firstOffset,
                    Effect = Sentence.Of($"the heading is low by {Fit.Reading.HeadingOffsetDegrees:0.0000}° in the mean; with that added, 95 of 100 frame centres agree within {Sentence.Metres(Fit.Metres95)} instead of {Sentence.Metres(chosen.Metres95)}"),
                    EffectSize = Fit.Reading.HeadingOffsetDegrees,
                    EffectUnit = "deg",
                    CorrectedReading = "add half a code to the heading; a code cannot hold it",
                };
        }
        if (Fit.Reading.TargetHeights == HeightReference.SeaLevel)
            yield return new Finding("target-heights-sea-level", FindingGrade.Error, "Heights of targets, which ST 0903 counts from the ellipsoid, are counted from mean sea level",
                $"from pixel and pose to the stated places of targets: {Sentence.Metres(Fit.TargetsSeaLevelMedianMetres)} with heights above the sea, {Sentence.Metres(Fit.TargetsStandardMedianMetres)} with heights above the ellipsoid")
            {
                Tag = 74,
                Pid = _pid,
                Effect = $"targets placed by height and line of sight are off by {Sentence.Metres(Fit.TargetsStandardMedianMetres)}",
                EffectSize = Fit.TargetsStandardMedianMetres,
                EffectUnit = "m",
                CorrectedReading = "add the geoid's height to the heights of targets",
                CanRepair = true,
            };
    }

    private Finding Angles(string id, string title, ReadingResidual standard, ReadingResidual chosen, string corrected) => new(
        id, FindingGrade.Error, title,
        $"from the computed to the stated frame centre, in the middle case: {Sentence.Metres(standard.MedianMetres)} by the standard, {Sentence.Metres(chosen.MedianMetres)} this way ({chosen.Packets} packets, {Sentence.Metres(chosen.Metres95)} in 95 of 100)")
    {
        Count = chosen.Packets,
        Of = chosen.Packets,
        Tag = 18,
        Pid = _pid,
        FirstOffset = _firstOffset,
        Effect = $"by the standard the frame centre is off by {Sentence.Metres(standard.MedianMetres)}",
        EffectSize = standard.MedianMetres,
        EffectUnit = "m",
        CorrectedReading = corrected,
        CanRepair = true,
    };
}
