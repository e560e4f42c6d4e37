namespace Overflight.Geodesy.Terrain;

/// <summary>A straight line in space, by an origin and a unit direction (ECEF, metres).</summary>
internal readonly record struct RayLine((double X, double Y, double Z) Origin, (double X, double Y, double Z) Direction)
{
    /// <summary>The place and height above the ellipsoid at a range.</summary>
    public (GeoPoint Place, double HeightMetres) At(double range) =>
        Ecef.ToGeodetic(Origin.X + range * Direction.X, Origin.Y + range * Direction.Y, Origin.Z + range * Direction.Z);

    /// <summary>Metres of height gained in a metre of range, at a place of the line.</summary>
    public double Rise(GeoPoint place) => new EnuFrame(place, 0).Rotate(Direction.X, Direction.Y, Direction.Z).Up;
}
