using System.Globalization;
using Overflight.Airspace;
using Overflight.Airspace.Verdicts;
using Overflight.Feeds;
using Overflight.Feeds.ModeS.Sending;
using Overflight.Geodesy;
using Overflight.Sorties.Aircraft;
using Overflight.Sorties.Atmosphere;
using Overflight.Sorties.Flight;
using Overflight.Sorties.Routes;
using Overflight.Sorties.Simulation;
using Overflight.Tracks;

namespace Overflight.Operations.Tests;

/// <summary>
/// Random sorties along real borders, of which the simulator knows every second, heard as ADS-B with noise and gaps and judged by what was heard alone:
/// never is a verdict other than the truth. OVERFLIGHT_LONG=1 flies a thousand.
/// </summary>
public class TruthTests(ITestOutputHelper output)
{
    private const double FlightSeconds = 5_400;

    private static readonly double[] s_everySeconds = [1, 5, 15, 30, 60];
    private static readonly double[] s_gapSeconds = [0, 120, 300, 600, 1_800];

    [Fact]
    public void No_verdict_on_what_was_heard_is_false()
    {
        var count = Environment.GetEnvironmentVariable("OVERFLIGHT_LONG") == "1" ? 1_000 : 40;
        var states = new[] { "MEX", "USA", "CUB", "FRA", "GBR", "DEU", "CHN", "TUR", "GRC", "NOR", "BRA", "AUS", "IND", "EGY", "SWE" }.Select(s => Papers.Index.Region(s)!).ToArray();
        var results = new (double Gap, bool Inside, AirspaceVerdictKind Verdict)[count];
        var wrong = new List<string>();
        Parallel.For(0, count, i =>
        {
            var random = new Random(20_000 + i);
            var (every, gap) = (s_everySeconds[i % 5], s_gapSeconds[i / 5 % 5]);
            var region = states[random.Next(states.Length)];
            var (heard, isInside, depth, bound) = Fly(region, every, gap, random, (ulong)i);
            var analysis = new FlightAnalyzer(Papers.Index, new() { Regions = [region], MaxSpeedKnots = bound }).AnalyzeFlight(heard);
            var verdict = analysis.Verdicts.Single(v => v.Airspace == region.Name).Kind;
            results[i] = (gap, isInside, verdict);
            if (verdict == AirspaceVerdictKind.Entered && !isInside || verdict == AirspaceVerdictKind.DidNotEnter && isInside)
                lock (wrong)
                    wrong.Add(string.Create(CultureInfo.InvariantCulture, $"{i}: {verdict} {region.Name}, and the truth is {depth:0} m, heard every {every} s with a gap of {gap} s"));
        });
        foreach (var byGap in results.GroupBy(r => r.Gap).OrderBy(g => g.Key))
            output.WriteLine(string.Create(
                CultureInfo.InvariantCulture,
                $"gap {byGap.Key,5} s: {byGap.Count(),4} flights, {byGap.Count(r => r.Inside),3} inside; entered {byGap.Count(r => r.Verdict == AirspaceVerdictKind.Entered),3}, did not enter {byGap.Count(r => r.Verdict == AirspaceVerdictKind.DidNotEnter),3}, cannot be ruled out {100.0 * byGap.Count(r => r.Verdict == AirspaceVerdictKind.CannotBeRuledOut) / byGap.Count(),5:0.0} %"));

        Assert.Empty(wrong);
        Assert.Contains(results, r => r.Verdict == AirspaceVerdictKind.Entered);
        Assert.Contains(results, r => r.Verdict == AirspaceVerdictKind.DidNotEnter);
        Assert.Contains(results, r => r.Verdict == AirspaceVerdictKind.CannotBeRuledOut);
    }

    /// <summary>A flight near a place of the border, as it was heard, and whether it was inside; how deep at most (or how near).</summary>
    private static (Track Heard, bool IsInside, double DepthMetres, double BoundKnots) Fly(AirspaceRegion region, double every, double gap, Random random, ulong seed)
    {
        var near = NearBorder(region, random);
        var type = AircraftTypes.BuiltIn[random.Next(AircraftTypes.BuiltIn.Count)];
        var wind = 12 * random.NextDouble();
        var altitude = Math.Min(6_000, type.Limits.CeilingMetres.Value * 0.6);
        var reach = 3_000 + 30_000 * random.NextDouble();
        RouteLeg[] legs = [.. Enumerable.Range(0, 6).Select(_ => (RouteLeg)new WaypointLeg(Geodesic.Direct(near, 360 * random.NextDouble(), reach * random.NextDouble())))];
        var start = UtcInstant.From(new DateTimeOffset(2026, 6, 1, 12, 0, 0, TimeSpan.Zero));
        var from = Geodesic.Direct(near, 360 * random.NextDouble(), reach * random.NextDouble());
        var simulation = new SortieSimulation(new()
        {
            Type = type,
            Start = start,
            Home = new("home", Geodesic.Direct(near, 45, 300_000)),
            Route = new(legs),
            Airborne = new(from, altitude, 360 * random.NextDouble()),
            Wind = new ConstantWind(360 * random.NextDouble(), wind).Build(),
            GustMetresPerSecond = 1,
            Seed = seed,
        });
        var (isInside, depth, hint) = (false, double.NegativeInfinity, 0);
        var transmitter = new AdsbTransmitter(new(0xAD0000 + (uint)seed), $"T{seed}", AdsbQuality.Usual, start, seed, 1);
        var silence = start.AddSeconds(600 + 2_400 * random.NextDouble());
        using var recording = new MemoryStream();
        var record = new byte[BeastWriter.MostBytes];
        var last = simulation.State;
        for (var second = 0; second < FlightSeconds && !simulation.IsOver; second++)
        {
            simulation.Step();
            var state = simulation.State;
            transmitter.Send(state.Time, at => Report(last, at, random), (at, frame) =>
            {
                if (at < silence || at > silence.AddSeconds(gap))
                    recording.Write(record, 0, BeastWriter.Write(record, at, frame));
            });
            last = state;
            var distance = region.NearestBoundaryMetres(state.Place, ref hint, out _);
            var isHere = region.Contains(state.Place);
            (isInside, depth) = (isInside || isHere, Math.Max(depth, isHere ? distance : -distance));
        }
        var tracks = new List<Track>();
        recording.Position = 0;
        TrackFile.Read(recording, "heard.beast", new ReadOptions(), tracks.Add, null, CancellationToken.None);
        var bound = (type.Limits.MaximumTrueAirspeedMetresPerSecond.Value + wind + 5) / SiUnits.MetresPerSecondPerKnot;
        return (Thinned(tracks.Single(), every), isInside, depth, bound);
    }

    /// <summary>As networks hand tracks on: a fix every so many seconds of what was heard.</summary>
    private static Track Thinned(Track heard, double every)
    {
        var thinned = new TrackBuilder(heard.Aircraft, heard.Source);
        for (var i = 0; i < heard.Count; i++)
        {
            if (thinned.Count == 0 || heard.TimeAt(i).SecondsSince(thinned.LastTime) >= every)
                thinned.Add(heard[i]);
        }
        return thinned.Build();
    }

    /// <summary>A place up to 45 km from the region's boundary, three in four times outside, found by going towards it from a random place of its box.</summary>
    private static GeoPoint NearBorder(AirspaceRegion region, Random random)
    {
        var (south, west, north, east) = region.BoundsDegrees;
        while (true)
        {
            var place = new GeoPoint(Math.Clamp(south + (north - south) * random.NextDouble(), -70, 70), west + (east - west) * random.NextDouble()).Normalised();
            var nearest = region.DistanceTo(place).Nearest;
            if (Math.Abs(nearest.LatitudeDegrees) >= 70)
                continue;
            var near = Geodesic.Direct(nearest, 360 * random.NextDouble(), 45_000 * random.NextDouble());
            if (!region.Contains(near) || random.Next(4) == 0)
                return near;
        }
    }

    /// <summary>What a receiver aboard says: off by 10 m in 95 of 100 cases (NACp 10).</summary>
    private static AdsbReport Report(in VehicleState state, UtcInstant at, Random random)
    {
        var seconds = at.SecondsSince(state.Time);
        var place = Geodesic.Direct(state.Place, state.TrackDegrees, state.GroundSpeedMetresPerSecond * seconds);
        place = Geodesic.Direct(place, 360 * random.NextDouble(), 10 / 2.448 * Math.Sqrt(-2 * Math.Log(1 - random.NextDouble())));
        return new(place, state.PressureAltitudeMetres / SiUnits.MetresPerFoot, 0, state.GroundSpeedMetresPerSecond / SiUnits.MetresPerSecondPerKnot, state.TrackDegrees, 0);
    }
}
