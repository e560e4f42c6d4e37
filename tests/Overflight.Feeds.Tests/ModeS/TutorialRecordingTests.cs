using System.IO.Compression;
using System.Text.Json;
using Overflight.Feeds.ModeS;
using Overflight.Geodesy;
using Overflight.Testing;
using Overflight.Tracks;

namespace Overflight.Feeds.Tests.ModeS;

/// <summary>71,939 recorded frames, each with what rs1090 and what readsb made of it.</summary>
[Trait("Category", "Recorded")]
public sealed class TutorialRecordingTests
{
    private const string Frames = "modes/traffic_tutorial_71939_frames.jsonl.gz";
    private const string Readsb = "modes/readsb_tutorial.messages.jsonl.gz";

    [Fact]
    public void Explore()
    {
        var messages = Decoded();
        var miss = new Dictionary<string, int>();
        var n = 0; var placed = 0; var far = 0; double worst = 0; var extra = 0;
        foreach (var (json, message) in Rows(Frames).Zip(messages))
        {
            n++;
            if (json.TryGetProperty("latitude", out var lat))
            {
                if (!message.HasPosition) { var k = "missing " + json.GetProperty("icao24") + " " + json.GetProperty("bds"); miss[k] = miss.GetValueOrDefault(k) + 1; continue; }
                placed++;
                var d = Geodesic.DistanceMetres(new GeoPoint(lat.GetDouble(), json.GetProperty("longitude").GetDouble()), message.Fix.Position);
                worst = Math.Max(worst, d);
                if (d > 0.2) { far++; if (far < 10) Console.WriteLine($"far {d} {json}"); }
            }
            else if (message.HasPosition) { extra++; Console.WriteLine($"extra {json} {message.Fix.Position}"); }
        }
        foreach (var (k, v) in miss) Console.WriteLine($"{k} {v}");
        Console.WriteLine($"{n} placed {placed} far {far} worst {worst} extra {extra}");
        Console.WriteLine(string.Join(" ", messages.GroupBy(m => m.Parity).Select(g => $"{g.Key} {g.Count()}")));
        var confusion = new Dictionary<string, int>();
        var altWrong = 0; var sqWrong = 0; var i = 0; var shown = 0;
        foreach (var (json, message) in Rows(Readsb).Zip(messages))
        {
            var theirs = json.TryGetProperty("Comm-B format", out var f) ? f.GetString()! : "-";
            var key = $"{theirs} | {message.CommB.Confidence} {message.CommB.Register} {message.CommB.Second}";
            confusion[key] = confusion.GetValueOrDefault(key) + 1;
            if (theirs.StartsWith("BDS") && message.CommB.IsNamed && theirs[3] + "" + theirs[5] != ((int)message.CommB.Register).ToString("x2") && shown++ < 40) Console.WriteLine($"CONFLICT {key} {message.Raw.Frame} {json}");
            if (json.TryGetProperty("Baro altitude", out var a))
            {
                var feet = int.Parse(a.GetString()!.Split(' ')[0]);
                if (message.AltitudeType != AltitudeType.Barometric || message.AltitudeFeet != feet) { altWrong++; if (altWrong < 15) Console.WriteLine($"alt {message.AltitudeFeet} {message.Parity} {json}"); }
            }
            if (json.TryGetProperty("Squawk", out var s) && message.Squawk != int.Parse(s.GetString()!)) { sqWrong++; if (sqWrong < 5) Console.WriteLine($"sq {message.Squawk} {json}"); }
            i++;
        }
        Console.WriteLine($"alt wrong {altWrong} squawk wrong {sqWrong}");
        foreach (var (k, v) in confusion.OrderBy(c => c.Key)) Console.WriteLine($"{v,7} {k}");
    }

    private static List<DecodedMessage> Decoded()
    {
        var messages = new List<DecodedMessage>();
        var report = ModeSFile.Decode(Recorded.PathOf(Frames), new ReadOptions { ModeS = new ModeSOptions { References = [new(43.63, 1.37), new(51.47, -0.46)] } }, (in DecodedMessage m) => messages.Add(m));
        Console.WriteLine(string.Join("\n", report.Problems) + string.Join("\n", report.Notes));
        return messages;
    }

    private static IEnumerable<JsonElement> Rows(string file)
    {
        using var reader = new StreamReader(new GZipStream(File.OpenRead(Recorded.PathOf(file)), CompressionMode.Decompress));
        while (reader.ReadLine() is { } line)
            yield return JsonElement.Parse(line);
    }
}
