using Overflight.Airspace.Tests.Safety;
using Overflight.Airspace.Tests.Shapes;
using Overflight.Airspace.Verdicts;
using Overflight.Airspace.Watching;
using Overflight.Feeds;
using Overflight.Testing;
using Overflight.Tracks;

namespace Overflight.Airspace.Tests.Watching;

/// <summary>After the same fixes, the engine that takes them one by one says what the judge of whole flights says.</summary>
public sealed class BatchAgreementTests(ITestOutputHelper output)
{
    [Fact]
    public void Made_flights_are_judged_alike()
    {
        var kinds = new int[3];
        for (var seed = 1; seed <= Boundaries.Count(250, 20_000); seed++)
        {
            var random = new Random(seed);
            var region = MovableRegion.Random(random);
            var ring = region.MappedRings.Rings[0];
            var size = Math.Max(200, (ring.Max(c => c.Y) - ring.Min(c => c.Y)) * 55_000);
            for (var k = 0; k < 6; k++)
            {
                var flown = TruePaths.Random(random, region, size);
                foreach (var (batch, live) in Compare(MadeFlight.Track([.. flown.Reports]), flown.MetresPerSecond * MadeFlight.KnotsPerMetrePerSecond, region.Mapped))
                {
                    Assert.True(batch == live, $"seed {seed}.{k} {flown.Kind}\n{batch}\n{live}");
                    kinds[batch[0] == 'D' ? 0 : batch[0] == 'C' ? 1 : 2]++;
                }
            }
        }
        output.WriteLine($"{kinds[0]} did not enter, {kinds[1]} cannot be ruled out, {kinds[2]} entered");
        Assert.All(kinds, k => Assert.True(k > 50));
    }

    [Theory]
    [Trait("Category", "Recorded")]
    [InlineData("tracks/readsb/trace_full_ac671b.json.gz", "MEX,USA,CAN,BLZ")]
    [InlineData("tracks/surveillance/border_control.json.gz", "FRA,GBR")]
    [InlineData("tracks/firefighting/calfire.json.gz", "MEX,USA")]
    [InlineData("tracks/collections/switzerland.json.gz", "CHE,FRA,DEU")]
    public void Recorded_flights_are_judged_alike(string recording, string airspaces)
    {
        var regions = airspaces.Split(',').Select(a => Boundaries.Index.Region(a)!).ToArray();
        var (compared, passedOver) = (0, 0);
        TrackFile.Read(Recorded.PathOf(recording), new ReadOptions { ComputeHash = false }, track =>
        {
            foreach (var region in regions)
                foreach (var (batch, live) in Compare(track, 650, region))
                {
                    Assert.True(batch == live, $"{track.Aircraft.Id} {region.Name}\n{batch}\n{live}");
                    compared++;
                }
            passedOver += compared == 0 ? 1 : 0;
        });
        output.WriteLine($"{compared} verdicts compared");
        Assert.True(compared > 0);
    }

    /// <summary>Pairs of the two answers, a flight each; none where the batch set fixes aside, which is done by hindsight.</summary>
    private static IEnumerable<(string Batch, string Live)> Compare(Track track, double knots, AirspaceRegion region)
    {
        var analyzer = new FlightAnalyzer(Boundaries.Index, new AnalyzerOptions { Regions = [region], MaxSpeedKnots = knots, AskSecondSet = false });
        var flights = analyzer.Analyze(track).ToList();
        if (flights.Exists(f => f.Flight.SetAside.Any(a => a.Reason == Tracks.Preparing.RejectionReason.OutOfReach)))
            return [];
        var ended = Watched.Alerts(track, knots, region).Where(a => a.Kind == WatchAlertKind.FlightEnded).ToList();
        Assert.Equal(flights.Count, ended.Count);
        foreach (var (flight, end) in flights.Zip(ended))
        {
            Near(flight.Verdicts[0].DeepestMetres, end.Flight!.Verdicts[0].DeepestMetres);
            Near(flight.Verdicts[0].ClosestMetres, end.Flight.Verdicts[0].ClosestMetres);
        }
        return flights.Zip(ended, (f, e) => (Watched.Told(f.Verdicts[0]), Watched.Told(Assert.Single(e.Flight!.Verdicts))));

        // Each is found to half a percent or 20 m, and how vague the nearest edge is counts for one of them.
        void Near(double? batch, double? live)
        {
            Assert.Equal(batch is null, live is null);
            if (batch is { } expected)
                Assert.InRange(live!.Value, expected * 0.99 - 40 - region.Tree.GreatestWideningMetres, expected * 1.01 + 40 + region.Tree.GreatestWideningMetres);
        }
    }
}
