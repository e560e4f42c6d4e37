using Overflight.Airspace.Nearest;
using Overflight.Geodesy;

namespace Overflight.Airspace.Verdicts;

/// <summary>
/// A boundary piece with all that lies within its uncertainty: two sides and two round ends. The sum of distances to two
/// places outside it is least on its rim, and there falls towards the least from both sides; so the rim is sampled and
/// searched about the two lowest samples.
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

    /// <summary>The place of the rim with the least sum of distances.</summary>
    public GeoPoint Least(Func<GeoPoint, double> sum)
    {
        Span<double> sums = stackalloc double[Samples];
        for (var i = 0; i < Samples; i++)
            sums[i] = sum(OnRim(i / (double)SamplesPerSide));
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
        var best = Refine(sum, first);
        return second >= 0 && Refine(sum, second) is var other && sum(other) < sum(best) ? other : best;
    }

    private GeoPoint Refine(Func<GeoPoint, double> sum, int sample)
    {
        var rim = this;
        return OnRim(LeastOnInterval.Find(at => sum(rim.OnRim(at)), (sample - 1.0) / SamplesPerSide, (sample + 1.0) / SamplesPerSide, 1e-6));
    }

    /// <summary>0 to 1 along the right side, to 2 about the end, to 3 back along the left, to 4 about the start.</summary>
    private GeoPoint OnRim(double at)
    {
        at -= 4 * Math.Floor(at / 4);
        var (fraction, azimuth) = at switch
        {
            < 1 => (at, Azimuth(_piece, at) + 90),
            < 2 => (1, _azimuthAtEnd + 90 - 180 * (at - 1)),
            < 3 => (3 - at, Azimuth(_piece, 3 - at) - 90),
            _ => (0, _azimuthAtStart - 90 - 180 * (at - 3)),
        };
        return Geodesic.Direct(_piece.At(fraction), azimuth, _piece.UncertaintyMetres);
    }

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
