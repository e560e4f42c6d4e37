using System.Globalization;
using System.IO.Compression;
using System.Text.Json;
using Overflight.Feeds.ModeS;
using Overflight.Geodesy;
using Overflight.Testing;
using Overflight.Tracks;

namespace Overflight.Feeds.Tests.ModeS;

/// <summary>71,939 recorded frames, each with what rs1090 and what readsb made of it. <c>docs/modes.md</c> explains every number here.</summary>
[Trait("Category", "Recorded")]
public sealed class TutorialRecordingTests
{
    private const string Frames = "modes/traffic_tutorial_71939_frames.jsonl.gz";
    private const string Readsb = "modes/readsb_tutorial.messages.jsonl.gz";
    private static readonly GeoPoint s_toulouse = new(43.63, 1.37);
    private static readonly GeoPoint s_heathrow = new(51.47, -0.46);

    [Fact]
    public void Without_any_reference_all_of_rs1090_s_positions_are_found_and_two_more()
    {
        var (common, missing, more, farthestMetres) = ComparePositions(new ModeSOptions());
        Assert.Equal((13_465, 0, 2), (common, missing, more));
        Assert.InRange(farthestMetres, 0, 0.001);
    }

    [Fact]
    public void With_the_two_airports_all_of_rs1090_s_positions_are_found_and_two_more()
    {
        var (common, missing, more, farthestMetres) = ComparePositions(new ModeSOptions { References = [s_toulouse, s_heathrow] });
        Assert.Equal((13_465, 0, 2), (common, missing, more));
        Assert.InRange(farthestMetres, 0, 0.001);
    }

    [Fact]
    public void Altitudes_and_squawks_are_readsb_s_but_for_addresses_that_nothing_confirms()
    {
        var (altitudes, squawks, unconfirmed) = (0, 0, 0);
        foreach (var (row, message) in Rows(Readsb).Zip(Decoded(new ModeSOptions())))
        {
            var hasAltitude = row.TryGetProperty("Baro altitude", out var altitude);
            var hasSquawk = row.TryGetProperty("Squawk", out var squawk);
            if (message.Parity == ParityStatus.Unconfirmed)
            {
                unconfirmed += hasAltitude || hasSquawk ? 1 : 0;
                Assert.Equal((AltitudeType.None, -1), (message.AltitudeType, message.Squawk));
                continue;
            }
            if (hasAltitude)
            {
                altitudes++;
                Assert.Equal((AltitudeType.Barometric, Feet(altitude)), (message.AltitudeType, message.AltitudeFeet));
            }
            else
                Assert.Equal(AltitudeType.None, message.AltitudeType);
            if (hasSquawk)
            {
                squawks++;
                Assert.Equal(int.Parse(squawk.GetString()!, CultureInfo.InvariantCulture), message.Squawk);
            }
        }
        Assert.Equal((34_044, 18_447, 18), (altitudes, squawks, unconfirmed));

        static int Feet(JsonElement altitude) => int.Parse(altitude.GetString()!.Split(' ')[0], CultureInfo.InvariantCulture);
    }

    [Fact]
    public void Comm_B_registers_never_conflict_with_readsb_s_and_more_are_named()
    {
        var (named, theirs, theirsOnly) = (0, 0, 0);
        foreach (var (row, message) in Rows(Readsb).Zip(Decoded(new ModeSOptions())))
        {
            named += message.CommB.IsNamed ? 1 : 0;
            if (!row.TryGetProperty("Comm-B format", out var format) || !format.GetString()!.StartsWith("BDS", StringComparison.Ordinal))
                continue;
            theirs++;
            var digits = format.GetString()![3..6].Replace(",", "", StringComparison.Ordinal);
            if (message.CommB.IsNamed)
                Assert.Equal(digits, ((int)message.CommB.Register).ToString("x2", CultureInfo.InvariantCulture));
            else
            {
                // Fifteen hold the same bits at 17,850 and at 27,075 ft, source 0: no meteorological report. The other ten start like
                // register 0,5 of type code 11: copies of the position squitter.
                theirsOnly++;
                Assert.Equal("44", digits);
                Assert.True(message.Frame.Message == 0x00800189C083F0 || Field.Of(message.Frame.Message, 1, 5) == 11);
            }
        }
        Assert.Equal((39_784, 39_617, 25), (named, theirs, theirsOnly));
    }

    [Fact]
    public void As_tracks_the_fixes_carry_source_integrity_speeds_squawk_and_the_number_of_their_message()
    {
        var reading = Reading.OfRecorded(Frames);

        Assert.True(reading.Report.IsComplete);
        Assert.Equal(TrackFormat.ModeSLines, reading.Report.Format);
        Assert.Equal(13_467, reading.Report.FixesRead);
        Assert.Equal((2L, 29L), (reading.Report.RejectedByKind["position-not-resolved"], reading.Report.RejectedByKind["unconfirmed-address"]));
        Assert.Equal(71_939, reading.Report.FixesRead + reading.Report.Rejected);
        var track = reading.Tracks.Single(t => t.Aircraft.Id == "400f99");
        Assert.Equal("BAW3AK", track.CallsignAt(track[0].Time));
        var fixes = Enumerable.Range(0, track.Count).Select(i => track[i]).ToArray();
        Assert.All(fixes, f => Assert.Equal(FixSource.Adsb, f.Source));
        Assert.All(fixes.Where(f => !f.Status.HasFlag(FixStatus.OnGround)), f => Assert.Equal((8, 185.2f), (f.Nic, f.ContainmentMetres)));
        var cruise = fixes.First(f => f.BarometricAltitudeFeet > 30_000 && f.Squawk == 2312);
        Assert.True(cruise is { NacP: 9, Sil: 3, GroundSpeedKnots: > 300, Status: FixStatus.None } or { Status: FixStatus.GeometricRate });
        Assert.Equal(fixes.Length, fixes.Select(f => f.Record).Distinct().Count());
    }

    [Fact]
    public void Evidence_gives_the_very_frames_behind_fixes()
    {
        var rows = Rows(Frames).ToArray();
        long[] records = [30_000, 2, 71_938, 99_999_999];

        var frames = ModeSFile.Frames(Recorded.PathOf(Frames), records, new ReadOptions());

        Assert.Equal([2L, 30_000, 71_938], frames.Select(f => f.Record));
        Assert.All(frames, f => Assert.Equal(rows[f.Record].GetProperty("frame").GetString(), f.Frame.ToString()));
        Assert.All(frames, f => Assert.Equal(rows[f.Record].GetProperty("timestamp").GetDouble() * 1e6, f.TimeMicroseconds, 1.0));
        Assert.Equal(522, frames[0].Offset);
    }

    private static (int Common, int Missing, int More, double FarthestMetres) ComparePositions(ModeSOptions options)
    {
        var (common, missing, more, farthest) = (0, 0, 0, 0.0);
        foreach (var (row, message) in Rows(Frames).Zip(Decoded(options)))
        {
            if (!row.TryGetProperty("latitude", out var latitude))
                more += message.HasPosition ? 1 : 0;
            else if (!message.HasPosition)
                missing++;
            else
            {
                common++;
                farthest = Math.Max(farthest, Geodesic.DistanceMetres(new GeoPoint(latitude.GetDouble(), row.GetProperty("longitude").GetDouble()), message.Fix.Position));
            }
        }
        return (common, missing, more, farthest);
    }

    private static List<DecodedMessage> Decoded(ModeSOptions options)
    {
        var messages = new List<DecodedMessage>();
        var report = ModeSFile.Decode(Recorded.PathOf(Frames), new ReadOptions { ModeS = options }, (in DecodedMessage m) => messages.Add(m));
        Assert.True(report.IsComplete);
        Assert.Equal(71_939, messages.Count);
        return messages;
    }

    private static IEnumerable<JsonElement> Rows(string file)
    {
        using var reader = new StreamReader(new GZipStream(File.OpenRead(Recorded.PathOf(file)), CompressionMode.Decompress));
        while (reader.ReadLine() is { } line)
            yield return JsonElement.Parse(line);
    }
}
