using Overflight.Airspace.Nearest;
using Overflight.Geodesy;

namespace Overflight.Airspace.Verdicts;

/// <summary>
/// A boundary piece with all that lies within its uncertainty: two sides and two round ends, laid flat where it lies.
/// The sum of distances to two places outside it is least on its rim, and there falls towards the least from both sides;
/// so the rim is sampled and searched about the two lowest samples. Sampling goes by chords on the piece laid flat, which
/// is quick; the least itself is then found by geodesics about the places that the chords name, because a path flown at
/// exactly the speed bound is decided by centimetres.
/// </summary>
internal readonly struct WidenedPiece
{
    private const int SamplesPerSide = 8;
    private const int Samples = 4 * SamplesPerSide;

    private readonly BoundaryPiece _piece;
    private readonly SurfacePoint _start, _along, _across, _from, _to;
    private readonly double _length, _radius;

    /// <param name="piece">The piece.</param>
    /// <param name="from">One of the two places.</param>
    /// <param name="to">The other.</param>
    public WidenedPiece(in BoundaryPiece piece, SurfacePoint from, SurfacePoint to)
    {
        _piece = piece;
        _start = SurfacePoint.From(piece.Start);
        var end = SurfacePoint.From(piece.End);
        _length = _start.ChordTo(end);
        _radius = piece.UncertaintyMetres;
        (_from, _to) = (from, to);
        var up = UnitVector.From(piece.At(0.5));
        _along = _length > 0
            ? new SurfacePoint((end.X - _start.X) / _length, (end.Y - _start.Y) / _length, (end.Z - _start.Z) / _length)
            : new SurfacePoint(-up.Y, up.X, 0);
        var across = new UnitVector(_along.Y * up.Z - _along.Z * up.Y, _along.Z * up.X - _along.X * up.Z, _along.X * up.Y - _along.Y * up.X).Normalised();
        _across = new SurfacePoint(across.X, across.Y, across.Z);
    }

    /// <summary>The place of the rim with the least sum of geodesics.</summary>
    /// <param name="sum">The sum of geodesics from one of the two places over a third to the other.</param>
    public GeoPoint LeastOnRim(Func<GeoPoint, double> sum)
    {
        Span<double> sums = stackalloc double[Samples];
        for (var i = 0; i < Samples; i++)
            sums[i] = Sum(FlatRim(i / (double)SamplesPerSide));
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
        var best = Refine(first, sum);
        return second >= 0 && Refine(second, sum) is var other && sum(other) < sum(best) ? other : best;
    }

    private GeoPoint Refine(int sample, Func<GeoPoint, double> sum)
    {
        var own = this;
        return OnRim(LeastOnInterval.Find(at => sum(own.OnRim(at)), (sample - 1.5) / SamplesPerSide, (sample + 1.5) / SamplesPerSide, 1e-6));
    }

    /// <summary>As <see cref="FlatRim"/>, on the ellipsoid.</summary>
    private GeoPoint OnRim(double at)
    {
        at -= 4 * Math.Floor(at / 4);
        var (fraction, azimuth) = at switch
        {
            < 1 => (at, Azimuth(at) + 90),
            < 2 => (1, Azimuth(1) + 90 - 180 * (at - 1)),
            < 3 => (3 - at, Azimuth(3 - at) - 90),
            _ => (0, Azimuth(0) - 90 - 180 * (at - 3)),
        };
        return Geodesic.Direct(_piece.At(fraction), azimuth, _radius);
    }

    private double Azimuth(double fraction)
    {
        var (sin, cos) = Math.SinCos(double.DegreesToRadians(_piece.At(fraction).LatitudeDegrees));
        // Radii of curvature along the parallel and along the meridian, both over a and times w^3.
        var w2 = 1 - Wgs84.EccentricitySquared * sin * sin;
        var east = (_piece.End.LongitudeDegrees - _piece.Start.LongitudeDegrees) * cos * w2;
        var north = (_piece.End.LatitudeDegrees - _piece.Start.LatitudeDegrees) * (1 - Wgs84.EccentricitySquared);
        return double.RadiansToDegrees(Math.Atan2(east, north));
    }

    private double Sum(SurfacePoint place) => _from.ChordTo(place) + place.ChordTo(_to);

    /// <summary>0 to 1 along one side, to 2 about the end, to 3 back along the other, to 4 about the start.</summary>
    private SurfacePoint FlatRim(double at)
    {
        at -= 4 * Math.Floor(at / 4);
        if (at < 1)
            return Place(at * _length, _radius);
        if (at is >= 2 and < 3)
            return Place((3 - at) * _length, -_radius);
        var (sin, cos) = Math.SinCos(Math.PI * (at < 2 ? at - 1 : at - 3));
        return at < 2 ? Place(_length + _radius * sin, _radius * cos) : Place(-_radius * sin, -_radius * cos);
    }

    private SurfacePoint Place(double along, double across) => new(
        _start.X + along * _along.X + across * _across.X,
        _start.Y + along * _along.Y + across * _across.Y,
        _start.Z + along * _along.Z + across * _across.Z);
}
