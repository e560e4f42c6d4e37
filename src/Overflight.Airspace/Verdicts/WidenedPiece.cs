using Overflight.Airspace.Nearest;
using Overflight.Geodesy;

namespace Overflight.Airspace.Verdicts;

/// <summary>
/// A boundary piece with all that lies within its uncertainty: two sides and two round ends, laid flat where it lies.
/// The sum of distances to two places outside it is least on its rim, and there falls towards the least from both sides;
/// so the rim is sampled and searched about the two lowest samples. Distances are chords here: they order places on so
/// small an area as geodesics do (their slopes differ by parts in 10⁵, and at the least the slope is nought), and laying
/// 5 km flat lifts its rim by 2 m, which moves a chord by millimetres.
/// </summary>
internal readonly struct WidenedPiece
{
    private const int SamplesPerSide = 8;
    private const int Samples = 4 * SamplesPerSide;

    private readonly SurfacePoint _start, _along, _across, _from, _to;
    private readonly double _length, _radius;

    /// <param name="piece">The piece.</param>
    /// <param name="from">One of the two places.</param>
    /// <param name="to">The other.</param>
    public WidenedPiece(in BoundaryPiece piece, SurfacePoint from, SurfacePoint to)
    {
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

    /// <summary>How far along the piece itself the sum is least, 0 to 1.</summary>
    public double LeastFraction()
    {
        var own = this;
        return LeastOnInterval.Find(t => own.Sum(own.Place(t * own._length, 0)), 0, 1, 1e-6);
    }

    /// <summary>The place of the rim with the least sum of distances.</summary>
    public GeoPoint LeastOnRim()
    {
        Span<double> sums = stackalloc double[Samples];
        for (var i = 0; i < Samples; i++)
            sums[i] = Sum(OnRim(i / (double)SamplesPerSide));
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
        var best = Refine(first);
        if (second >= 0 && Refine(second) is var other && Sum(other) < Sum(best))
            best = other;
        return Ecef.ToGeodetic(best.X, best.Y, best.Z).Point;
    }

    private SurfacePoint Refine(int sample)
    {
        var own = this;
        return OnRim(LeastOnInterval.Find(at => own.Sum(own.OnRim(at)), (sample - 1.0) / SamplesPerSide, (sample + 1.0) / SamplesPerSide, 1e-6));
    }

    private double Sum(SurfacePoint place) => _from.ChordTo(place) + place.ChordTo(_to);

    /// <summary>0 to 1 along one side, to 2 about the end, to 3 back along the other, to 4 about the start.</summary>
    private SurfacePoint OnRim(double at)
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
