namespace Overflight.Scenery.Ground;

/// <summary>Heights on a lattice, with a node more on every side so that slopes have both neighbours.</summary>
internal sealed class ReliefTile
{
    public const int Cells = 64;
    public const int Across = Cells + 3;

    /// <summary>Which tile it is; heights lie row by row from one node south-west of its corner.</summary>
    public required int I { get; init; }

    /// <inheritdoc cref="I"/>
    public required int J { get; init; }

    /// <summary>Above the ellipsoid, metres.</summary>
    public required float[] Heights { get; init; }

    /// <summary>The sea above the ellipsoid, at the four corners south-west, south-east, north-west, north-east.</summary>
    public required float[] Sea { get; init; }

    /// <summary>The lowest and highest node.</summary>
    public required (float Least, float Greatest) Bounds { get; init; }
}
