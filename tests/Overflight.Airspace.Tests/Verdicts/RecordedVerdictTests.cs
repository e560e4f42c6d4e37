using Overflight.Airspace.Tests.Shapes;
using Overflight.Airspace.Verdicts;
using Overflight.Feeds;
using Overflight.Testing;
using Overflight.Tracks;

namespace Overflight.Airspace.Tests.Verdicts;

/// <summary>Known answers on recordings that nobody in this project made.</summary>
[Trait("Category", "Recorded")]
public sealed class RecordedVerdictTests
{
    [Fact]
    public void A_flight_over_Yucatan_entered_Mexico_in_one_silence_and_left_in_another()
    {
        var flights = Analyze("tracks/readsb/trace_full_ac671b.json.gz", "ac671b");
        var mexico = Verdict(flights[0], "MEX");
        Assert.Equal(AirspaceVerdictKind.Entered, mexico.Kind);
        var presence = Assert.Single(mexico.Intervals, i => i.IsCertain);
        Between("2025-02-04T21:21:03Z", presence.Enter.Earliest, presence.Enter.Likely, presence.Enter.Latest, "2025-02-04T21:27:20Z");
        Between("2025-02-04T21:49:38Z", presence.Exit.Earliest, presence.Exit.Likely, presence.Exit.Latest, "2025-02-04T22:37:45Z");
        Assert.Equal(AirspaceVerdictKind.Entered, mexico.SecondSet!.Kind);
        Assert.All(flights.Skip(1), f => Assert.DoesNotContain(f.Verdicts, v => v.Airspace == "MEX" && v.Kind != AirspaceVerdictKind.DidNotEnter));
    }

    [Fact]
    public void A_silence_of_46_minutes_south_of_the_lakes_leaves_Canada_possible()
    {
        var canada = Verdict(Analyze("tracks/readsb/trace_full_ac671b.json.gz", "ac671b")[1], "CAN");
        Assert.Equal(AirspaceVerdictKind.CannotBeRuledOut, canada.Kind);
        Assert.InRange(canada.SpeedToEnterKnots!.Value, 480, canada.Speed.Knots);
        Assert.NotNull(canada.Witness);
    }

    [Theory]
    [InlineData("a515f1", 880, 930)]
    [InlineData("a52add", 1280, 1380)]
    public void Tankers_turning_at_Otay_were_in_Mexico_by_both_sets(string aircraft, double leastDepth, double mostDepth)
    {
        var flight = Assert.Single(Analyze("tracks/firefighting/calfire.json.gz", aircraft), f => f.Flight.Start.ToString().StartsWith("2020-09-10T22", StringComparison.Ordinal));
        var mexico = Verdict(flight, "MEX");
        // About a kilometre deep: beyond the radius of a fix (some 500 m) and the line's 25 to 40 m together.
        Assert.Equal((AirspaceVerdictKind.Entered, AirspaceVerdictKind.Entered), (mexico.Kind, mexico.SecondSet!.Kind));
        Assert.InRange(mexico.DeepestMetres!.Value, leastDepth, mostDepth);
        Assert.InRange(mexico.SecondSet.DeepestMetres!.Value, leastDepth, mostDepth);
        Assert.Equal(AirspaceVerdictKind.Entered, Verdict(flight, "USA").Kind);
    }

    [Fact]
    public void A_patrol_of_the_Channel_was_twice_in_France()
    {
        var flight = Assert.Single(Analyze("tracks/surveillance/border_control.json.gz", "407918"));
        var visits = Verdict(flight, "FRA").Intervals.Where(i => i.IsCertain).ToArray();
        Assert.Equal(2, visits.Length);
        Near("2020-04-17T06:11:00Z", visits[0].Enter.Likely, 15);
        Near("2020-04-17T06:16:40Z", visits[0].Exit.Likely, 15);
        Near("2020-04-17T06:54:20Z", visits[1].Enter.Likely, 15);
        Near("2020-04-17T06:57:00Z", visits[1].Exit.Likely, 15);
        // The sea line is vague by a quarter of a kilometre; both visits go deeper.
        Assert.All(visits, v => Assert.True(v.DeepestMetres > 2 * 251));
        Assert.Equal(AirspaceVerdictKind.Entered, Verdict(flight, "GBR").Kind);
        Assert.Equal(["FRA", "GBR"], flight.Verdicts.Where(v => v.Kind == AirspaceVerdictKind.Entered).Select(v => v.Airspace));
    }

    [Fact]
    public void A_spoofed_stay_over_Lviv_enters_nothing()
    {
        var flight = Assert.Single(Analyze("tracks/noisy/noisy_spoofing.json.gz", "4baac6"));
        Assert.Equal(["BGR", "POL", "ROU", "SWE", "TUR"], flight.Verdicts.Where(v => v.Kind == AirspaceVerdictKind.Entered).Select(v => v.Airspace).Order());
        var ukraine = Verdict(flight, "UKR");
        Assert.Equal(AirspaceVerdictKind.CannotBeRuledOut, ukraine.Kind);
        Assert.Equal(AirspaceVerdictKind.Entered, ukraine.WithSetAside);
        Assert.All(Enumerable.Range(0, flight.Flight.Count), i => Assert.False(flight.Flight.PositionAt(i) is { LatitudeDegrees: > 49 and < 50.5, LongitudeDegrees: > 22 and < 26 }));
    }

    [Fact]
    public void Clean_recordings_lose_no_fix_for_being_out_of_reach()
    {
        foreach (var flight in Analyze("tracks/readsb/trace_full_ac671b.json.gz", "ac671b").Concat(Analyze("tracks/surveillance/border_control.json.gz", "407918")))
            Assert.DoesNotContain(flight.Flight.SetAside, f => f.Reason == Tracks.Preparing.RejectionReason.OutOfReach);
    }

    private static List<FlightAnalysis> Analyze(string recording, string aircraft)
    {
        var analyzer = new FlightAnalyzer(Boundaries.Index, new AnalyzerOptions());
        var flights = new List<FlightAnalysis>();
        TrackFile.Read(Recorded.PathOf(recording), new ReadOptions { ComputeHash = false }, track =>
        {
            if (track.Aircraft.Id == aircraft)
                flights.AddRange(analyzer.Analyze(track));
        });
        return flights;
    }

    private static AirspaceVerdict Verdict(FlightAnalysis flight, string airspace) => Assert.Single(flight.Verdicts, v => v.Airspace == airspace);

    private static void Between(string from, UtcInstant? earliest, UtcInstant? likely, UtcInstant? latest, string to)
    {
        Assert.True(UtcInstant.From(DateTimeOffset.Parse(from)) <= earliest!.Value && earliest <= likely && likely <= latest, $"{from} {earliest} {likely} {latest}");
        Assert.True(latest!.Value.SecondsSince(UtcInstant.From(DateTimeOffset.Parse(to))) <= 1, $"{latest} {to}");
    }

    private static void Near(string expected, UtcInstant? actual, double seconds) =>
        Assert.InRange(Math.Abs(actual!.Value.SecondsSince(UtcInstant.From(DateTimeOffset.Parse(expected)))), 0, seconds);
}
