using Overflight.Geodesy;
using Overflight.Misb.Sets;

namespace Overflight.Misb.Sight;

/// <summary>
/// Finds how a stream is to be read, by comparing where each reading looks with where the stream itself says that it looks. It departs
/// from the standard only where another reading fits far better. Not thread-safe.
/// </summary>
public sealed class ReadingFinder
{
    // Enough to tell readings apart; of longer streams every second packet is dropped as often as needed.
    private const int MostPoses = 2_000;
    private const int FewestPoses = 3;
    private const int OffsetRounds = 5;

    // A reading must fit this much better than the standard, and the standard this badly, before it is taken.
    private const double Better = 0.2;
    private const double BadPartOfRange = 2e-3;

    private static readonly AngleReference[] s_references = Enum.GetValues<AngleReference>();

    private readonly Thinned<StatedPose> _poses = new(MostPoses);
    private readonly List<(IReadOnlyList<KlvNode> Items, StatedPose Pose)> _targets = [];

    /// <summary>Takes a packet.</summary>
    /// <param name="pose">What it says.</param>
    /// <param name="items">Its items as trees where it holds a VMTI set; null otherwise.</param>
    public void Add(StatedPose pose, IReadOnlyList<KlvNode>? items = null)
    {
        ArgumentNullException.ThrowIfNull(pose);
        if (items is not null && _targets.Count < MostPoses)
            _targets.Add((items, pose));
        if (pose.CanLook && pose.Centre.IsValid)
            _poses.Add(() => pose);
    }

    /// <summary>The reading that fits what was taken.</summary>
    public ReadingFit Find()
    {
        var candidates = Candidates();
        var natural = _poses.Kept.Count > 0 && _poses.Kept[0].IsEarthReferenced ? AngleReference.Earth : AngleReference.Platform;
        var standard = candidates.Where(c => c.Angles == natural).OrderBy(c => c.Ground).FirstOrDefault();
        var chosen = Choose(candidates, standard);
        var reading = standard is null || chosen is null ? PoseReading.Standard : new PoseReading
        {
            Angles = chosen.Angles == natural ? null : chosen.Angles,
            Ground = chosen.Ground == standard.Ground ? null : chosen.Ground,
        };
        if (chosen is not null && chosen.MedianMetres > BadPartOfRange * MedianRange())
            reading = reading with { AzimuthOffsetDegrees = AzimuthOffset(reading, chosen.MedianMetres) };
        else if (chosen is { Angles: AngleReference.Platform })
            reading = reading with { HeadingOffsetDegrees = HeadingCodes.Offset(_poses.Kept, reading) };
        var (byEllipsoid, bySea) = (Targets(reading, HeightReference.Ellipsoid), Targets(reading, HeightReference.SeaLevel));
        if (bySea < Better * byEllipsoid)
            reading = reading with { TargetHeights = HeightReference.SeaLevel };
        var distances = Distances(reading);
        return new ReadingFit(reading, standard, chosen, [.. candidates.OrderBy(c => c.MedianMetres)], byEllipsoid, bySea)
        {
            MedianMetres = Median.Of(distances),
            Metres95 = Median.Part(distances, 0.95),
            MedianRangeMetres = MedianRange(),
        };
    }

    private List<ReadingResidual> Candidates()
    {
        var candidates = new List<ReadingResidual>();
        foreach (var angles in s_references)
            foreach (var ground in (ReadOnlySpan<GroundSource>)[GroundSource.StatedCentre, GroundSource.SlantRange])
            {
                if (ground == GroundSource.StatedCentre && !_poses.Kept.Any(p => !double.IsNaN(p.CentreElevationMetres + p.Centre.LatitudeDegrees) || !double.IsNaN(p.CentreHeightMetres)))
                    continue;
                if (ground == GroundSource.SlantRange && !_poses.Kept.Any(p => p.SlantRangeMetres > 0))
                    continue;
                var distances = Distances(new PoseReading { Angles = angles, Ground = ground });
                if (distances.Count >= FewestPoses)
                    candidates.Add(new ReadingResidual(angles, ground, distances.Count, Median.Of(distances), Median.Part(distances, 0.95)));
            }
        return candidates;
    }

    private ReadingResidual? Choose(List<ReadingResidual> candidates, ReadingResidual? standard)
    {
        if (standard is null)
            return null;
        var range = MedianRange();
        // The same angles on the other ground's height first: that departs less.
        foreach (var better in candidates.OrderBy(c => c.Angles == standard.Angles ? 0 : 1).ThenBy(c => c.MedianMetres))
            if (standard.MedianMetres > BadPartOfRange * range && better.MedianMetres < Better * standard.MedianMetres
                && !candidates.Exists(c => c.MedianMetres < Better * better.MedianMetres))
                return better;
        return standard;
    }

    private double MedianRange() => Median.Of([.. _poses.Kept.Select(p => Geodesic.DistanceMetres(p.Sensor, p.Centre))]);

    /// <summary>One angle that, added to every azimuth, brings the centres together; 0 where none does.</summary>
    private double AzimuthOffset(PoseReading reading, double medianMetres)
    {
        var offset = 0.0;
        // Turned in the platform's plane, an azimuth moves the bearing by a little more or less: a few rounds settle it.
        for (var round = 0; round < OffsetRounds; round++)
        {
            var off = BearingsOff(reading with { AzimuthOffsetDegrees = offset });
            if (off.Count < FewestPoses)
                return 0;
            offset = Math.IEEERemainder(offset + Median.Of(off), 360);
        }
        return Median.Of(Distances(reading with { AzimuthOffsetDegrees = offset })) < Better * medianMetres ? offset : 0;
    }

    private List<double> BearingsOff(PoseReading reading)
    {
        var off = new List<double>();
        foreach (var pose in _poses.Kept)
            if (CameraReader.Read(pose, reading) is { } camera && camera.Axis.ElevationDegrees is > -75 and < 0)
                off.Add(CentreBearing.Off(pose, camera, reading));
        return off;
    }

    private List<double> Distances(PoseReading reading)
    {
        var distances = new List<double>();
        foreach (var pose in _poses.Kept)
            if (CameraReader.Read(pose, reading) is { } camera)
                distances.Add(Distance(pose, camera, reading));
        return distances;
    }

    // Where a line misses the earth it is as wrong as can be.
    private static double Distance(StatedPose pose, CameraView camera, PoseReading reading) =>
        CentreFinder.Find(pose, camera, reading) is { } met ? Geodesic.DistanceMetres(met.Place, pose.Centre) : double.PositiveInfinity;

    private double Targets(PoseReading reading, HeightReference heights)
    {
        var finder = new TargetFinder();
        var differences = new List<double>();
        foreach (var (items, pose) in _targets)
            differences.AddRange(finder.Find(items, pose, reading with { TargetHeights = heights }).Select(t => t.DifferenceMetres).Where(d => !double.IsNaN(d)));
        return Median.Of(differences);
    }
}
