namespace Overflight.Planning.Tasks;

/// <summary>What a tasking must be for it to mean anything.</summary>
public static class TaskingCheck
{
    private const int MostAreas = 200;
    private const int MostAircraft = 50;
    private const double LongestPeriodHours = 31 * 24;

    /// <summary>Checks it.</summary>
    /// <exception cref="InvalidDataException">It is wrong; the message names the field.</exception>
    public static void Check(Tasking tasking)
    {
        ArgumentNullException.ThrowIfNull(tasking);
        Ask(tasking.Kind == "tasking", $"kind is \"{tasking.Kind}\", and a tasking's is \"tasking\"");
        var hours = tasking.Period.To.SecondsSince(tasking.Period.From) / 3_600;
        Ask(hours is > 0 and <= LongestPeriodHours, $"period is {hours:0.#} hours, and may be up to {LongestPeriodHours}");
        Ask(tasking.Areas.Count is > 0 and <= MostAreas, $"areas: {tasking.Areas.Count}, and 1 to {MostAreas} can be");
        Ask(tasking.Aircraft.Count is > 0 and <= MostAircraft, $"aircraft: {tasking.Aircraft.Count}, and 1 to {MostAircraft} can be");
        Distinct("areas", tasking.Areas.Select(a => a.Id));
        Distinct("aircraft", tasking.Aircraft.Select(a => a.Registration));
        Distinct("bases", tasking.Bases.Select(b => b.Id));
        Distinct("operations", tasking.Operations.Select(o => o.Id));
        Distinct("alternatives", tasking.Alternatives.Select(a => a.Name));
        Between("corridorMetres", tasking.CorridorMetres, 50, 50_000);
        Between("orbitRadiusMetres", tasking.OrbitRadiusMetres, 300, 50_000);
        Between("reserveMinutes", tasking.ReserveMinutes, 0, 600);
        Between("altitudeToleranceMetres", tasking.AltitudeToleranceMetres, 1, 3_000);
        Between("wind.speedKnots", tasking.Wind.SpeedKnots, 0, 250);
        foreach (var area in tasking.Areas)
            Check(area, tasking);
        foreach (var aircraft in tasking.Aircraft)
            Check(aircraft, tasking);
        foreach (var place in tasking.Bases)
            Ask(place.Place.IsValid, $"bases.{place.Id}: {place.Latitude}, {place.Longitude} is no place");
        foreach (var operation in tasking.Operations)
            Ask(operation.Hours is null or >= 0, $"operations.{operation.Id}.hours is {operation.Hours}");
        foreach (var alternative in tasking.Alternatives)
            Check(alternative, tasking);
    }

    private static void Check(TaskArea area, Tasking tasking)
    {
        var field = $"areas.{area.Id}";
        Ask(tasking.Operations.Any(o => o.Id == area.Operation), $"{field}.operation \"{area.Operation}\" is none of the operations");
        Ask(area.Ring.Count is >= 3 and <= 1_000 && area.Ring.All(c => c is { Count: 2 } && Math.Abs(c[0]) <= 180 && Math.Abs(c[1]) <= 90), $"{field}.ring needs 3 to 1,000 corners, [longitude, latitude] in degrees");
        Between($"{field}.priority", area.Priority, 1, 9);
        Between($"{field}.dwellMinutes", area.DwellMinutes, 1, 2_880);
        Between($"{field}.revisitHours", area.RevisitHours ?? 1, 0.25, LongestPeriodHours);
        Ask(area.RevisitHours is null || area.RevisitHours * 60 >= area.DwellMinutes, $"{field}: a look of {area.DwellMinutes} minutes is longer than the {area.RevisitHours} hours to the next");
        Between($"{field}.mostGroundSampleMetres", area.MostGroundSampleMetres, 0.001, 1_000);
        Between($"{field}.leastSeen", area.LeastSeen, 0.01, 1);
    }

    private static void Check(TaskAircraft aircraft, Tasking tasking)
    {
        var field = $"aircraft.{aircraft.Registration}";
        Ask(tasking.Bases.Any(b => b.Id == aircraft.Base), $"{field}.base \"{aircraft.Base}\" is none of the bases");
        Between($"{field}.altitudeMetres", aircraft.AltitudeMetres, 50, 25_000);
        Between($"{field}.turnaroundHours", aircraft.TurnaroundHours, 0, 240);
        foreach (var sensor in aircraft.Sensors)
        {
            Between($"{field}.sensors.{sensor.Name}.narrowestFieldOfViewDegrees", sensor.NarrowestFieldOfViewDegrees, 0.01, 90);
            Between($"{field}.sensors.{sensor.Name}.pixelsAcross", sensor.PixelsAcross, 16, 100_000);
            Between($"{field}.sensors.{sensor.Name}.mostSlantRangeMetres", sensor.MostSlantRangeMetres, 100, 700_000);
            Between($"{field}.sensors.{sensor.Name}.leastGrazingDegrees", sensor.LeastGrazingDegrees, 0.1, 89);
        }
    }

    private static void Check(TaskAlternative alternative, Tasking tasking)
    {
        foreach (var registration in alternative.Without)
            Ask(tasking.Aircraft.Any(a => a.Registration == registration), $"alternatives.{alternative.Name}.without \"{registration}\" is none of the aircraft");
        foreach (var move in alternative.Move)
        {
            Ask(move.Hours > 0, $"alternatives.{alternative.Name}.move: {move.Hours} hours");
            foreach (var id in new[] { move.From, move.To })
                Ask(tasking.Operations.FirstOrDefault(o => o.Id == id)?.Hours is not null, $"alternatives.{alternative.Name}.move: \"{id}\" is no operation with hours of its own");
            var left = tasking.Operations.First(o => o.Id == move.From).Hours - alternative.Move.Where(m => m.From == move.From).Sum(m => m.Hours);
            Ask(left >= 0, $"alternatives.{alternative.Name}.move: \"{move.From}\" has not as many hours");
        }
    }

    private static void Distinct(string field, IEnumerable<string> names)
    {
        if (names.GroupBy(n => n, StringComparer.Ordinal).FirstOrDefault(g => g.Count() > 1) is { } twice)
            throw new InvalidDataException($"{field}: \"{twice.Key}\" is there twice");
    }

    private static void Between(string field, double value, double least, double most) =>
        Ask(value >= least && value <= most, string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{field} is {value}, and may be {least} to {most}"));

    private static void Ask(bool holds, string otherwise)
    {
        if (!holds)
            throw new InvalidDataException(otherwise);
    }
}
