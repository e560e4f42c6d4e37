using System.Diagnostics;
using Overflight.Geodesy;
using Overflight.Sorties.Aircraft;
using Overflight.Sorties.Atmosphere;
using Overflight.Sorties.Autopilot;
using Overflight.Sorties.Routes;
using Overflight.Sorties.Simulation;
using Overflight.Tracks;

var count = args.Length > 0 ? int.Parse(args[0]) : 100;
var hours = args.Length > 1 ? double.Parse(args[1]) : 24;
var start = UtcInstant.From(new DateTimeOffset(2026, 3, 2, 6, 0, 0, TimeSpan.Zero));
var type = AircraftTypes.Find("mq-9b");
var wind = new ShearWind([new WindLevel(0, 280, 4), new WindLevel(5000, 270, 12), new WindLevel(12_000, 265, 30)]).Build();

SortieSetup Setup(int i)
{
    // Round an area with its fence, each its own, in turns of every kind of leg.
    var home = new GeoPoint(31 + 0.3 * (i / 10), -113 + 0.5 * (i % 10));
    GeoPoint Off(double bearing, double kilometres) => Geodesic.Direct(home, bearing, 1000 * kilometres);
    return new SortieSetup
    {
        Type = type,
        Start = start,
        Home = new Airfield("home", home, 300, 10 * i % 360),
        Seed = (ulong)i,
        GustMetresPerSecond = 1,
        Wind = wind,
        Fences = [new Fence("area", FenceKind.KeepIn, true, [.. Enumerable.Range(0, 8).Select(k => Off(-45 * k, 160))])],
        Route = new Route(
        [
            new WaypointLeg(Off(40, 60)) { AltitudeMetres = 6000, Speed = SpeedChoice.Loiter },
            new LadderLeg([Off(30, 80), Off(60, 80), Off(60, 120), Off(30, 120)], 4000, 40),
            new RacetrackLeg(Off(90, 60), Off(110, 80), 5000, DurationSeconds: 4 * 3600),
            new FigureEightLeg(Off(150, 60), Off(170, 70), 4000, DurationSeconds: 4 * 3600),
            new OrbitLeg(Off(200, 60), 8000),
        ]),
    };
}

var fleet = new Fleet(Enumerable.Range(0, count).Select(Setup));
var watch = Stopwatch.StartNew();
var cpu = Process.GetCurrentProcess().TotalProcessorTime;
fleet.RunUntil(start.AddSeconds(hours * 3600), threads: 2);
var (wall, used) = (watch.Elapsed.TotalSeconds, (Process.GetCurrentProcess().TotalProcessorTime - cpu).TotalSeconds);
var steps = fleet.Sorties.Sum(s => s.Steps);
Console.WriteLine($"{count} aircraft, {hours:0.#} h each: {steps:n0} steps in {wall:0.0} s on two threads ({used:0.0} s CPU, {1e6 * used / steps:0.00} µs a step, {steps / wall:n0} times real time in all)");
Console.WriteLine($"modes at the end: {string.Join(", ", fleet.Sorties.GroupBy(s => s.Mode).Select(g => $"{g.Count()} {g.Key}"))}; {fleet.Sorties.Sum(s => s.Events.Count)} events");
return 0;
