using System.Globalization;
using System.Text;
using Overflight.Geodesy;
using Overflight.Tracks;

namespace Overflight.Cli.Demo;

/// <summary>An invented flight along geodesics at one speed and altitude, heard every few seconds but for its silences.</summary>
internal sealed record ExerciseFlight
{
    public required string Name { get; init; }

    /// <summary>An address from the block that ICAO leaves to no State (Annex 10 vol. III, chapter 9), so that no aircraft has it.</summary>
    public required string Address { get; init; }

    public required UtcInstant Start { get; init; }

    public required double SpeedKnots { get; init; }

    public required int AltitudeFeet { get; init; }

    public required IReadOnlyList<GeoPoint> Route { get; init; }

    public double IntervalSeconds { get; init; } = 5;

    /// <summary>Silences, seconds after the start.</summary>
    public IReadOnlyList<(double From, double To)> Silences { get; init; } = [];

    /// <summary>Where it is every interval: seconds after the start, place, track over ground; silences are not left out.</summary>
    public IEnumerable<(double Seconds, GeoPoint Place, double TrackDegrees)> Points()
    {
        var metresPerSecond = SpeedKnots * (Wgs84.MetresPerNauticalMile / 3600);
        var seconds = 0.0;
        for (var leg = 0; leg + 1 < Route.Count; leg++)
        {
            var line = GeodesicLine.Between(Route[leg], Route[leg + 1]);
            var track = (line.InitialAzimuthDegrees + 360) % 360;
            var legSeconds = line.DistanceMetres / metresPerSecond;
            for (var t = 0.0; t < legSeconds; t += IntervalSeconds)
                yield return (seconds + t, line.PointAt(t * metresPerSecond), track);
            seconds += legSeconds;
        }
    }

    /// <summary>The track as a CSV file that <c>analyze</c> reads like any other.</summary>
    public string ToCsv()
    {
        var text = new StringBuilder("time,icao24,callsign,type,latitude,longitude,altitude_ft,groundspeed_kt,track_deg\n");
        foreach (var (seconds, place, track) in Points())
            if (!Silences.Any(s => seconds > s.From && seconds < s.To))
                text.Append(CultureInfo.InvariantCulture, $"{Start.AddSeconds(seconds)},{Address},{Name.Replace(" ", "", StringComparison.Ordinal)},Q9,{place.LatitudeDegrees:0.000000},{place.LongitudeDegrees:0.000000},{AltitudeFeet},{SpeedKnots:0},{track:0.0}\n");
        return text.ToString();
    }
}
