using Overflight.Airspace;
using Overflight.Geodesy;
using Overflight.Patterns.Reach;
using Overflight.Tracks;
using Overflight.Tracks.Preparing;

namespace Overflight.Benchmarks;

/// <summary>
/// The reach of flights of ten hours over or beside one country, a fix every five seconds, against the same by force: every place of
/// a net of as many places as rows and columns suffice for, tested against every fix.
/// </summary>
internal static class ReachBenchmark
{
    private const int Fixes = 7_200;

    public static void Run(AirspaceIndex index)
    {
        var (mexico, france, states) = (index.Region("MEX")!, index.Region("FRA")!, index.Region("USA")!);
        (string Name, AirspaceRegion Region, PreparedFlight Flight)[] cases =
        [
            ("airliner's height to and fro over Mexico, 240 m/s", mexico, Flight(11_000, 240, new(31, -112), new(17, -93), new(25, -101), new(21, -88))),
            ("beside Mexico over the sea, 100 m/s", mexico, Flight(13_700, 100, new(31.6, -118.6), new(27.3, -115.9), new(20, -107.5), new(14.5, -99))),
            ("orbits of 5 km in Mexico, 60 m/s", mexico, Orbits(6_000, 60, new GeoPoint(25, -104))),
            ("over the United States, 240 m/s", states, Flight(11_000, 240, new(47, -122), new(28, -81), new(44, -70), new(34, -118))),
            ("low over France, 50 m/s", france, Flight(600, 50, new(50, 2), new(44, 4), new(47, -1), new(48.5, 7))),
        ];
        Console.WriteLine();
        Console.WriteLine($"Reach of flights of ten hours ({Fixes:N0} fixes), optical horizon");
        Console.WriteLine();
        Console.WriteLine("| flight | area seen, km² | by force, km² | ms | bytes allocated a fix | by force, ms | ratio |");
        Console.WriteLine("|---|---:|---:|---:|---:|---:|---:|");
        foreach (var (name, region, flight) in cases)
        {
            var reach = ReachFinder.Find(flight, region, Sensor.Optical);
            const int Repeats = 20;
            var before = GC.GetAllocatedBytesForCurrentThread();
            var seconds = Timing.MedianCpuSeconds(5, () =>
            {
                for (var i = 0; i < Repeats; i++)
                    reach = ReachFinder.Find(flight, region, Sensor.Optical);
            }) / Repeats;
            var bytes = (GC.GetAllocatedBytesForCurrentThread() - before) / (6.0 * Repeats * Fixes);
            var area = 0.0;
            var forced = Timing.MedianCpuSeconds(1, () => area = ByForce(flight, region, Sensor.Optical, 10_000));
            Console.WriteLine($"| {name} | {reach.AreaSquareMetres.Likely / 1e6:N0} | {area / 1e6:N0} | {seconds * 1000:0.0} | {bytes:0.0} | {forced * 1000:N0} | {forced / seconds:N0} |");
        }
    }

    /// <summary>Area of the places of a net of 10 km that lie in the region and in the cap of any fix, every fix tried until one does.</summary>
    private static double ByForce(PreparedFlight flight, AirspaceRegion region, Sensor sensor, double netMetres)
    {
        var caps = new FlightCaps();
        caps.Build(flight, sensor);
        var cosines = Enumerable.Range(0, flight.Count).Select(i => Math.Cos(caps[i].Radii.Likely)).ToArray();
        var (south, west, north, east) = region.BoundsDegrees;
        var (area, step) = (0.0, netMetres / 111_195);
        for (var latitude = south + 0.5 * step; latitude < north; latitude += step)
        {
            var across = step / Math.Max(1e-3, Math.Cos(double.DegreesToRadians(latitude)));
            var cell = double.DegreesToRadians(across) * (ParallelStrip.AreaPerRadian(latitude + 0.5 * step) - ParallelStrip.AreaPerRadian(latitude - 0.5 * step));
            for (var longitude = west + 0.5 * across; longitude < east; longitude += across)
            {
                var place = new GeoPoint(latitude, longitude);
                if (!region.Contains(place))
                    continue;
                var scaled = SightCap.Scaled(place);
                for (var i = 0; i < cosines.Length; i++)
                    if (caps[i].Centre.Dot(scaled) >= cosines[i])
                    {
                        area += cell;
                        break;
                    }
            }
        }
        return area;
    }

    private static PreparedFlight Flight(double heightMetres, double metresPerSecond, params GeoPoint[] corners)
    {
        var places = new List<GeoPoint>();
        for (var i = 0; places.Count < Fixes; i++)
        {
            var (from, to) = (corners[i % corners.Length], corners[(i + 1) % corners.Length]);
            var line = GeodesicLine.Between(from, to);
            for (var along = 0.0; along < line.DistanceMetres && places.Count < Fixes; along += 5 * metresPerSecond)
                places.Add(line.PointAt(along));
        }
        return Made(heightMetres, places);
    }

    private static PreparedFlight Orbits(double heightMetres, double metresPerSecond, GeoPoint centre) =>
        Made(heightMetres, Enumerable.Range(0, Fixes).Select(i => Geodesic.Direct(centre, double.RadiansToDegrees(i * 5 * metresPerSecond / 5_000), 5_000)));

    private static PreparedFlight Made(double heightMetres, IEnumerable<GeoPoint> places)
    {
        var builder = new TrackBuilder(new Aircraft(new AircraftAddress(0xabcdef)), "made");
        var time = 1.7e9;
        foreach (var place in places)
        {
            builder.Add(new Fix { Time = UtcInstant.FromUnixSeconds(time), Position = place, BarometricAltitudeFeet = (float)(heightMetres / 0.3048), Source = FixSource.Telemetry });
            time += 5;
        }
        return FlightPreparer.Prepare(builder.Build(), SpeedBound.Given(2_000));
    }
}
