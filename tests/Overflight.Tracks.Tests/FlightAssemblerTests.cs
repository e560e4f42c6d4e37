using Overflight.Geodesy;
using Overflight.Tracks.Live;
using Overflight.Tracks.Preparing;

namespace Overflight.Tracks.Tests;

/// <summary>Fix by fix, flights are cut and cleaned as whole tracks are.</summary>
public sealed class FlightAssemblerTests
{
    [Fact]
    public void Flights_are_cut_where_a_whole_track_is()
    {
        for (var seed = 1; seed <= 400; seed++)
        {
            var track = Random(new Random(seed));
            var expected = FlightSplitter.Split(track).Select(f => Shown(Enumerable.Range(0, f.Count).Select(i => f[i]))).ToArray();
            var flights = Assemble(track).Select(Shown).ToArray();
            Assert.True(expected.SequenceEqual(flights), $"seed {seed}\n{string.Join("\n", expected)}\nis not\n{string.Join("\n", flights)}");
        }
    }

    [Fact]
    public void The_speed_bound_comes_from_reports_and_does_not_fall()
    {
        var assembler = new FlightAssembler("", null);
        assembler.Accept(At(0), "");
        Assert.Equal(SpeedBound.UnknownKnots, assembler.Speed.Knots);
        // Nine reports tell nothing yet, the tenth does.
        for (var s = 1; s <= 9; s++)
            assembler.Accept(At(s) with { GroundSpeedKnots = 100 }, "");
        Assert.Equal(SpeedBound.UnknownKnots, assembler.Speed.Knots);
        assembler.Accept(At(10) with { GroundSpeedKnots = 100 }, "");
        Assert.InRange(assembler.Speed.Knots, 150, 160);
        // One report may be wild; the bound follows what a hundredth of them say, two at least.
        Assert.Equal(FlightChange.Kept, assembler.Accept(At(20) with { GroundSpeedKnots = 200 }, ""));
        Assert.Equal(FlightChange.Kept | FlightChange.SpeedRaised, assembler.Accept(At(25) with { GroundSpeedKnots = 200 }, ""));
        var fast = assembler.Speed.Knots;
        for (var s = 30; s < 3_000; s += 10)
            assembler.Accept(At(s) with { GroundSpeedKnots = 100 }, "");
        Assert.Equal(fast, assembler.Speed.Knots);
    }

    [Fact]
    public void A_given_bound_stays_given() => Assert.Equal("given", new FlightAssembler("B739", 450).Speed.Origin);

    private static string Shown(IEnumerable<Fix> flight) => string.Join(' ', flight.Select(f => $"{f.Time.UnixSeconds:0}{((f.Status & FixStatus.OnGround) != 0 ? "g" : "")}"));

    private static List<List<Fix>> Assemble(Track track)
    {
        var flights = new List<List<Fix>>();
        var open = new List<Fix>();
        var assembler = new FlightAssembler("", 1_000);
        for (var i = 0; i < track.Count; i++)
        {
            var change = assembler.Accept(track[i], track.CallsignAt(track.TimeAt(i)));
            if ((change & FlightChange.Ended) != 0)
            {
                flights.Add(open);
                open = [];
            }
            Assert.True((change & FlightChange.Restarted) == 0);
            open.AddRange(assembler.Fresh.Select(f => f.Fix));
        }
        if (open.Count > 0)
            flights.Add(open);
        return flights;
    }

    /// <summary>Stretches in the air and on the ground, long and short, with silences between.</summary>
    private static Track Random(Random random)
    {
        var builder = new TrackBuilder(new Aircraft(new AircraftAddress(1)), "made");
        var seconds = 1000.0;
        for (var stretch = random.Next(1, 8); stretch > 0; stretch--)
        {
            var isDown = random.Next(2) == 0;
            var low = random.Next(2) == 0;
            for (var k = random.Next(1, 30); k > 0; k--)
            {
                builder.Add(At(seconds) with
                {
                    Status = isDown ? FixStatus.OnGround : FixStatus.None,
                    GroundSpeedKnots = isDown ? 10 : 200,
                    BarometricAltitudeFeet = low ? 3_000 : 30_000,
                });
                seconds += random.Next(20) == 0 ? random.Next(100, 20_000) : random.Next(5, 15);
            }
        }
        return builder.Build();
    }

    private static Fix At(double seconds) => new() { Time = UtcInstant.FromUnixSeconds(seconds), Position = new GeoPoint(10 + seconds * 1e-6, 20), Source = FixSource.Telemetry };
}
