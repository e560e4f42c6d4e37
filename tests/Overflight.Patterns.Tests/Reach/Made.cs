using System.Globalization;
using Overflight.Airspace;
using Overflight.Airspace.Zones;
using Overflight.Geodesy;
using Overflight.Tracks;
using Overflight.Tracks.Preparing;

namespace Overflight.Patterns.Tests.Reach;

/// <summary>Regions and flights made for tests of reach.</summary>
internal static class Made
{
    private const double MetresPerFoot = 0.3048;

    /// <summary>A region of one ring, whose edges run evenly in longitude and latitude.</summary>
    public static AirspaceRegion Region(params GeoPoint[] ring)
    {
        var path = Path.GetTempFileName();
        try
        {
            var corners = string.Join(',', ring.Append(ring[0]).Select(p => string.Create(CultureInfo.InvariantCulture, $"[{p.LongitudeDegrees:0.0000000},{p.LatitudeDegrees:0.0000000}]")));
            File.WriteAllText(path, $$"""{ "type":"FeatureCollection","features":[{"type":"Feature","properties":{"name":"made"},"geometry":{"type":"Polygon","coordinates":[[{{corners}}]]} } ] }""");
            return Assert.Single(ZoneFile.Read(path).Zones);
        }
        finally
        {
            File.Delete(path);
        }
    }

    public static AirspaceRegion Box(double south, double west, double north, double east) =>
        Region(new(south, west), new(south, east), new(north, east), new(north, west));

    /// <summary>A flight through places at a height above the sea in metres, told as pressure altitude, so that no geoid comes in.</summary>
    public static PreparedFlight Flight(double heightMetres, params GeoPoint[] places) => Flight(places.Select(p => (p, heightMetres)));

    public static PreparedFlight Flight(IEnumerable<(GeoPoint Place, double HeightMetres)> fixes, double secondsApart = 60)
    {
        var builder = new TrackBuilder(new Aircraft(new AircraftAddress(0xabcdef)), "made");
        var time = UtcInstant.From(new DateTimeOffset(2026, 1, 1, 0, 0, 0, TimeSpan.Zero));
        foreach (var (place, height) in fixes)
        {
            builder.Add(new Fix { Time = time, Position = place, BarometricAltitudeFeet = (float)(height / MetresPerFoot), Source = FixSource.Telemetry });
            time = time.AddSeconds(secondsApart);
        }
        return FlightPreparer.Prepare(builder.Build(), SpeedBound.Given(100_000));
    }

    /// <summary>Places along geodesics through corners, so many metres apart.</summary>
    public static IEnumerable<GeoPoint> Along(double metres, params GeoPoint[] corners)
    {
        for (var i = 0; i + 1 < corners.Length; i++)
        {
            var line = GeodesicLine.Between(corners[i], corners[i + 1]);
            for (var along = 0.0; along < line.DistanceMetres; along += metres)
                yield return line.PointAt(along);
        }
        yield return corners[^1];
    }
}
