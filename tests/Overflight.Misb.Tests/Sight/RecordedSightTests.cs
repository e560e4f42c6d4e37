using Overflight.Geodesy;
using Overflight.Misb.Sight;

namespace Overflight.Misb.Tests.Sight;

/// <summary>Where recorded cameras looked, against where their streams say that they did.</summary>
[Trait("Category", "Recorded")]
public sealed class RecordedSightTests
{
    [Fact]
    public void The_simulator_of_osh_sample_looks_where_it_says()
    {
        var poses = RecordedPoses.Of("osh_sample.ts");
        var fit = RecordedPoses.Fit(poses);

        Assert.Equal(AngleReference.Platform, fit.Chosen!.Angles);
        Assert.Equal(GroundSource.StatedCentre, fit.Chosen.Ground);
        Assert.True(fit.Standard!.Metres95 < 0.26, $"{fit.Standard.Metres95}");
        Assert.Equal(180 / 65535.0, fit.Reading.HeadingOffsetDegrees, 1e-12);
        Assert.True(Near(poses, fit.Reading, 0.2) >= 0.95 * 277);
        Assert.Equal(277, Near(poses, fit.Reading, 0.25));
    }

    [Fact]
    public void Every_target_of_osh_sample_lies_where_its_pixel_is()
    {
        var poses = RecordedPoses.Of("osh_sample.ts");
        var fit = RecordedPoses.Fit(poses);
        var finder = new TargetFinder();
        var targets = poses.Where(p => p.Items is not null).SelectMany(p => finder.Find(p.Items!, p.Pose, fit.Reading)).ToList();

        Assert.Equal(HeightReference.SeaLevel, fit.Reading.TargetHeights);
        Assert.Equal(130, targets.Count);
        Assert.Equal(129, targets.Count(t => t.Stated is not null));
        Assert.Equal(129, targets.Count(t => t.DifferenceMetres < 1));
    }

    [Fact]
    public void Truck_looks_where_it_says_by_the_standard()
    {
        var fit = RecordedPoses.Fit(RecordedPoses.Of("Truck.klv"));

        Assert.Equal(PoseReading.Standard, fit.Reading);
        Assert.True(fit.Standard!.MedianMetres < 5, $"{fit.Standard.MedianMetres}");
        Assert.Equal(711, fit.Standard.Packets);
    }

    [Fact]
    public void DayFlight_has_its_angles_against_the_earth_and_its_ground_at_the_slant_range()
    {
        var poses = RecordedPoses.Of("DayFlight.klv");
        var fit = RecordedPoses.Fit(poses);

        Assert.Equal(new PoseReading { Angles = AngleReference.Earth, Ground = GroundSource.SlantRange }, fit.Reading);
        Assert.True(fit.Standard!.MedianMetres > 5_000, $"{fit.Standard.MedianMetres}");
        Assert.Equal(6, Near(poses, fit.Reading, 1));
    }

    [Fact]
    public void Aphill_counts_its_azimuth_from_grid_north()
    {
        var poses = RecordedPoses.Of("aphill_short.ts");
        var fit = RecordedPoses.Fit(poses);

        Assert.Equal(AngleReference.EarthGridNorth, fit.Reading.Angles);
        Assert.InRange(fit.Standard!.MedianMetres, 30, 40);
        Assert.Equal(48, Near(poses, fit.Reading, 1));
    }

    private static int Near(IEnumerable<(StatedPose Pose, IReadOnlyList<Overflight.Misb.Sets.KlvNode>? Items)> poses, PoseReading reading, double metres) =>
        poses.Count(p => FootprintFinder.Find(p.Pose, reading).Centre is { } centre && Geodesic.DistanceMetres(centre.Place, p.Pose.Centre) < metres);
}
