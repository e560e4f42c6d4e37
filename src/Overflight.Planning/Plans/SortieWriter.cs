using Overflight.Authority.Deciding;
using Overflight.Authority.Documents;
using Overflight.Planning.Scheduling;
using Overflight.Planning.Stations;
using Overflight.Planning.Tasks;
using Overflight.Tracks;

namespace Overflight.Planning.Plans;

/// <summary>Makes the paper of a scheduled sortie and has it judged.</summary>
internal sealed class SortieWriter(Tasking tasking, AreaOptions options, AreaOption[][] byAircraft, AircraftPerformance[] performance, SortieJudge judge, UtcInstant now)
{
    private const double ControlMarginSeconds = 900;

    private int _count;

    public PlannedSortie Write(ScheduledSortie scheduled)
    {
        var (aircraft, operation) = (tasking.Aircraft[scheduled.Aircraft], tasking.Operations[scheduled.Operation]);
        var (looks, ways) = Fly(scheduled, out var route);
        var landing = route.Points[^1].At;
        var paper = new Sortie
        {
            Id = $"{tasking.Id}-{++_count}",
            Version = 1,
            RecordedAt = now,
            Operation = operation.Id,
            Instrument = operation.Instrument,
            Aircraft = new(aircraft.Type, aircraft.Registration),
            Payload = [.. aircraft.Sensors.Select(s => new PayloadItem(s.Name, s.Kind)), .. aircraft.Payload.Select(p => new PayloadItem(p))],
            Purpose = operation.Purpose,
            PurposeCodes = [operation.PurposeCode],
            Route = route,
            Diversions = [.. tasking.Bases.Where(b => b.IsAlternate || b.Id == aircraft.Base).Select(b => new Diversion(b.Name, b.Latitude, b.Longitude, WithoutLink: b.Id == aircraft.Base))],
            Conduct = new()
            {
                Sensors = [.. looks.Select(l => new SensorUse(tasking.Areas.First(a => a.Id == l.Area).SensorKind, new(l.From, l.To)))],
                Control = [new(aircraft.ControlledBy, aircraft.ControlStation, aircraft.Pilot, new(route.Points[0].At.AddSeconds(-ControlMarginSeconds), landing.AddSeconds(ControlMarginSeconds)), 5, aircraft.HasSatelliteLink ? "satellite" : "line of sight", LinkIsSigned: true)],
            },
            Data = new(operation.DataClass, landing.AddSeconds(operation.EvaluateWithinDays * 86_400), landing.AddSeconds(operation.DeleteWithinDays * 86_400), []),
        };
        var (transit, total) = (ways.Sum(w => w.Seconds), landing.SecondsSince(route.Points[0].At));
        var able = performance[scheduled.Aircraft];
        var fuel = (transit * able.TransitKilogramsPerHour + Math.Max(0, total - transit) * able.LoiterKilogramsPerHour) / 3_600;
        return new(paper, looks, fuel, able.FuelKilograms - fuel, ways.Sum(w => w.LengthMetres), options.LinkOf(aircraft), judge.Plan(paper, now));
    }

    private (List<PlannedLook> Looks, List<Way> Ways) Fly(ScheduledSortie scheduled, out PlannedRoute route)
    {
        var (number, mine) = (scheduled.Aircraft, byAircraft[scheduled.Aircraft]);
        var home = tasking.Bases.First(b => b.Id == tasking.Aircraft[number].Base);
        var able = performance[number];
        var builder = new RouteBuilder(tasking.Aircraft[number].AltitudeMetres, able.ClimbMetresPerSecond);
        var (way, ground) = (mine[scheduled.Looks[0].Look.Area].Out!, Ground(home, scheduled.Operation, number));
        List<Way> ways = [way];
        builder.TakeOff(way, At(scheduled.TakeOffMinute), ground, tasking.OrbitRadiusMetres);
        var looks = new List<PlannedLook>();
        for (var i = 0; i < scheduled.Looks.Count; i++)
        {
            var (look, minute) = scheduled.Looks[i];
            var station = StationOf(look);
            var isLast = i == scheduled.Looks.Count - 1;
            var next = isLast ? null : scheduled.Looks[i + 1].Look;
            if (next is not null && next.Area == look.Area)
            {
                looks.Add(Planned(look, station, minute, At(scheduled.Looks[i + 1].Minute)));
                continue;
            }
            way = isLast ? mine[look.Area].Back! : options.Flown(station.Centre, StationOf(next!).Centre, tasking.Areas[look.Area].Operation, number)!;
            var leave = At(isLast ? scheduled.LandingMinute : scheduled.Looks[i + 1].Minute).AddSeconds(-60.0 * way.Minutes);
            builder.Orbit(station.Centre, tasking.OrbitRadiusMetres, way.Corners[1], leave, able.LoiterMetresPerSecond);
            looks.Add(Planned(look, station, minute, leave));
            ways.Add(way);
            if (isLast)
                builder.Land(way, leave, ground, tasking.OrbitRadiusMetres);
            else
                builder.Move(way, leave, tasking.OrbitRadiusMetres);
        }
        route = new() { CorridorMetres = tasking.CorridorMetres, AltitudeToleranceMetres = tasking.AltitudeToleranceMetres, Points = builder.Points };
        return (looks, ways);

        Station StationOf(Look look) => mine[look.Area].Search!.Station!;
    }

    /// <summary>The altitude that stands for the ground: as far above the instrument's floor as the route's tolerance, where the base is not below that floor.</summary>
    private double Ground(TaskBase home, int operation, int aircraft)
    {
        var floor = options.AirspacesOf(aircraft, tasking.Operations[operation].Id)[0].Altitude.FloorMetres;
        return home.ElevationMetres >= floor ? Math.Max(home.ElevationMetres, floor + tasking.AltitudeToleranceMetres) : home.ElevationMetres;
    }

    private PlannedLook Planned(Look look, Station station, int minute, UtcInstant leave) => new(tasking.Areas[look.Area].Id, station, At(minute), At(minute + look.DwellMinutes), leave);

    private UtcInstant At(int minute) => tasking.Period.From.AddSeconds(60.0 * minute);
}
