using Overflight.Testing;
using Overflight.Tracks;

namespace Overflight.Feeds.Tests;

[Trait("Category", "Recorded")]
public sealed class RecordedTests
{
    [Fact]
    public void A_readsb_trace_gives_its_aircraft_its_fixes_and_its_integrity()
    {
        var reading = Reading.OfRecorded("tracks/readsb/trace_full_ac671b.json.gz");

        var track = reading.Only;
        Assert.Equal("ac671b", track.Aircraft.Id);
        Assert.Equal(("N899DN", "B739"), (track.Aircraft.Registration, track.Aircraft.TypeDesignator));
        Assert.Equal("BOEING 737-900; DELTA AIR LINES INC", track.Aircraft.Description);
        Assert.Equal(2500, track.Count);
        Assert.Equal("2025-02-04T21:13:42.619Z", track[0].Time.ToString());
        Assert.Equal("DAL1812", track.Callsigns[0].Callsign);
        Assert.Equal((16.777359, -88.036868), (track[0].Position.LatitudeDegrees, track[0].Position.LongitudeDegrees));
        Assert.Equal(32000f, track[0].BarometricAltitudeFeet);
        Assert.Equal(33825f, track[0].GeometricAltitudeFeet);
        Assert.Equal(FixStatus.SilenceBefore, track[0].Status);
        Assert.Equal(-1, track[0].Nic);
        Assert.Equal((8, 10, 3, 186f), (track[3].Nic, track[3].NacP, track[3].Sil, track[3].ContainmentMetres));
        Assert.Equal(394, track.Statuses.ToArray().Count(s => s.HasFlag(FixStatus.OnGround)));
        Assert.Equal(3, track.Statuses.ToArray().Count(s => s.HasFlag(FixStatus.NewLeg)));
        Assert.All(Enumerable.Range(0, track.Count), i => Assert.Equal(FixSource.Adsb, track[i].Source));
        Assert.True(reading.Report.IsComplete);
        Assert.Equal(64225, reading.Report.Bytes);
        Assert.Equal(64, reading.Report.Sha256.Length);
    }

    [Fact]
    public void Carried_integrity_ends_a_minute_after_the_detail_it_came_with()
    {
        var track = Reading.OfRecorded("tracks/readsb/trace_full_ac671b.json.gz").Only;
        var withCodes = 0;
        for (var i = 0; i < track.Count; i++)
            withCodes += track[i].Nic >= 0 ? 1 : 0;
        // 625 elements have details of their own.
        Assert.InRange(withCodes, 625, 2499);
    }

    [Theory]
    [InlineData("surveillance/border_control", 1, 1465, 0)]
    [InlineData("firefighting/calfire", 45, 9955, 299)]
    [InlineData("collections/switzerland", 842, 139098, 240)]
    [InlineData("onground/zurich_airport", 10, 17132, 123)]
    [InlineData("noisy/noisy_spoofing", 1, 8681, 3986)]
    public void Traffic_rows_are_all_accounted_for(string name, int aircraft, int rows, int stale)
    {
        var reading = Reading.OfRecorded($"tracks/{name}.json.gz");

        Assert.True(reading.Report.IsComplete);
        Assert.Equal(aircraft, reading.Tracks.Count);
        Assert.Equal(rows, reading.Report.FixesRead + reading.Report.Rejected);
        Assert.Equal(stale, reading.Report.RejectedByKind.GetValueOrDefault("stale-repeat"));
    }

    [Fact]
    public void Stale_rows_are_told_and_positions_have_their_own_time()
    {
        var reading = Reading.OfRecorded("tracks/noisy/noisy_spoofing.json.gz");

        Assert.Equal(11, reading.Report.RejectedByKind["no-position"]);
        Assert.Contains("3,986 rows repeat the position before them and were taken as stale", reading.Report.Notes);
        Assert.Equal("2024-09-17T08:04:23.061Z", reading.Only[0].Time.ToString());
        Assert.DoesNotContain(reading.Only.Statuses.ToArray(), s => s.HasFlag(FixStatus.TimeIsOfRecord));
    }

    [Fact]
    public void Exchange_traces_as_csv_take_the_whole_instant_not_the_day_beside_it()
    {
        var track = Reading.OfRecorded("tracks/traces/raw_A11F59_2025-02-07_2025-02-08.csv.gz").Only;

        Assert.Equal(7889, track.Count);
        Assert.Equal("2025-02-07T01:30:47.330Z", track[0].Time.ToString());
        Assert.Equal(("a11f59", "N17104", "B752"), (track.Aircraft.Id, track.Aircraft.Registration, track.Aircraft.TypeDesignator));
        Assert.Equal(FixStatus.OnGround, track[0].Status);
        Assert.Equal(1319, track.Statuses.ToArray().Count(s => s.HasFlag(FixStatus.OnGround)));
    }

    [Fact]
    public void Buzzfeed_tables_and_GeoJson_points_are_read()
    {
        var planes = Reading.OfRecorded("tracks/buzzfeed2016_rnc.csv.gz");
        Assert.Equal(9, planes.Tracks.Count);
        Assert.Equal(4981, planes.Report.FixesRead + planes.Report.Rejected);
        Assert.Equal("N6987A", planes.Tracks[0].Aircraft.Registration);

        var points = Reading.OfRecorded("tracks/traces/processed_abfd8c.geojson.gz");
        Assert.Equal(TrackFormat.GeoJson, points.Report.Format);
        Assert.Equal(32000f, points.Only[0].BarometricAltitudeFeet);
        Assert.Equal("2025-02-09T00:00:18.590Z", points.Only[0].Time.ToString());
    }

    [Fact]
    public void Every_recorded_track_is_read_without_a_problem()
    {
        var root = Path.GetDirectoryName(Recorded.PathOf("MANIFEST.md"))!;
        foreach (var path in TrackFile.Expand([Path.Combine(root, "tracks")]))
        {
            var report = TrackFile.Read(path, new ReadOptions { ComputeHash = false }, _ => { });
            var isTrack = !path.Contains("/airspaces/", StringComparison.Ordinal);
            Assert.True(report.IsComplete == isTrack, $"{path}: {string.Join("; ", report.Problems)}");
            Assert.True(isTrack ? report.FixesRead > 100 : report.Problems.Count == 1, path);
        }
    }
}
