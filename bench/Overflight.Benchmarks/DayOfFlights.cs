using Overflight.Feeds;
using Overflight.Geodesy;
using Overflight.Tracks;
using Overflight.Tracks.Preparing;

namespace Overflight.Benchmarks;

/// <summary>
/// A day of the world's traffic made of recorded flights: each copy begins at a random place (even on the sphere, latitudes to 70°)
/// and a random time of one UTC day, under an address and a call sign of its own; everything else is as recorded. A third of the
/// copies are of flights that carry integrity codes, as all would in a feed of today.
/// </summary>
internal sealed class DayOfFlights
{
    private const long Day = 86_400_000_000;
    private readonly List<Track> _plain = [];
    private readonly List<Track> _withCodes = [];

    public DayOfFlights(string recorded)
    {
        foreach (var file in TrackFile.Expand([recorded]))
            TrackFile.Read(file, new ReadOptions { ComputeHash = false }, track =>
            {
                foreach (var flight in FlightSplitter.Split(track))
                    if (flight.Count is >= 50 and <= 5_000 && flight.TimeAt(flight.Count - 1).SecondsSince(flight.TimeAt(0)) < 43_200)
                        (flight[flight.Count / 2].Nic >= 0 ? _withCodes : _plain).Add(flight);
            });
    }

    public string Described => $"{_plain.Count + _withCodes.Count} recorded flights, {_withCodes.Count} of them with integrity codes";

    /// <summary>Flights until there are at least so many fixes.</summary>
    public IEnumerable<(Aircraft Aircraft, string Callsign, Fix[] Fixes)> Flights(long fixes, int seed)
    {
        var random = new Random(seed);
        var midnight = UtcInstant.From(new DateTimeOffset(2025, 2, 4, 0, 0, 0, TimeSpan.Zero)).Microseconds;
        for (var number = 0u; fixes > 0; number++)
        {
            var pool = random.Next(3) == 0 ? _withCodes : _plain;
            var flight = pool[random.Next(pool.Count)];
            var length = flight.TimeAt(flight.Count - 1).Microseconds - flight.TimeAt(0).Microseconds;
            var later = midnight + (long)(random.NextDouble() * (Day - length - 1)) / 1000 * 1000 - flight.TimeAt(0).Microseconds;
            var north = double.RadiansToDegrees(Math.Asin((2 * random.NextDouble() - 1) * Math.Sin(70 * Math.PI / 180))) - flight.PositionAt(0).LatitudeDegrees;
            var east = 360 * random.NextDouble() - 180;
            var copy = new Fix[flight.Count];
            for (var i = 0; i < copy.Length; i++)
            {
                var fix = flight[i];
                var place = new GeoPoint(Math.Clamp(Decimals(fix.Position.LatitudeDegrees + north), -89.9, 89.9), Decimals(fix.Position.LongitudeDegrees + east)).Normalised();
                copy[i] = fix with { Time = new UtcInstant(fix.Time.Microseconds + later), Position = place, Record = i };
            }
            fixes -= copy.Length;
            // Spread over the 24 bits, so that order of address is not order of place.
            var address = new AircraftAddress(number * 2_654_435_761u >> 8);
            yield return (new Aircraft(address) { Registration = flight.Aircraft.Registration, TypeDesignator = flight.Aircraft.TypeDesignator }, $"TST{number % 10_000}", copy);
        }
    }

    /// <summary>Feeds give positions in six decimals.</summary>
    private static double Decimals(double degrees) => Math.Round(degrees, 6);
}
