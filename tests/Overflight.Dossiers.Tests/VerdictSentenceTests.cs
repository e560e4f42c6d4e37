using Overflight.Airspace;
using Overflight.Airspace.Verdicts;
using Overflight.Geodesy;
using Overflight.Patterns;

namespace Overflight.Dossiers.Tests;

public class VerdictSentenceTests
{
    private static readonly FlightExamination Flight = Flights.Examined(Flights.Through(Flights.Eastward(21, -88, 181)));

    [Fact]
    public void Entered_with_wide_times()
    {
        var verdict = Flights.Verdict(Flight.Flight, AirspaceVerdictKind.Entered, Flights.Inside(600, 1800, 300)) with { DeepestMetres = 158_200 };
        Assert.Equal("N899DN entered Mexican airspace on 4 February 2025 from 21:10:00 to 21:30:00 UTC (between 21:05:00 and 21:35:00 at the widest), recorded at most 158 km inside.", VerdictSentence.Of(Flight.Analysis, verdict));
    }

    [Fact]
    public void Entered_with_narrow_times()
    {
        var verdict = Flights.Verdict(Flight.Flight, AirspaceVerdictKind.Entered, Flights.Inside(600, 1800, 5.2)) with { DeepestMetres = 999.6 };
        Assert.Equal("N899DN entered Mexican airspace on 4 February 2025 from 21:10:00 to 21:30:00 UTC (times within 6 s), recorded at most 1.0 km inside.", VerdictSentence.Of(Flight.Analysis, verdict));
    }

    [Fact]
    public void Entered_twice_names_the_day_once()
    {
        var verdict = Flights.Verdict(Flight.Flight, AirspaceVerdictKind.Entered, Flights.Inside(600, 900, 5), Flights.Inside(1200, 1800, 5));
        Assert.Equal("N899DN entered Mexican airspace twice on 4 February 2025: from 21:10:00 to 21:15:00 UTC (times within 5 s); from 21:20:00 to 21:30:00 UTC (times within 5 s).", VerdictSentence.Of(Flight.Analysis, verdict));
    }

    [Fact]
    public void In_it_throughout()
    {
        var inside = Flights.Inside(0, 3600, 0);
        var verdict = Flights.Verdict(Flight.Flight, AirspaceVerdictKind.Entered, inside with { Enter = inside.Enter with { Earliest = null }, Exit = inside.Exit with { Latest = null } }) with { DeepestMetres = 85_540, Airspace = "BLZ" };
        Assert.Equal("N899DN was in Belizean airspace throughout the time its track covers, on 4 February 2025 from 21:00:00 to 22:00:00 UTC, recorded at most 85.5 km inside.", VerdictSentence.Of(Flight.Analysis, verdict));
    }

    [Fact]
    public void Did_not_enter()
    {
        var verdict = Flights.Verdict(Flight.Flight, AirspaceVerdictKind.DidNotEnter) with { ClosestMetres = 51_940, SpeedToEnterKnots = 1209.7 };
        Assert.Equal("N899DN did not enter Mexican airspace between 21:00:00 and 22:00:00 UTC on 4 February 2025, the time its track covers; it was recorded no nearer than 51.9 km. Entry would have needed 1,210 kt; 650 kt was allowed.", VerdictSentence.Of(Flight.Analysis, verdict));
    }

    [Fact]
    public void Cannot_be_ruled_out_for_a_silence()
    {
        GeoPoint[] places = [new(49, -90), new(49, -85)];
        var flight = Flights.Examined(Flights.Through(places, secondsApart: 2770));
        var verdict = Flights.Verdict(flight.Flight, AirspaceVerdictKind.CannotBeRuledOut) with { Airspace = "CAN", SpeedToEnterKnots = 529.4, SpeedToEnterLeg = (0, 1) };
        Assert.Equal("That N899DN entered Canadian airspace cannot be ruled out: during a silence of 46 minutes on 4 February 2025 from 21:00:00 to 21:46:10 UTC it could have gone in and come back at 529 kt or more; 650 kt was allowed.", VerdictSentence.Of(flight.Analysis, verdict));
    }

    [Fact]
    public void Cannot_be_ruled_out_for_a_fix_near_the_line()
    {
        var edge = new BoundaryEdge("test", 7, new GeoPoint(21, -88), new GeoPoint(21, -87), EdgeKind.Land, EdgeReading.Chord, 25, ["MEX"]);
        var witness = new Witness(new GeoPoint(21, -88), Flights.Start, Flights.Start, 0, 0, 10, 10, 800, 0, edge);
        var verdict = Flights.Verdict(Flight.Flight, AirspaceVerdictKind.CannotBeRuledOut) with { SpeedToEnterKnots = 0, Witness = witness, Probability = 0.43 };
        Assert.Equal("That N899DN entered Mexican airspace cannot be ruled out: at 21:00:00 UTC on 4 February 2025 it was recorded nearer to the line than its position and the line itself are known (probability of having been inside: 43 %).", VerdictSentence.Of(Flight.Analysis, verdict));
    }

    [Fact]
    public void A_fix_near_the_line_is_named_where_a_silence_came_before_it()
    {
        var edge = new BoundaryEdge("test", 7, new GeoPoint(21, -88), new GeoPoint(21, -87), EdgeKind.Land, EdgeReading.Chord, 25, ["MEX"]);
        Witness At(int first, int second) => new(new GeoPoint(21, -88), Flight.Flight.TimeAt(first), Flight.Flight.TimeAt(second), first, second, 10, 10, 800, 0, edge);
        var inSilence = Flights.Inside(20, 40, 5) with { IsCertain = false, Witness = At(1, 2) };
        var atFix = Flights.Inside(100, 140, 5) with { IsCertain = false, Witness = At(6, 6) };
        var verdict = Flights.Verdict(Flight.Flight, AirspaceVerdictKind.CannotBeRuledOut, inSilence, atFix) with { SpeedToEnterKnots = 0, Witness = inSilence.Witness };
        Assert.StartsWith("That N899DN entered Mexican airspace cannot be ruled out: at 21:02:00 UTC on 4 February 2025 it was recorded nearer", VerdictSentence.Of(Flight.Analysis, verdict), StringComparison.Ordinal);
    }

    [Fact]
    public void A_flight_past_midnight_names_both_days()
    {
        var verdict = Flights.Verdict(Flight.Flight, AirspaceVerdictKind.Entered, Flights.Inside(600, 15_000, 5));
        Assert.Equal("N899DN entered Mexican airspace from 21:10:00 UTC on 4 February 2025 to 01:10:00 UTC on 5 February 2025 (times within 5 s).", VerdictSentence.Of(Flight.Analysis, verdict));
    }

    [Theory]
    [InlineData("MEX", "Mexican airspace")]
    [InlineData("USA", "United States airspace")]
    [InlineData("CAF", "the airspace of the Central African Republic")]
    [InlineData("My\u0007 zone", "the zone My zone")]
    public void Airspaces_have_names(string code, string name) => Assert.Equal(name, Countries.Airspace(code));

    [Fact]
    public void Every_claim_of_the_pack_has_a_name() =>
        Assert.DoesNotContain(Pack.Index.Sources.SelectMany(s => s.Claims), c => !Countries.IsKnown(c));

    [Theory]
    [InlineData(1, "1 second")]
    [InlineData(119, "119 seconds")]
    [InlineData(120, "2 minutes")]
    [InlineData(3569, "59 minutes")]
    [InlineData(3571, "60 minutes")]
    [InlineData(3600, "1 h 00 min")]
    [InlineData(7170, "2 h 00 min")]
    public void Durations_are_rounded_once(double seconds, string words) => Assert.Equal(words, Wording.Duration(seconds));
}
