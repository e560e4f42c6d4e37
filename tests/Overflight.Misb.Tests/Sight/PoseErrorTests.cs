using Overflight.Geodesy;
using Overflight.Misb.Sets.St0601;
using Overflight.Misb.Sets.St1010;
using Overflight.Misb.Sight;

namespace Overflight.Misb.Tests.Sight;

/// <summary>Error ellipses, against poses drawn at random.</summary>
public sealed class PoseErrorTests
{
    private static readonly ulong[] s_members = [5, 13, 14, 15, 19];

    [Fact]
    public void Nineteen_of_twenty_drawn_poses_look_into_the_ellipse()
    {
        var (packet, sigmas) = Stated();
        var pose = PoseReader.Of(packet);
        var ellipse = PoseError.OfCentre(pose, PoseReading.Standard, StatedDeviations.Of(packet.Set))!.Value;
        var centre = FootprintFinder.Find(pose, PoseReading.Standard).Centre!.Value.Place;
        var random = new Random(5);
        int within = 0, drawn = 20_000;
        for (var i = 0; i < drawn; i++)
        {
            var moved = pose with
            {
                HeadingDegrees = pose.HeadingDegrees + sigmas[0] * Normal(random),
                Sensor = new GeoPoint(pose.Sensor.LatitudeDegrees + sigmas[1] * Normal(random), pose.Sensor.LongitudeDegrees + sigmas[2] * Normal(random)),
                SensorAltitudeMetres = pose.SensorAltitudeMetres + sigmas[3] * Normal(random),
                ElevationDegrees = pose.ElevationDegrees + sigmas[4] * Normal(random),
            };
            within += Holds(ellipse, centre, FootprintFinder.Find(moved, PoseReading.Standard).Centre!.Value.Place) ? 1 : 0;
        }

        Assert.Equal(ErrorSource.StatedDeviations, ellipse.Source);
        Assert.InRange(within / (double)drawn, 0.944, 0.956);
    }

    [Fact]
    public void Without_deviations_the_codes_bound_it_from_below()
    {
        var (packet, _) = Stated();
        var ellipse = PoseError.OfCentre(PoseReader.Of(packet), PoseReading.Standard, null)!.Value;

        Assert.Equal(ErrorSource.CodesOnly, ellipse.Source);
        Assert.InRange(ellipse.SemiMajorMetres, 0.1, 3);
    }

    [Fact]
    public void A_stated_circular_error_is_taken_where_there_is_nothing_better()
    {
        var (packet, _) = Stated();
        packet.TargetErrorEstimateCe90 = 21.46;
        var pose = PoseReader.Of(packet);
        var ellipse = PoseError.OfCentre(pose, PoseReading.Standard, null)!.Value;

        Assert.Equal(ErrorSource.StatedTargetError, ellipse.Source);
        Assert.Equal(pose.TargetError90Metres.Circular * 2.4477 / 2.1460, ellipse.SemiMajorMetres, 0.01);
        Assert.Equal(ellipse.SemiMajorMetres, ellipse.SemiMinorMetres, 1e-9);
    }

    [Theory]
    [InlineData(4, 0, 1, 90)] // east-west
    [InlineData(1, 0, 4, 0)] // north-south
    [InlineData(2.5, 1.5, 2.5, 45)] // north-east
    [InlineData(2.5, -1.5, 2.5, 135)]
    public void The_longer_axis_points_where_the_spread_is(double ee, double en, double nn, double azimuth)
    {
        var ellipse = ErrorEllipse.Of(ee, en, nn, ErrorSource.CodesOnly);

        Assert.Equal(azimuth, ellipse.MajorAzimuthDegrees, 1e-9);
        Assert.Equal(2 * 2.447746830680816, ellipse.SemiMajorMetres, 1e-9);
        Assert.Equal(2.447746830680816, ellipse.SemiMinorMetres, 1e-9);
    }

    private static (St0601Packet Packet, double[] Sigmas) Stated()
    {
        var packet = new St0601Packet
        {
            PrecisionTimeStamp = 1_700_000_000_000_000,
            PlatformPitchAngle = 2,
            PlatformRollAngle = -4,
            SensorHorizontalFieldOfView = 5,
            SensorVerticalFieldOfView = 4,
            SensorRelativeAzimuthAngle = 80,
            SensorRelativeRollAngle = 0,
            FrameCenterElevation = 100,
            PlatformHeadingAngle = 33,
            SensorLatitude = 20,
            SensorLongitude = -105,
            SensorTrueAltitude = 5_000,
            SensorRelativeElevationAngle = -35,
        };
        double[] sigmas = [0.2, 0.0001, 0.0001, 15, 0.15];
        // The pack speaks of the items right before it: 5, 13, 14, 15 and 19 were put in last, in this order.
        packet.Set.SetBytes(102, SdccWriter.Write(sigmas, []));
        Assert.Equal(s_members, packet.Set[packet.Set.Count - 1].Uncertainties()!.Members);
        return (packet, sigmas);
    }

    private static double Normal(Random random) => Math.Sqrt(-2 * Math.Log(1 - random.NextDouble())) * Math.Cos(2 * Math.PI * random.NextDouble());

    private static bool Holds(ErrorEllipse ellipse, GeoPoint centre, GeoPoint place)
    {
        var (east, north, _) = new EnuFrame(centre, 0).ToEnu(place, 0);
        var (sin, cos) = Math.SinCos(double.DegreesToRadians(ellipse.MajorAzimuthDegrees));
        var (along, across) = (east * sin + north * cos, east * cos - north * sin);
        return along * along / (ellipse.SemiMajorMetres * ellipse.SemiMajorMetres) + across * across / (ellipse.SemiMinorMetres * ellipse.SemiMinorMetres) <= 1;
    }
}
