using Overflight.Authority.Documents;
using Overflight.Geodesy;
using Overflight.Tracks;

namespace Overflight.Authority.Paths;

/// <summary>Two neighbouring points of a path, and how far the aircraft can be from the geodesic between them.</summary>
public sealed class PathLeg
{
    private readonly GeodesicLine _line;

    internal PathLeg(int number, PathPoint from, PathPoint to, double halfWidthMetres)
    {
        (Number, From, To, HalfWidthMetres) = (number, from, to, halfWidthMetres);
        _line = GeodesicLine.Between(from.Place, to.Place);
    }

    /// <summary>A leg of no path: a line, and how far from it; its times mean nothing.</summary>
    internal static PathLeg Line(GeoPoint from, GeoPoint to, double halfWidthMetres) =>
        new(0, new(default, from, halfWidthMetres, null), new(default(UtcInstant).AddSeconds(1), to, halfWidthMetres, null), halfWidthMetres);

    /// <summary>Its place in the path, from 0.</summary>
    public int Number { get; }

    /// <summary>Where it begins.</summary>
    public PathPoint From { get; }

    /// <summary>Where it ends.</summary>
    public PathPoint To { get; }

    /// <summary>The aircraft is nowhere farther than this from the geodesic, metres.</summary>
    public double HalfWidthMetres { get; }

    /// <summary>Length, metres.</summary>
    public double LengthMetres => _line.DistanceMetres;

    /// <summary>Between which altitudes it is flown; null where nothing tells.</summary>
    public AltitudeBand? Altitude => From.Altitude is { } from && To.Altitude is { } to
        ? new(Math.Min(from.FloorMetres, to.FloorMetres), Math.Max(from.CeilingMetres, to.CeilingMetres))
        : null;

    /// <summary>The place so many metres along.</summary>
    public GeoPoint PlaceAt(double metres) => _line.PointAt(metres);

    /// <summary>The instant at which an aircraft at even speed is there.</summary>
    public UtcInstant TimeAt(double metres) => LengthMetres > 0
        ? From.At.AddSeconds(To.At.SecondsSince(From.At) * Math.Clamp(metres / LengthMetres, 0, 1))
        : From.At;

    /// <inheritdoc/>
    public override string ToString() => $"leg {Number + 1}";
}
