using Overflight.Airspace.Tests.Shapes;
using Overflight.Airspace.Verdicts;
using Overflight.Geodesy;
using Overflight.Tracks;
using Overflight.Tracks.Preparing;

namespace Overflight.Airspace.Tests.Verdicts;

/// <summary>Zones with a floor, a ceiling and hours, between fixes that are beyond them.</summary>
public sealed class ZoneLimitTests
{
    [Theory]
    [InlineData(1, 35_000, 35_000, AirspaceVerdictKind.DidNotEnter)]
    [InlineData(1800, 35_000, 35_000, AirspaceVerdictKind.CannotBeRuledOut)]
    [InlineData(1, 15_000, 15_000, AirspaceVerdictKind.Entered)]
    [InlineData(1, 20_100, 20_100, AirspaceVerdictKind.CannotBeRuledOut)]
    [InlineData(1, float.NaN, float.NaN, AirspaceVerdictKind.CannotBeRuledOut)]
    [InlineData(60, 35_000, 21_000, AirspaceVerdictKind.CannotBeRuledOut)]
    public void A_silence_above_the_ceiling_may_have_been_spent_below_it(double seconds, float first, float second, AirspaceVerdictKind expected) =>
        Assert.Equal(expected, Judge(new VerticalLimits(10_000, 20_000), null, 10.5, 10.5, seconds, first, second));

    [Theory]
    [InlineData(9.999, 10.001)]
    [InlineData(9.99, 9.999)]
    public void Across_the_sides_far_above_is_not_entry(double fromLongitude, double toLongitude) =>
        Assert.Equal(AirspaceVerdictKind.DidNotEnter, Judge(new VerticalLimits(0, 5_000), null, fromLongitude, toLongitude, 10, 30_000, 30_000));

    [Theory]
    [InlineData(1000, 2000, AirspaceVerdictKind.Entered)]
    [InlineData(1100, 1200, AirspaceVerdictKind.CannotBeRuledOut)]
    [InlineData(2000, 3000, AirspaceVerdictKind.DidNotEnter)]
    [InlineData(0, 999, AirspaceVerdictKind.DidNotEnter)]
    public void Hours_that_fall_into_a_silence_leave_doubt(double from, double to, AirspaceVerdictKind expected) =>
        Assert.Equal(expected, Judge(null, new ValidityPeriod(UtcInstant.FromUnixSeconds(from), UtcInstant.FromUnixSeconds(to)), 10.5, 10.5, 600, 1000, 1000));

    private static AirspaceVerdictKind Judge(VerticalLimits? vertical, ValidityPeriod? validity, double fromLongitude, double toLongitude, double seconds, float first, float second)
    {
        var region = new Soup().Add("Z", (10, 10), (11, 10), (11, 11), (10, 11)).Region(0, vertical, validity);
        var builder = new TrackBuilder(new Aircraft(AircraftAddress.None), "made");
        builder.Add(new Fix { Time = UtcInstant.FromUnixSeconds(1000), Position = new GeoPoint(10.5, fromLongitude), BarometricAltitudeFeet = first, Source = FixSource.Telemetry });
        builder.Add(new Fix { Time = UtcInstant.FromUnixSeconds(1000 + seconds), Position = new GeoPoint(10.5, toLongitude), BarometricAltitudeFeet = second, Source = FixSource.Telemetry });
        var verdict = FlightJudge.Judge(FlightPreparer.Prepare(builder.Build(), SpeedBound.Given(450)), region);
        Assert.Equal(verdict.Kind == AirspaceVerdictKind.CannotBeRuledOut, verdict.Witness is not null);
        return verdict.Kind;
    }
}
