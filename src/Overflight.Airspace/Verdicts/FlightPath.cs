using Overflight.Airspace.Nearest;
using Overflight.Geodesy;
using Overflight.Tracks.Preparing;

namespace Overflight.Airspace.Verdicts;

/// <summary>A prepared flight in the form the judge works on: places in space, seconds, radii and what each leg allows.</summary>
internal sealed class FlightPath
{
    /// <summary>How many fixes a block has.</summary>
    public const int BlockLength = 32;

    public FlightPath(PreparedFlight flight)
    {
        Flight = flight;
        Count = flight.Count;
        Points = new SurfacePoint[Count];
        Radius = new double[Count];
        Allowed = new double[Math.Max(0, Count - 1)];
        Chord = new double[Math.Max(0, Count - 1)];
        for (var i = 0; i < Count; i++)
        {
            Points[i] = SurfacePoint.From(flight.PositionAt(i));
            Radius[i] = flight.RadiusAt(i).BoundMetres;
        }
        for (var i = 0; i + 1 < Count; i++)
        {
            var leg = Leg.Between(
                flight.PositionAt(i), flight.PositionAt(i + 1), Points[i], Points[i + 1],
                flight.Speed.MetresPerSecond * flight.SecondsAfter(i) + Radius[i] + Radius[i + 1]);
            (Allowed[i], Chord[i]) = (leg.AllowedMetres, leg.ChordMetres);
        }
        Extent = Ball(0, Count, Math.Max(0, Count - 1));
        Blocks = new (SurfacePoint, double)[Count / BlockLength];
        for (var i = 0; i < Blocks.Length; i++)
            Blocks[i] = Ball(i * BlockLength, (i + 1) * BlockLength, ((i + 1) * BlockLength) - 1);
    }

    public PreparedFlight Flight { get; }

    /// <summary>A ball that holds every place the flight can have been, by chord.</summary>
    public (SurfacePoint Centre, double Metres) Extent { get; }

    /// <summary>Balls that hold what fixes i·<see cref="BlockLength"/> and the next ones up to the block's length can have been at, and the legs between them.</summary>
    public (SurfacePoint Centre, double Metres)[] Blocks { get; }

    public int Count { get; }

    public SurfacePoint[] Points { get; }

    /// <summary>Radius of each fix that verdicts use, metres.</summary>
    public double[] Radius { get; }

    /// <summary>Length of the longest path that leg i allows, radii included, metres.</summary>
    public double[] Allowed { get; }

    /// <summary>Straight chord of leg i, metres.</summary>
    public double[] Chord { get; }

    /// <summary>Leg i as the judge of legs takes it.</summary>
    public Leg LegAt(int i) => new(Flight.PositionAt(i), Flight.PositionAt(i + 1), Points[i], Points[i + 1], Allowed[i], Chord[i]);

    /// <summary>Half of what leg i allows more than its straight path: no reachable place is farther than this and half the chord from the leg's middle.</summary>
    public double ReachFromStart(int i) => 0.5 * (Allowed[i] + Chord[i]);

    private (SurfacePoint Centre, double Metres) Ball(int first, int pastLast, int pastLastLeg)
    {
        double lowX = double.MaxValue, lowY = double.MaxValue, lowZ = double.MaxValue;
        double highX = double.MinValue, highY = double.MinValue, highZ = double.MinValue;
        foreach (var (x, y, z) in Points.AsSpan(first, pastLast - first))
        {
            (lowX, highX) = (Math.Min(lowX, x), Math.Max(highX, x));
            (lowY, highY) = (Math.Min(lowY, y), Math.Max(highY, y));
            (lowZ, highZ) = (Math.Min(lowZ, z), Math.Max(highZ, z));
        }
        var centre = new SurfacePoint(0.5 * (lowX + highX), 0.5 * (lowY + highY), 0.5 * (lowZ + highZ));
        double metres = 0;
        for (var i = first; i < pastLast; i++)
            metres = Math.Max(metres, centre.ChordTo(Points[i]) + (i < pastLastLeg ? Math.Max(ReachFromStart(i), Radius[i]) : Radius[i]));
        return (centre, metres);
    }
}
