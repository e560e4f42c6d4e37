using Overflight.Patterns.Kinds;
using Overflight.Testing;
using Overflight.Tracks;
using Overflight.Tracks.Preparing;

namespace Overflight.Patterns.Tests.Kinds;

/// <summary>What recorded flights did, against what people say of them. Nobody here recorded or labelled them but for <c>circling-rnc.csv</c>, which was labelled by eye from drawings of the tracks.</summary>
[Trait("Category", "Recorded")]
public sealed class RecordedPatternTests
{
    private static readonly FlightKind[] s_circling = [FlightKind.Orbit, FlightKind.Racetrack, FlightKind.FigureEight, FlightKind.Loiter];

    private static UtcInstant Time(string text) => UtcInstant.From(DateTimeOffset.Parse(text, System.Globalization.CultureInfo.InvariantCulture));

    private static double Minutes(PreparedFlight flight) => flight.End.SecondsSince(flight.Start) / 60;

    /// <summary>Share of an interval that patterns of some kinds cover.</summary>
    private static double Covered(IEnumerable<FlightPattern> patterns, UtcInstant from, UtcInstant to) =>
        patterns.Sum(p => Math.Max(0, (p.End < to ? p.End : to).SecondsSince(p.Start > from ? p.Start : from))) / to.SecondsSince(from);

    [Fact]
    public void Nine_tenths_of_the_flights_that_a_person_calls_circling_are_found_at_a_fix_a_minute()
    {
        var flights = RecordedFlights.Of("buzzfeed2016_rnc.csv.gz");
        var (labelled, found, shaped) = (0, 0, 0);
        foreach (var line in File.ReadLines(Path.Combine(Repository.Root, "tests", "Overflight.Patterns.Tests", "Labels", "circling-rnc.csv")).Skip(1))
        {
            if (line.Split(',') is not [var aircraft, var start, { Length: > 0 } from, { Length: > 0 } to])
                continue;
            labelled++;
            var flight = Assert.Single(flights, f => f.Track.Aircraft.Id == aircraft && Math.Abs(f.Start.SecondsSince(Time(start))) < 1);
            var patterns = PatternFinder.Find(flight);
            found += Covered(patterns.Where(p => s_circling.Contains(p.Kind)), Time(from), Time(to)) >= 0.5 ? 1 : 0;
            shaped += patterns.Any(p => p.Kind is FlightKind.Orbit or FlightKind.Racetrack or FlightKind.FigureEight) ? 1 : 0;
        }
        TestContext.Current.TestOutputHelper?.WriteLine($"{found} of {labelled} found, {shaped} with an orbit, a racetrack or a figure eight");

        Assert.Equal(43, labelled);
        Assert.True(found >= 0.9 * labelled, $"{found} of {labelled}");
        Assert.True(shaped >= 0.7 * labelled, $"{shaped} of {labelled}");
    }

    [Fact]
    public void Airliners_over_Switzerland_neither_orbit_nor_survey()
    {
        var airliners = RecordedFlights.Of("collections/switzerland.json.gz").Where(f => System.Text.RegularExpressions.Regex.IsMatch(f.Track.CallsignAt(f.Start), "^[A-Z]{3}[0-9]")).ToArray();
        var shaped = airliners.Where(f => PatternFinder.Find(f).Any(p => p.Kind is not (FlightKind.Transit or FlightKind.Holding))).Select(f => $"{f.Track.Aircraft.Id} {f.Start}").ToArray();

        Assert.InRange(airliners.Length, 700, 2_000);
        Assert.True(shaped.Length <= airliners.Length / 1_000, string.Join(", ", shaped));
    }

    /// <summary>Flights of at least twenty minutes, and of how many the kind named takes up most of the time that has a shape.</summary>
    [Theory]
    [InlineData(FlightKind.Ladder, 5, 5, "surveys/ign_fontainebleau.json.gz", "surveys/ign_lot_et_garonne.json.gz", "surveys/indiana.json.gz", "surveys/mecsek_mountains.json.gz", "surveys/pixair_toulouse.json.gz")]
    [InlineData(FlightKind.Orbit, 29, 20, "tv_relay/tour_de_france.json.gz")]
    [InlineData(FlightKind.ThermalCircling, 5, 5, "gliders/alpi_italiane.json.gz", "gliders/cevennes.json.gz", "gliders/danube_valley.json.gz", "gliders/franconia.json.gz", "gliders/sisteron.json.gz")]
    [InlineData(FlightKind.Racetrack, 1, 1, "military/inflight_refuelling.json.gz")]
    [InlineData(FlightKind.Calibration, 18, 12, "calibration/ajaccio.json.gz", "calibration/bornholm.json.gz", "calibration/brussels_ils.json.gz", "calibration/brussels_vor.json.gz", "calibration/cardiff.json.gz", "calibration/funchal.json.gz",
        "calibration/kiruna.json.gz", "calibration/kota_kinabalu.json.gz", "calibration/liege_sprimont.json.gz", "calibration/london_gatwick.json.gz", "calibration/london_heathrow.json.gz", "calibration/monastir.json.gz",
        "calibration/munich.json.gz", "calibration/noumea.json.gz", "calibration/perth.json.gz", "calibration/sydney.json.gz", "calibration/toulouse.json.gz", "calibration/vancouver.json.gz")]
    public void Kinds_of_work_are_named(FlightKind kind, int flights, int least, params string[] files)
    {
        var all = RecordedFlights.Of(files).Where(f => Minutes(f) >= 20).ToArray();
        var named = all.Count(f => PatternFinder.Find(f)
            .Where(p => p.Kind is not (FlightKind.Transit or FlightKind.Loiter))
            .GroupBy(p => p.Kind).MaxBy(g => g.Sum(p => p.End.SecondsSince(p.Start)))?.Key == kind);

        Assert.Equal(flights, all.Length);
        Assert.True(named >= least, $"{named} of {all.Length}");
    }
}
