using System.Globalization;
using Overflight.Airspace.Verdicts;
using Overflight.Dossiers.Csv;
using Overflight.Feeds;
using Overflight.Patterns;
using Overflight.Tracks;

namespace Overflight.Dossiers;

/// <summary>Verdicts as a table, one row a verdict (RFC 4180); units stand in the column names, times are RFC 3339 in UTC.</summary>
public sealed class CsvWriter(TextWriter output) : IAnalysisWriter
{
    private static readonly string[] Columns =
    [
        "input", "aircraft", "registration", "type", "callsign", "covered_from", "covered_to", "fixes", "set_aside", "airspace", "verdict",
        "enter_earliest", "enter_likely", "enter_latest", "exit_earliest", "exit_likely", "exit_latest", "certain_intervals", "possible_intervals",
        "deepest_m", "closest_m", "speed_to_enter_kt", "speed_bound_kt", "speed_bound_origin", "probability",
        "witness_latitude_deg", "witness_longitude_deg", "witness_earliest", "witness_latest", "radius_least_m", "radius_greatest_m",
        "boundary_set", "second_set", "second_set_verdict", "verdict_with_set_aside", "sentence",
    ];

    /// <inheritdoc/>
    public void Begin(AnalysisHeader header) => CsvRow.Write(output, Columns);

    /// <inheritdoc/>
    public void Flight(string input, FlightExamination flight)
    {
        ArgumentNullException.ThrowIfNull(flight);
        foreach (var verdict in flight.Verdicts)
            CsvRow.Write(output, Row(input, flight, verdict));
    }

    /// <inheritdoc/>
    public void Input(ReadReport input)
    {
    }

    /// <inheritdoc/>
    public void Finish() => output.Flush();

    private static string[] Row(string input, FlightExamination flight, AirspaceVerdict verdict)
    {
        var track = flight.Flight.Track;
        // The first interval that counts for the answer gives the entry, the last one the exit.
        var counted = verdict.Intervals.Where(i => i.IsCertain == verdict.Intervals.Any(c => c.IsCertain)).ToList();
        var (enter, exit) = (counted.Count > 0 ? counted[0].Enter : default, counted.Count > 0 ? counted[^1].Exit : default);
        return
        [
            Safe(input), Safe(track.Aircraft.Id), Safe(track.Aircraft.Registration), Safe(track.Aircraft.TypeDesignator),
            Safe(flight.Flight.Count > 0 ? track.CallsignAt(flight.Flight.TimeAt(flight.Flight.Count / 2)) : ""),
            verdict.Covered.From.ToString(), verdict.Covered.To.ToString(), Number(flight.Flight.Count), Number(flight.Flight.SetAside.Count),
            Safe(verdict.Airspace), Names.Of(verdict.Kind),
            Time(enter.Earliest), Time(enter.Likely), Time(enter.Latest), Time(exit.Earliest), Time(exit.Likely), Time(exit.Latest),
            Number(verdict.Intervals.Count(i => i.IsCertain)), Number(verdict.Intervals.Count(i => !i.IsCertain)),
            Number(verdict.DeepestMetres), Number(verdict.ClosestMetres), Number(verdict.SpeedToEnterKnots), Number(verdict.Speed.Knots), Safe(verdict.Speed.Origin),
            verdict.Probability?.ToString("0.####", CultureInfo.InvariantCulture) ?? "",
            Degrees(verdict.Witness?.Place.LatitudeDegrees), Degrees(verdict.Witness?.Place.LongitudeDegrees),
            Time(verdict.Witness?.Earliest), Time(verdict.Witness?.Latest), Number(verdict.RadiiMetres.Least), Number(verdict.RadiiMetres.Greatest),
            Safe(verdict.BoundarySet), Safe(verdict.SecondSet?.BoundarySet ?? ""), verdict.SecondSet is { } second ? Names.Of(second.Kind) : "",
            verdict.WithSetAside is { } with ? Names.Of(with) : "", Safe(VerdictSentence.Of(flight.Analysis, verdict)),
        ];
    }

    private static string Safe(string text) => CsvRow.Disarmed(Wording.Clean(text));

    private static string Time(UtcInstant? time) => time?.ToString() ?? "";

    private static string Number(double? value) => value?.ToString("0.#", CultureInfo.InvariantCulture) ?? "";

    private static string Degrees(double? value) => value?.ToString("0.0000000", CultureInfo.InvariantCulture) ?? "";
}
