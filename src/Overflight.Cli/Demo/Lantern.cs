using Overflight.Geodesy;
using Overflight.Tracks;

namespace Overflight.Cli.Demo;

/// <summary>The flights of day 1 of Exercise LANTERN.</summary>
internal static class Lantern
{
    /// <summary>MQ-9A's greatest level speed, 240 kt (docs: aircraft facts), and 60 kt of wind.</summary>
    public const double SpeedBoundKnots = 300;

    private static readonly UtcInstant s_dayOne = UtcInstant.From(new DateTimeOffset(2030, 3, 5, 6, 0, 0, TimeSpan.Zero));

    /// <summary>Enters along a corridor and orbits; stands off at sea; falls silent near the line.</summary>
    public static IReadOnlyList<ExerciseFlight> Flights { get; } =
    [
        new()
        {
            Name = "LANTERN 1",
            Address = "f00001",
            Start = s_dayOne,
            SpeedKnots = 180,
            AltitudeFeet = 22_000,
            Route = [new(32.9, -113.3), new(32.35, -113.25), new(31.35, -112.9), .. Orbit(new GeoPoint(31.05, -112.75), 14_000, 4), new(31.35, -112.9), new(32.35, -113.25), new(32.9, -113.3)],
        },
        new()
        {
            Name = "LANTERN 2",
            Address = "f00002",
            Start = s_dayOne.AddSeconds(1_800),
            SpeedKnots = 190,
            AltitudeFeet = 45_000,
            Route = [new(31.6, -118.6), new(29.4, -116.6), new(27.3, -115.75), new(25.2, -113.7), new(27.3, -115.75), new(29.4, -116.6), new(31.6, -118.6)],
        },
        new()
        {
            Name = "LANTERN 3",
            Address = "f00003",
            Start = s_dayOne.AddSeconds(3_600),
            SpeedKnots = 185,
            AltitudeFeet = 24_000,
            Route = [new(27.2, -95.6), new(25.6, -96.2), new(24.0, -96.6), new(22.8, -96.5), new(25.4, -95.6)],
            Silences = [(2_760, 2_760 + 41 * 60)],
        },
    ];

    /// <summary>What LANTERN 1 looks at from its orbit: a crossing of roads most of the time, and a mine twice.</summary>
    public static ExerciseSensor Sensor { get; } = new(Flights[0], 400,
    [
        (2_160, 3_600, new GeoPoint(31.062, -112.741)), (3_660, 4_020, new GeoPoint(31.021, -112.775)), (4_080, 5_400, new GeoPoint(31.062, -112.741)), (5_460, 6_000, new GeoPoint(31.021, -112.775)),
    ]);

    private static IEnumerable<GeoPoint> Orbit(GeoPoint centre, double radiusMetres, int turns)
    {
        for (var azimuth = 0; azimuth <= 360 * turns; azimuth += 10)
            yield return Geodesic.Direct(centre, azimuth, radiusMetres);
    }
}
