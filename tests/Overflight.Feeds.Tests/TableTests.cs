using System.Text;
using Overflight.Tracks;

namespace Overflight.Feeds.Tests;

public sealed class TableTests
{
    [Fact]
    public void OpenSky_csv_is_si_and_its_positions_have_their_own_time()
    {
        var reading = Reading.Of("""
            time,icao24,lat,lon,velocity,heading,vertrate,callsign,onground,alert,spi,squawk,baroaltitude,geoaltitude,lastposupdate,lastcontact
            1600000010,4b1814,47.1,8.2,100,90.5,-5.08,SWR1    ,false,false,false,1000,3048,3100.5,1600000009.5,1600000010
            1600000020,4b1814,47.1,8.2,100,90.5,-5.08,SWR1    ,false,false,false,1000,3048,3100.5,1600000009.5,1600000020
            1600000030,4b1814,47.2,8.3,100,90.5,-5.08,SWR1    ,True,false,false,1000,,,1600000029.25,1600000030
            """);

        Assert.Equal(TrackFormat.OpenSkyCsv, reading.Report.Format);
        var track = reading.Only;
        Assert.Equal(2, track.Count);
        Assert.Equal(1, reading.Report.RejectedByKind["stale-repeat"]);
        Assert.Equal("2020-09-13T12:26:49.500Z", track[0].Time.ToString());
        Assert.Equal(10000f, track[0].BarometricAltitudeFeet);
        Assert.Equal(194.384445, track[0].GroundSpeedKnots, 4);
        Assert.Equal(-1000f, track[0].VerticalRateFeetPerMinute);
        Assert.Equal(90.5f, track[0].TrackDegrees);
        Assert.Equal(FixStatus.None, track[0].Status);
        Assert.Equal(FixStatus.OnGround, track[1].Status);
        Assert.Equal("SWR1", track.Callsigns[0].Callsign);
    }

    [Fact]
    public void Flightradar_csv_has_its_position_in_one_column()
    {
        var reading = Reading.Of("Timestamp,UTC,Callsign,Position,Altitude,Speed,Direction\n1600000000,2020-09-13T12:26:40Z,DLH1,\"50.1,8.25\",1000,150,270\n1600000060,2020-09-13T12:27:40Z,DLH1,\"50.2,8.35\",0,15,271\n");

        Assert.Equal(TrackFormat.FlightradarCsv, reading.Report.Format);
        Assert.Equal("DLH1", reading.Only.Aircraft.Name);
        Assert.Equal(2, reading.Only.Count);
        Assert.Equal((50.1, 8.25), (reading.Only[0].Position.LatitudeDegrees, reading.Only[0].Position.LongitudeDegrees));
        Assert.Equal((1000f, 150f, 270f), (reading.Only[0].BarometricAltitudeFeet, reading.Only[0].GroundSpeedKnots, reading.Only[0].TrackDegrees));
    }

    [Theory]
    [InlineData("hex;Latitude;Longitude;altitude_m;speed_kts;time_ms", "ac671b;10.5;20.5;3048;100;1600000000000")]
    [InlineData("ICAO24\tlat\tlng\tAlt (ft)\tGround Speed (km/h)\tTimestamp", "AC671B\t10.5\t20.5\t10000\t185.2\t2020-09-13 12:26:40")]
    [InlineData("modeS,LatDeg,LonDeg,altitudeMeters,speed_ms,unixTime", "\"ac671b\",10.5,20.5,3048,51.4444444444,1600000000")]
    [InlineData("icao|lon|lat|alt_ft|gs|utc", "ac671b|20.5|10.5|10000|100|2020-09-13T12:26:40")]
    [InlineData("icao,lat,lon,alt_fl,speed,date,clock", "ac671b,10.5,20.5,100,100,2020-09-13,12:26:40")]
    public void Columns_are_recognised_by_name_and_unit(string header, string row)
    {
        foreach (var text in new[] { $"{header}\n{row}\n", $"{header}\r\n{row}", $"\uFEFF# made by a test\n{header}\n{row}\n\n" })
        {
            var reading = Reading.Of(text);
            Assert.True(reading.Report.IsComplete);
            var fix = reading.Only[0];
            Assert.Equal("ac671b", reading.Only.Aircraft.Id);
            Assert.Equal((10.5, 20.5), (fix.Position.LatitudeDegrees, fix.Position.LongitudeDegrees));
            Assert.Equal(10000, fix.BarometricAltitudeFeet, 1e-2);
            Assert.Equal(100, fix.GroundSpeedKnots, 1e-4);
            Assert.Equal("2020-09-13T12:26:40Z", fix.Time.ToString());
        }
    }

    [Fact]
    public void A_missing_column_is_explained()
    {
        var noTime = Reading.Of("icao,lat,lon,when\nac671b,1,2,3\n").Report;
        Assert.False(noTime.IsComplete);
        var problem = Assert.Single(noTime.Problems);
        Assert.Contains("no time column was found; headers seen: icao, lat, lon, when; names known: ", problem.Message, StringComparison.Ordinal);
        Assert.Contains("timestamp", problem.Message, StringComparison.Ordinal);
        Assert.StartsWith("not a format that Overflight reads", Assert.Single(Reading.Of("a,b,c\n1,2,3\n").Report.Problems).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Swapped_columns_are_told_and_never_swapped()
    {
        var rows = string.Concat(Enumerable.Range(0, 50).Select(i => $"ac671b,-117.{i:00},32.5,{1600000000 + i}\n"));
        var report = Reading.Of("icao,lat,lon,time\n" + rows).Report;
        Assert.Equal(0, report.FixesRead);
        Assert.Equal(50, report.RejectedByKind["latitude-out-of-range"]);
        Assert.Contains(report.Notes, n => n.Contains("look swapped", StringComparison.Ordinal) && n.Contains("not swapped", StringComparison.Ordinal));
    }

    [Fact]
    public void Damage_in_a_row_costs_that_row()
    {
        var reading = Reading.Of("icao,lat,lon,time\nac671b,1,2,1600000000\nac671b,x,2,1600000001\nac671b,1\nac671b,\"1,2,1600000003\nac671b,1,2,soon\nac671b,1,2,12\nac671b,,,1600000005\nac671b,1,250,1600000006\nac671b,1,2.5,1600000007");
        Assert.Equal(3, reading.Only.Count);
        Assert.Equal(-110, reading.Only[1].Position.LongitudeDegrees);
        Assert.Equal(
            "malformed=2 no-position=1 no-time=2 not-a-number=1",
            string.Join(' ', reading.Report.RejectedByKind.OrderBy(k => k.Key, StringComparer.Ordinal).Select(k => $"{k.Key}={k.Value}")));
        Assert.Equal(1, Assert.Single(reading.Report.Problems, p => p.Field == "latitude").Record);
    }

    [Fact]
    public void A_table_that_ends_within_a_row_is_cut_short()
    {
        var report = Reading.Of("icao,lat,lon,time\nac671b,1,2,1600000000\nac671b,1,2.").Report;
        Assert.Equal((1L, false, 1L), (report.FixesRead, report.IsComplete, report.RejectedByKind["truncated"]));
    }

    [Fact]
    public void Times_backwards_are_put_in_order_and_aircraft_apart()
    {
        var reading = Reading.Of("icao,lat,lon,time\nac671b,1,2,1600000020\n4b1814,5,6,1600000005\nac671b,1,3,1600000010\n4b1814,5,7,1600000001\n");
        Assert.Equal(["ac671b", "4b1814"], reading.Tracks.Select(t => t.Aircraft.Id));
        Assert.All(reading.Tracks, t => Assert.True(t[0].Time < t[1].Time));
        Assert.Equal(2, reading.Tracks[0][0].Record);
    }

    [Fact]
    public void Mixed_units_are_told_and_not_converted()
    {
        var rows = new StringBuilder("icao,lat,lon,time,speed,altitude,alt_geom\n");
        // 0.03 degrees in 36 s is 180 knots; half of the rows state it in m/s.
        for (var i = 0; i < 200; i++)
            rows.Append(System.Globalization.CultureInfo.InvariantCulture, $"ac671b,{10 + i * 0.03:F3},20,{1600000000 + i * 36},{(i < 100 ? 180 : 92.6)},10000,{3048 + i}\n");
        var reading = Reading.Of(rows.ToString());
        Assert.Contains(reading.Report.Notes, n => n.Contains("units look mixed", StringComparison.Ordinal));
        Assert.Contains(reading.Report.Notes, n => n.Contains("metres beside feet", StringComparison.Ordinal));
        Assert.Equal(92.6f, reading.Only[150].GroundSpeedKnots);
    }

    [Fact]
    public void A_line_without_end_is_given_up_in_bounded_memory()
    {
        var text = "icao,lat,lon,time\nac671b,1,2,1600000000\nac671b," + new string('9', 3 << 20) + "\nac671b,1,3,1600000001\n";
        var reading = Reading.Of(text);
        Assert.Equal(2, reading.Only.Count);
        Assert.Equal(1, reading.Report.RejectedByKind["record-too-long"]);
    }

    [Fact]
    public void Only_one_aircraft_can_be_asked_for()
    {
        Assert.True(AircraftAddress.TryParse("4b1814", out var address));
        var reading = Reading.Of("icao,lat,lon,time\nac671b,1,2,1600000020\n4b1814,5,6,1600000005\n", new ReadOptions { OnlyAddress = address });
        Assert.Equal("4b1814", reading.Only.Aircraft.Id);
    }

    [Fact]
    public void Memory_is_bounded_by_handing_on_those_longest_unheard()
    {
        var rows = new StringBuilder("icao,lat,lon,time\n");
        for (var i = 0; i < 3000; i++)
            rows.Append(System.Globalization.CultureInfo.InvariantCulture, $"{0xa00000 + i / 100:x6},10,{i % 100 / 10.0},{1600000000 + i}\n");
        var reading = Reading.Of(rows.ToString(), new ReadOptions { MaximumBufferedFixes = 500 });
        Assert.Equal(3000, reading.Tracks.Sum(t => t.Count));
        Assert.Contains(reading.Report.Notes, n => n.Contains("handed on before the end", StringComparison.Ordinal));
        Assert.Equal("a00000", reading.Tracks[0].Aircraft.Id);
    }

    [Fact]
    public void An_aircraft_handed_on_early_goes_on_from_its_last_fix()
    {
        var rows = new StringBuilder("icao,callsign,lat,lon,time\n");
        for (var i = 0; i < 3000; i++)
            rows.Append(System.Globalization.CultureInfo.InvariantCulture, $"{0xa00000 + i % 3:x6},{(i < 3 ? "EARLY" : "")},10,{i / 1000.0},{1600000000 + i}\n");
        var reading = Reading.Of(rows.ToString(), new ReadOptions { MaximumBufferedFixes = 500 });

        Assert.Equal(3000, reading.Report.FixesRead);
        foreach (var parts in reading.Tracks.GroupBy(t => t.Aircraft.Id))
        {
            Assert.True(parts.Count() > 1);
            Assert.All(parts, t => Assert.Equal("EARLY", t.CallsignAt(t.TimeAt(0))));
            foreach (var (before, after) in parts.Zip(parts.Skip(1)))
                Assert.Equal(before[before.Count - 1], after[0]);
        }
    }
}
