using System.Globalization;
using System.Text;
using CsCheck;
using Overflight.Tracks;

namespace Overflight.Feeds.Tests;

/// <summary>Tracks written in each text format come back as they were.</summary>
public sealed class RoundTripTests
{
    private static readonly Gen<Sample[]> s_samples = Gen.Select(
            Gen.Int[1, 2_000_000].Array[1, 60], Gen.Double[-90, 90].Array[60], Gen.Double[-180, 180].Array[60], Gen.Int[-40, 2000].Array[60], Gen.Int[0, 5000].Array[60],
            (steps, latitudes, longitudes, altitudes, speeds) =>
            {
                var time = 1_600_000_000_000L;
                return steps.Select((step, i) => new Sample(time += step, latitudes[i], longitudes[i], altitudes[i] * 25, speeds[i] / 10.0, altitudes[i] % 7 == 0)).ToArray();
            });

    private static readonly Dictionary<string, Func<Sample[], string>> s_writers = new()
    {
        ["trace"] = s => "{\"icao\":\"ac671b\",\"timestamp\":1600000000.000,\"trace\":[" + Joined(",\n", s, p => $"[{F((p.Milliseconds - 1_600_000_000_000) / 1000.0)},{F(p.Latitude)},{F(p.Longitude)},{(p.OnGround ? "\"ground\"" : F(p.Feet))},{F(p.Knots)},null,0,null,null]") + "]}",
        ["rows"] = s => "[" + Joined(",", s, Row) + "]",
        ["lines"] = s => Joined("\n", s, Row),
        ["columns"] = s => "{" + string.Join(",", new (string, Func<Sample, string>)[] { ("timestamp", p => $"{p.Milliseconds + 700}"), ("last_position", p => $"{p.Milliseconds}"), ("icao24", _ => "\"ac671b\""), ("latitude", p => F(p.Latitude)), ("longitude", p => F(p.Longitude)), ("altitude", p => p.OnGround ? "null" : F(p.Feet)), ("groundspeed", p => F(p.Knots)), ("onground", p => p.OnGround ? "true" : "false") }.Select(c => $"\"{c.Item1}\":{{" + string.Join(",", s.Select((p, i) => $"\"{i}\":{c.Item2(p)}")) + "}")) + "}",
        ["csv"] = s => "icao,datetime,lat,lon,altitude_ft,speed_kts,onground\n" + Joined("\n", s, p => $"ac671b,{Iso(p, ' ')},{F(p.Latitude)},\"{F(p.Longitude)}\",{(p.OnGround ? "" : F(p.Feet))},{F(p.Knots)},{p.OnGround}"),
        ["tsv, milliseconds"] = s => "hex\ttime_ms\tlatitude\tlongitude\talt_baro\tgs\tground\r\n" + Joined("\r\n", s, p => $"AC671B\t{p.Milliseconds}\t{F(p.Latitude)}\t{F(p.Longitude)}\t{(p.OnGround ? "ground" : F(p.Feet))}\t{F(p.Knots)}\t{(p.OnGround ? 1 : 0)}"),
        ["geojson points"] = s => "{\"type\":\"FeatureCollection\",\"features\":[" + Joined(",", s, p => $$$"""{"type":"Feature","geometry":{"type":"Point","coordinates":[{{{F(p.Longitude)}}},{{{F(p.Latitude)}}}]},"properties":{"icao":"ac671b","point_time":"{{{Iso(p, 'T')}}}","altitude":{{{(p.OnGround ? "\"ground\"" : F(p.Feet))}}},"ground_speed":{{{F(p.Knots)}}}}}""") + "]}",
        ["opensky states"] = s => "{\"time\":1,\"states\":[" + Joined(",", s, p => $"[\"ac671b\",null,\"\",{F(p.Milliseconds / 1000.0)},1,{F(p.Longitude)},{F(p.Latitude)},{(p.OnGround ? "null" : F(p.Feet * 0.3048))},{(p.OnGround ? "true" : "false")},{F(p.Knots * 1852 / 3600)},null,null,null,null,null,false,0]") + "]}",
    };

    private static readonly Dictionary<string, Func<Sample[], string>> s_bareWriters = new()
    {
        ["gpx"] = s => "<gpx><trk><name>A &amp; B</name><trkseg>" + Joined("\n", s, p => $"<trkpt lat=\"{F(p.Latitude)}\" lon=\"{F(p.Longitude)}\"><time>{Iso(p, 'T')}Z</time></trkpt>") + "</trkseg></trk></gpx>",
        ["kml"] = s => "<kml xmlns:gx=\"http://www.google.com/kml/ext/2.2\"><Placemark><name>A &amp; B</name><gx:Track>" + Joined("", s, p => $"<when>{Iso(p, 'T')}Z</when>") + Joined("\n", s, p => $"<gx:coord>{F(p.Longitude)} {F(p.Latitude)} 0</gx:coord>") + "</gx:Track></Placemark></kml>",
        ["geojson line"] = s => "{\"type\":\"Feature\",\"properties\":{\"name\":\"A \\u0026 B\",\"coordTimes\":[" + Joined(",", s, p => $"{p.Milliseconds}") + "]},\"geometry\":{\"type\":\"LineString\",\"coordinates\":[" + Joined(",", s, p => $"[{F(p.Longitude)},{F(p.Latitude)}]") + "]}}",
    };

    [Theory]
    [InlineData("trace")]
    [InlineData("rows")]
    [InlineData("lines")]
    [InlineData("columns")]
    [InlineData("csv")]
    [InlineData("tsv, milliseconds")]
    [InlineData("geojson points")]
    [InlineData("opensky states")]
    public void Written_tracks_come_back(string format) => s_samples.Sample(samples =>
    {
        var reading = Reading.Of(s_writers[format](samples));
        var track = reading.Only;
        return reading.Report.IsComplete && track.Aircraft.Id == "ac671b" && Same(samples, track, checksRest: true);
    }, iter: 150, seed: "0N0XIzNsQ0O2");

    [Theory]
    [InlineData("gpx")]
    [InlineData("kml")]
    [InlineData("geojson line")]
    public void Written_places_and_times_come_back(string format) => s_samples.Sample(samples =>
    {
        var reading = Reading.Of(s_bareWriters[format](samples));
        return reading.Report.IsComplete && reading.Only.Aircraft.Name == "A & B" && Same(samples, reading.Only, checksRest: false);
    }, iter: 150, seed: "0N0XIzNsQ0O2");

    private static bool Same(Sample[] samples, Track track, bool checksRest)
    {
        if (track.Count != samples.Length)
            return false;
        for (var i = 0; i < samples.Length; i++)
        {
            var (expected, fix) = (samples[i], track[i]);
            if (fix.Time.Microseconds != expected.Milliseconds * 1000 || fix.Position.LatitudeDegrees != expected.Latitude || fix.Position.LongitudeDegrees != expected.Longitude)
                return false;
            if (checksRest && (fix.Status.HasFlag(FixStatus.OnGround) != expected.OnGround
                || Math.Abs(fix.GroundSpeedKnots - expected.Knots) > 1e-3
                || (expected.OnGround ? !float.IsNaN(fix.BarometricAltitudeFeet) : Math.Abs(fix.BarometricAltitudeFeet - expected.Feet) > 1e-2)))
                return false;
        }
        return true;
    }

    private static string Row(Sample p) =>
        $$"""{"timestamp":{{p.Milliseconds + 700}},"icao24":"ac671b","latitude":{{F(p.Latitude)}},"longitude":{{F(p.Longitude)}},"altitude":{{(p.OnGround ? "null" : F(p.Feet))}},"groundspeed":{{F(p.Knots)}},"onground":{{(p.OnGround ? "true" : "false")}},"last_position":{{p.Milliseconds}}}""";

    private static string F(double value) => value.ToString("R", CultureInfo.InvariantCulture);

    private static string Iso(Sample p, char between) =>
        DateTimeOffset.FromUnixTimeMilliseconds(p.Milliseconds).ToString($"yyyy-MM-dd'{between}'HH:mm:ss.fff", CultureInfo.InvariantCulture);

    private static string Joined(string between, Sample[] samples, Func<Sample, string> part) => string.Join(between, samples.Select(part));

    private sealed record Sample(long Milliseconds, double Latitude, double Longitude, int Feet, double Knots, bool OnGround);
}
