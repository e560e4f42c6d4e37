using Overflight.Tracks;

namespace Overflight.Feeds.Tests;

public sealed class JsonTableTests
{
    private const string RowA = """{"timestamp":1600000001000,"icao24":"4b1814","latitude":47.1,"longitude":8.2,"altitude":3000,"groundspeed":120.5,"track":-45,"vertical_rate":64,"callsign":"SWR1","onground":false,"last_position":1600000000250}""";
    private const string RowB = """{"timestamp":1600000002000,"icao24":"4b1814","latitude":47.1,"longitude":8.2,"altitude":3000,"groundspeed":120.5,"track":-45,"vertical_rate":64,"callsign":"SWR1","onground":false,"last_position":1600000000250}""";
    private const string RowC = """{"timestamp":1600000003000,"icao24":"4b1814","latitude":47.3,"longitude":8.4,"altitude":null,"groundspeed":null,"track":null,"vertical_rate":null,"callsign":null,"onground":true,"last_position":null}""";

    [Fact]
    public void Rows_use_the_time_of_the_position_and_drop_stale_repeats()
    {
        foreach (var text in new[] { $"[{RowA},{RowB},{RowC}]", $"{RowA}\n{RowB}\n{RowC}\n", $"{RowA}\n{RowB}\n{RowC}" })
        {
            var reading = Reading.Of(text);
            Assert.Equal(text[0] == '[' ? TrackFormat.TrafficRows : TrackFormat.JsonLines, reading.Report.Format);
            Check(reading);
        }
    }

    [Fact]
    public void Columns_keyed_by_row_mean_the_same()
    {
        var reading = Reading.Of("""
            {"timestamp":{"7":1600000001000,"9":1600000002000,"12":1600000003000},"icao24":{"7":"4b1814","9":"4b1814","12":"4b1814"},
             "latitude":{"7":47.1,"9":47.1,"12":47.3},"longitude":{"7":8.2,"9":8.2,"12":8.4},"altitude":{"7":3000,"9":3000,"12":null},
             "groundspeed":{"7":120.5,"9":120.5},"track":{"7":-45,"9":-45,"12":null},"vertical_rate":{"7":64,"9":64,"12":null},
             "squawk":{"7":"1000","9":"1000","12":{"odd":[1]}},"callsign":{"7":"SWR1","9":"SWR1","12":null},
             "onground":{"7":false,"9":false,"12":true},"last_position":{"7":1600000000250,"9":1600000000250,"12":null}}
            """);
        Assert.Equal(TrackFormat.TrafficColumns, reading.Report.Format);
        Check(reading);
    }

    [Fact]
    public void Columns_as_lists_are_read_too()
    {
        var reading = Reading.Of("""{"timestamp":[1600000001000,1600000002000],"latitude":[1.5,2.5],"longitude":[3.5,4.5],"icao24":["4b1814","4b1815"]}""");
        Assert.Equal(["4b1814", "4b1815"], reading.Tracks.Select(t => t.Aircraft.Id));
    }

    [Fact]
    public void Without_last_position_the_time_is_that_of_the_row_and_a_parked_aircraft_stays()
    {
        var reading = Reading.Of("""
            [{"timestamp":1600000001000,"icao24":"4b1814","latitude":47.1,"longitude":8.2,"groundspeed":120,"onground":false},
             {"timestamp":1600000002000,"icao24":"4b1814","latitude":47.1,"longitude":8.2,"groundspeed":120,"onground":false},
             {"timestamp":1600000003000,"icao24":"4b1814","latitude":47.1,"longitude":8.2,"groundspeed":0,"onground":true}]
            """);
        Assert.Equal(2, reading.Only.Count);
        Assert.All(reading.Only.Statuses.ToArray(), s => Assert.True(s.HasFlag(FixStatus.TimeIsOfRecord)));
    }

    [Fact]
    public void A_damaged_row_costs_that_row()
    {
        var reading = Reading.Of($"[{RowA},{{\"timestamp\":16000x,\"latitude\":3,\"deep\":{{\"a\":[1,2]}}}},{{\"timestamp\":1600000009000,\"icao24\":\"4b1814\",\"latitude\":NaN,\"longitude\":3}},{RowC}]");
        Assert.Equal(2, reading.Only.Count);
        Assert.Equal(1, reading.Report.RejectedByKind["malformed"]);
        Assert.Equal(1, reading.Report.RejectedByKind["not-a-number"]);
    }

    [Fact]
    public void A_column_table_without_places_is_explained()
    {
        var report = Reading.Of("""{"timestamp":{"0":1600000001000},"latitude":{"0":1.5}}""").Report;
        Assert.Contains("no longitude column", Assert.Single(report.Problems).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void OpenSky_states_and_tracks_are_si()
    {
        var states = Reading.Of("""
            {"time":1600000010,"states":[["4b1814","SWR1    ","Switzerland",1600000008,1600000009,8.2,47.1,3048,false,100,90.5,-5.08,null,3100,"1000",false,0],
             ["4b1815",null,"Switzerland",null,1600000009,null,null,null,true,null,null,null,null,null,null,false,2]]}
            """);
        Assert.Equal(TrackFormat.OpenSkyStates, states.Report.Format);
        var fix = states.Only[0];
        Assert.Equal("2020-09-13T12:26:48Z", fix.Time.ToString());
        Assert.Equal((47.1, 8.2, 10000f, FixSource.Adsb), (fix.Position.LatitudeDegrees, fix.Position.LongitudeDegrees, fix.BarometricAltitudeFeet, fix.Source));
        Assert.Equal(1, states.Report.RejectedByKind["no-position"]);

        var path = Reading.Of("""{"icao24":"4b1814","startTime":1.6e9,"endTime":1.6e9,"callsign":"SWR1  ","path":[[1600000000,47.1,8.2,3048,90.5,false],[1600000900,47.2,8.3,0,null,true]]}""");
        Assert.Equal(TrackFormat.OpenSkyTrack, path.Report.Format);
        Assert.Equal((2, "4b1814", "SWR1"), (path.Only.Count, path.Only.Aircraft.Id, path.Only.Callsigns[0].Callsign));
        Assert.Equal(FixStatus.OnGround, path.Only[1].Status);
    }

    private static void Check(Reading reading)
    {
        Assert.True(reading.Report.IsComplete);
        Assert.Equal(1, reading.Report.RejectedByKind["stale-repeat"]);
        var track = reading.Only;
        Assert.Equal(2, track.Count);
        Assert.Equal("2020-09-13T12:26:40.250Z", track[0].Time.ToString());
        Assert.Equal((3000f, 120.5f, 315f, 64f), (track[0].BarometricAltitudeFeet, track[0].GroundSpeedKnots, track[0].TrackDegrees, track[0].VerticalRateFeetPerMinute));
        Assert.Equal(FixStatus.None, track[0].Status);
        Assert.Equal("2020-09-13T12:26:43Z", track[1].Time.ToString());
        Assert.Equal(FixStatus.OnGround | FixStatus.TimeIsOfRecord, track[1].Status);
    }
}
