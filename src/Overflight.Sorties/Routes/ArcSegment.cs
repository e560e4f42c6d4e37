using Overflight.Geodesy;

namespace Overflight.Sorties.Routes;

/// <summary>A circle, or a part of one, about a place.</summary>
internal sealed class ArcSegment : PathSegment
{
    private readonly double _startAzimuth;
    private readonly double _sweep;

    /// <param name="centre">The centre.</param>
    /// <param name="radiusMetres">The radius.</param>
    /// <param name="clockwise">The way round.</param>
    /// <param name="startAzimuthDegrees">Azimuth from the centre at which it starts; NaN: wherever the aircraft comes in.</param>
    /// <param name="sweepRadians">How far round; infinite for no end.</param>
    public ArcSegment(GeoPoint centre, double radiusMetres, bool clockwise, double startAzimuthDegrees = double.NaN, double sweepRadians = double.PositiveInfinity)
    {
        (Centre, RadiusMetres, Clockwise) = (centre, radiusMetres, clockwise);
        (_startAzimuth, _sweep) = (startAzimuthDegrees, sweepRadians);
    }

    public GeoPoint Centre { get; }

    public double RadiusMetres { get; }

    public bool Clockwise { get; }

    public override double StartCourseDegrees => _startAzimuth + (Clockwise ? 90 : -90);

    public override double LengthMetres => RadiusMetres * _sweep;

    public override Guidance Guide(GeoPoint place, ref SegmentMemory memory)
    {
        var outwards = Geodesic.Inverse(Centre, place);
        var azimuth = outwards.InitialAzimuthDegrees;
        var sign = Clockwise ? 1 : -1;
        var before = memory.IsBegun ? memory.Azimuth : double.IsNaN(_startAzimuth) ? azimuth : _startAzimuth;
        var swept = memory.IsBegun ? memory.Along : 0;
        // An orbit's rounds count from when the circle is reached.
        if (memory.IsBegun || !double.IsNaN(_startAzimuth))
        {
            if (!double.IsNaN(_startAzimuth) || Math.Abs(outwards.DistanceMetres - RadiusMetres) < 0.25 * RadiusMetres)
                swept += sign * double.DegreesToRadians(Math.IEEERemainder(azimuth - before, 360));
        }
        memory = new SegmentMemory { IsBegun = true, Along = swept, Azimuth = azimuth };
        return new Guidance(
            -sign * (outwards.DistanceMetres - RadiusMetres),
            outwards.FinalAzimuthDegrees + 90 * sign,
            sign / RadiusMetres,
            swept * RadiusMetres,
            (_sweep - swept) * RadiusMetres);
    }
}
