using Overflight.Airspace.Nearest;
using Overflight.Geodesy;

namespace Overflight.Airspace.Verdicts;

/// <summary>
/// A boundary piece with all that lies within its uncertainty: two sides and two round ends. The sum of distances to two
/// places outside it is least on its rim, and there falls towards the least from both sides; so the rim is sampled and
/// searched about the two lowest samples. Where on the rim is a number: 0 to 1 along the right side, to 2 about the end,
/// to 3 back along the left, to 4 about the start.
/// </summary>
internal readonly struct WidenedPiece
{
    private const int SamplesPerSide = 8;
    private const int Samples = 4 * SamplesPerSide;

    private readonly BoundaryPiece _piece;
    private readonly double _azimuthAtStart;
    private readonly double _azimuthAtEnd;

    public WidenedPiece(in BoundaryPiece piece)
    {
        _piece = piece;
        _azimuthAtStart = Azimuth(piece, 0);
        _azimuthAtEnd = Azimuth(piece, 1);
    }

    /// <summary>Where on the rim, 0 to 4, a function of it is least; it must have at most two valleys.</summary>
    public static double Least(Func<double, double> function)
    {
        Span<double> sums = stackalloc double[Samples];
        for (var i = 0; i < Samples; i++)
            sums[i] = function(i / (double)SamplesPerSide);
        var (first, second) = (-1, -1);
        for (var i = 0; i < Samples; i++)
        {
            if (sums[i] > sums[(i + 1) % Samples] || sums[i] > sums[(i + Samples - 1) % Samples])
                continue;
            if (first < 0 || sums[i] < sums[first])
                (first, second) = (i, first);
            else if (second < 0 || sums[i] < sums[second])
                second = i;
        }
        var best = Refine(function, first);
        return second >= 0 && Refine(function, second) is var other && function(other) < function(best) ? other : best;
    }

    private static double Refine(Func<double, double> function, int sample) =>
        LeastOnInterval.Find(function, (sample - 1.0) / SamplesPerSide, (sample + 1.0) / SamplesPerSide, 1e-6);

    /// <summary>The place of the rim.</summary>
    public GeoPoint OnRim(double at)
    {
        at = Once(at);
        var (fraction, azimuth) = at switch
        {
            < 1 => (at, Azimuth(_piece, at) + 90),
            < 2 => (1, _azimuthAtEnd + 90 - 180 * (at - 1)),
            < 3 => (3 - at, Azimuth(_piece, 3 - at) - 90),
            _ => (0, _azimuthAtStart - 90 - 180 * (at - 3)),
        };
        return Geodesic.Direct(_piece.At(fraction), azimuth, _piece.UncertaintyMetres);
    }

    /// <summary><see cref="OnRim(double)"/> on the plane about the piece.</summary>
    public LocalPoint OnRim(in LocalPiece piece, double at)
    {
        at = Once(at);
        return at switch
        {
            < 1 => Beside(piece, at, 0, 1),
            < 2 => Beside(piece, 1, Math.Sin(Math.PI * (at - 1)), Math.Cos(Math.PI * (at - 1))),
            < 3 => Beside(piece, 3 - at, 0, -1),
            _ => Beside(piece, 0, Math.Sin(Math.PI * (at - 2)), Math.Cos(Math.PI * (at - 2))),
        };
    }

    private LocalPoint Beside(in LocalPiece piece, double fraction, double ahead, double right)
    {
        var (place, along) = (piece.At(fraction), piece.Along(fraction));
        var metres = _piece.UncertaintyMetres;
        return new LocalPoint(
            place.East + metres * (ahead * along.East + right * along.North),
            place.North + metres * (ahead * along.North - right * along.East));
    }

    private static double Once(double at) => at - 4 * Math.Floor(at / 4);

    private static double Azimuth(in BoundaryPiece piece, double fraction)
    {
        var (sin, cos) = Math.SinCos(double.DegreesToRadians(piece.At(fraction).LatitudeDegrees));
        // Radii of curvature along the parallel and along the meridian, both over a and times w^3.
        var w2 = 1 - Wgs84.EccentricitySquared * sin * sin;
        var east = (piece.End.LongitudeDegrees - piece.Start.LongitudeDegrees) * cos * w2;
        var north = (piece.End.LatitudeDegrees - piece.Start.LatitudeDegrees) * (1 - Wgs84.EccentricitySquared);
        return double.RadiansToDegrees(Math.Atan2(east, north));
    }
}
