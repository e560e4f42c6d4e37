namespace Overflight.Scenery.Ground;

/// <summary>A road between two junctions.</summary>
internal sealed class RoadEdge
{
    /// <summary>Bits of its own.</summary>
    public required uint Bits { get; init; }

    /// <summary>Whether it is paved, for traffic; else a track.</summary>
    public required bool IsPaved { get; init; }

    /// <summary>Points from one junction to the other.</summary>
    public required (double X, double Y)[] Points { get; init; }

    /// <summary>Units along the road to each point.</summary>
    public required double[] Along { get; init; }

    /// <summary>Metres of a unit.</summary>
    public required double MetresPerUnit { get; init; }

    /// <summary>Its extent.</summary>
    public required (double West, double South, double East, double North) Bounds { get; init; }

    /// <summary>Length in units.</summary>
    public double Length => Along[^1];

    public double WidthUnits => (IsPaved ? 8.5 : 3.8) / MetresPerUnit;

    public bool Touches(double west, double south, double east, double north) =>
        Bounds.West <= east && Bounds.East >= west && Bounds.South <= north && Bounds.North >= south;

    /// <summary>The place at a distance along it, and the direction there, of unit length.</summary>
    public (double X, double Y, double Dx, double Dy) At(double along)
    {
        var i = Array.BinarySearch(Along, along);
        i = Math.Clamp(i < 0 ? ~i - 1 : i, 0, Points.Length - 2);
        var ((ax, ay), (bx, by)) = (Points[i], Points[i + 1]);
        var length = Along[i + 1] - Along[i];
        var part = Math.Clamp((along - Along[i]) / length, 0, 1);
        return (ax + part * (bx - ax), ay + part * (by - ay), (bx - ax) / length, (by - ay) / length);
    }
}
