using System.Globalization;
using System.Text.Json;
using Overflight.Feeds.ModeS;
using Overflight.Geodesy;
using Overflight.Testing;
using Overflight.Tracks;

namespace Overflight.Feeds.Tests.ModeS;

[Trait("Category", "Recorded")]
public sealed class OtherRecordingTests
{
    private const string Beast = "modes/traffic_sample_dump1090.beast";

    [Fact]
    public void A_small_Beast_capture_is_read_to_its_last_byte()
    {
        var messages = new List<DecodedMessage>();
        var report = ModeSFile.Decode(Recorded.PathOf(Beast), new ReadOptions(), (in DecodedMessage m) => messages.Add(m));

        Assert.True(report.IsComplete);
        Assert.Equal((239, 4_218L), (messages.Count, report.Bytes));
        Assert.Contains("--start", Assert.Single(report.Notes));
        Assert.Equal([110, 119, 10], new[] { ParityStatus.Ok, ParityStatus.Recovered, ParityStatus.Unconfirmed }.Select(p => messages.Count(m => m.Parity == p)));
        Assert.Equal(["3981e4", "44ce69", "48520a"], messages.Select(m => m.Address.ToString()).Where(a => a.Length > 0).Distinct().Order());
        var placed = messages.Where(m => m.HasPosition).ToArray();
        Assert.Equal(4, placed.Length);
        Assert.All(placed, m => Assert.Equal((38_000, 2, 8), (m.AltitudeFeet, m.Version, m.Fix.Nic)));
        // North-north-west at cruise: 1.6 km in 8 s.
        var metres = Geodesic.DistanceMetres(placed[0].Fix.Position, placed[^1].Fix.Position);
        Assert.InRange(metres / ((placed[^1].Raw.TimeMicroseconds - placed[0].Raw.TimeMicroseconds) / 1e6), 190, 220);
    }

    [Fact]
    public void A_landing_is_placed_from_the_approach_to_the_runway()
    {
        using var document = JsonDocument.Parse(File.ReadAllText(Recorded.PathOf("modes/lib1090_surface_a53436.json")));
        var late = new List<Fix>();
        var decoder = new ModeSDecoder(new ModeSOptions(), (AircraftAddress _, in Fix fix) => late.Add(fix));
        var replies = document.RootElement.EnumerateArray().SelectMany(e => e.GetProperty("reply").EnumerateArray());
        var messages = replies.Select((r, i) => decoder.Decode(new RawFrame
        {
            Record = i,
            HasTime = true,
            TimeMicroseconds = long.Parse(r.GetProperty("sensorTimestamp").GetString()!, CultureInfo.InvariantCulture) * 1000,
            Frame = ModeSFrame.Of(r.GetProperty("reply").GetBytesFromBase64()),
        })).ToArray();

        Assert.Equal(174, messages.Length);
        Assert.All(messages, m => Assert.Equal((ParityStatus.Ok, 0xA53436u), (m.Parity, m.Address.Value)));
        Assert.Equal((67, 62, 5), (messages.Count(m => m.HasPositionCode), messages.Count(m => m.HasPosition), late.Count));
        var ground = messages.Where(m => m.TypeCode is >= 5 and <= 8).ToArray();
        Assert.Equal(5, ground.Length);
        // Runway 1 of Washington National, 38.8424 N 77.0372 W to 38.8610 N 77.0387 W.
        Assert.All(ground, m => Assert.True(m.HasPosition && m.Fix.Position.LatitudeDegrees is > 38.842 and < 38.862 && m.Fix.Position.LongitudeDegrees is > -77.0395 and < -77.0365));
        Assert.All(ground.Zip(ground.Skip(1)), pair => Assert.True(pair.First.Fix.GroundSpeedKnots > pair.Second.Fix.GroundSpeedKnots));
        // The way between two positions takes the time between them at the speeds stated.
        Assert.All(ground.Zip(ground.Skip(1)), pair =>
        {
            var metres = Geodesic.DistanceMetres(pair.First.Fix.Position, pair.Second.Fix.Position);
            var knots = metres / ((pair.Second.Raw.TimeMicroseconds - pair.First.Raw.TimeMicroseconds) / 1e6) * 3600 / 1852;
            Assert.InRange(knots, pair.Second.Fix.GroundSpeedKnots - 12, pair.First.Fix.GroundSpeedKnots + 12);
        });
    }

    [Fact]
    public void Five_thousand_Comm_B_replies_without_anything_to_compare_with_are_mostly_named()
    {
        var decoder = new ModeSDecoder(new ModeSOptions());
        var (named, ambiguous, unconfirmed) = (0, 0, 0);
        foreach (var line in File.ReadLines(Recorded.PathOf("modes/sample_data_commb_df20.csv")))
        {
            var cells = line.Trim('\uFEFF').Split(',');
            var time = long.Parse(cells[0], CultureInfo.InvariantCulture) * 1_000_000;
            var address = Convert.ToUInt32(cells[1], 16);
            decoder.Know(address, time);
            var message = decoder.Decode(new RawFrame { HasTime = true, TimeMicroseconds = time, Frame = Hex.Frame(cells[2]) });
            unconfirmed += message.Parity == ParityStatus.Unconfirmed ? 1 : 0;
            named += message.CommB.IsNamed ? 1 : 0;
            ambiguous += message.CommB.Confidence == CommBConfidence.Ambiguous ? 1 : 0;
            if (message.Address.IsKnown)
                Assert.Equal(address, message.Address.Value);
        }
        Assert.Equal((4_923, 53, 3), (named, ambiguous, unconfirmed));
    }
}
