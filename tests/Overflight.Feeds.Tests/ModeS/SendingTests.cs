using CsCheck;
using Overflight.Feeds.ModeS;
using Overflight.Feeds.ModeS.Sending;
using Overflight.Geodesy;
using Overflight.Tracks;

namespace Overflight.Feeds.Tests.ModeS;

/// <summary>What is sent, read back by the decoder that is held to recordings and to other decoders.</summary>
public class SendingTests
{
    private static readonly UtcInstant s_start = UtcInstant.From(new DateTimeOffset(2026, 3, 2, 6, 0, 0, TimeSpan.Zero));

    private static readonly Gen<AdsbReport> s_report = Gen.Select(
        Gen.Double[-86, 86], Gen.Double[-179, 179], Gen.Double[-1_000, 50_000], Gen.Double[-3_000, 3_000], Gen.Double[0, 1_400], Gen.Double[0, 360], Gen.Double[-30_000, 30_000])
        .Select((latitude, longitude, altitude, difference, speed, track, rate) => new AdsbReport(new(latitude, longitude), altitude, difference, speed, track, rate));

    [Fact]
    public void What_is_sent_is_what_is_decoded() =>
        Gen.Select(s_report, Gen.Int[0, 11], Gen.Int[0, 11], Gen.Int[0, 3], Gen.UInt[1, 0xFFFFFE]).Sample((report, nic, nacP, sil, address) =>
        {
            var track = Decode(Record(new(address), new(nic, nacP, 2, sil), _ => report, 30));

            Assert.Equal(address, track.Aircraft.Address.Value);
            Assert.True(track.Count > 20);
            for (var i = 0; i < track.Count; i++)
                Assert.InRange(Geodesic.DistanceMetres(track.PositionAt(i), report.Place), 0, 6);
            var last = track.Count - 1;
            Assert.Equal(report.PressureAltitudeFeet, track.BarometricAltitudesFeet[last], 12.51);
            Assert.Equal(report.GeometricMinusBarometricFeet, AirborneVelocity.Of(Squitter.Velocity(report, AdsbQuality.Usual)).GeometricMinusBarometricFeet, 12.51);
            var step = report.GroundSpeedKnots > 1_021 ? 3 : 0.8;
            Assert.Equal(report.GroundSpeedKnots, track.GroundSpeedsKnots[last], step);
            Assert.Equal(report.VerticalRateFeetPerMinute, track[last].VerticalRateFeetPerMinute, 32.01);
            Assert.Equal((nic, nacP, sil), ((int)track.NavigationIntegrityCategories[last], (int)track.NavigationAccuracyCategories[last], (int)track[last].Sil));
        }, iter: 60);

    [Fact]
    public void A_flight_that_is_sent_is_the_flight_that_is_read()
    {
        var from = new GeoPoint(31.5, -116.9);
        AdsbReport At(UtcInstant time) => new(Geodesic.Direct(from, 140, 90 * time.SecondsSince(s_start)), 22_000, -300, 90 / 0.514444, 140, 0);
        var track = Decode(Record(new(0xADFEED), AdsbQuality.Usual, At, 1_200));

        Assert.InRange(track.Count, 2_200, 2_600);
        for (var i = 0; i < track.Count; i++)
            Assert.InRange(Geodesic.DistanceMetres(track.PositionAt(i), At(track.TimeAt(i)).Place), 0, 6);
        Assert.Equal("LANTERN1", track.CallsignAt(track.TimeAt(track.Count - 1)));
    }

    [Fact]
    public void Messages_come_as_often_as_the_standard_asks()
    {
        var counts = new Dictionary<int, int>();
        var times = new List<UtcInstant>();
        var transmitter = new AdsbTransmitter(new(0xABCDEF), "TEST", AdsbQuality.Usual, s_start, 7);
        transmitter.Send(s_start.AddSeconds(1_000), _ => new(new(10, 20), 5_000, 0, 100, 90, 0), (at, frame) =>
        {
            times.Add(at);
            var type = (int)(frame.Message >> 51);
            counts[type] = counts.GetValueOrDefault(type) + 1;
        });

        Assert.Equal(times.Order(), times);
        Assert.InRange(counts[11], 1_950, 2_050);
        Assert.InRange(counts[19], 1_950, 2_050);
        Assert.InRange(counts[3], 190, 210);
        Assert.InRange(counts[31], 390, 410);
    }

    /// <summary>The example of Annex 10: the letters of a call sign, bit by bit, and the parity.</summary>
    [Fact]
    public void A_known_message_is_made_as_it_was_received()
    {
        var received = ModeSFrame.Of(Convert.FromHexString("8D4840D6202CC371C32CE0576098"));

        Assert.Equal((received.Message & 0xFFFF_FFFF_FFFF), Squitter.Identification("KLM1023", 0) & 0xFFFF_FFFF_FFFF);
        Assert.Equal(received, Squitter.Frame(0x4840D6, received.Message));
    }

    private static byte[] Record(AircraftAddress address, AdsbQuality quality, Func<UtcInstant, AdsbReport> report, double seconds)
    {
        using var recording = new MemoryStream();
        var record = new byte[BeastWriter.MostBytes];
        var transmitter = new AdsbTransmitter(address, "LANTERN1", quality, s_start, 3);
        transmitter.Send(s_start.AddSeconds(seconds), report, (at, frame) => recording.Write(record, 0, BeastWriter.Write(record, at, frame)));
        return recording.ToArray();
    }

    private static Track Decode(byte[] recording)
    {
        var tracks = new List<Track>();
        using var stream = new MemoryStream(recording);
        TrackFile.Read(stream, "sent.bin", new ReadOptions(), tracks.Add, null, TestContext.Current.CancellationToken);
        return Assert.Single(tracks);
    }
}
