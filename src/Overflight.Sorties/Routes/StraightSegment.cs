using Overflight.Geodesy;

namespace Overflight.Sorties.Routes;

/// <summary>A geodesic from one place to another.</summary>
internal sealed class StraightSegment : PathSegment
{
    private readonly GeodesicLine _line;
    private readonly double _startCourse;

    public StraightSegment(GeoPoint from, GeoPoint to, bool flyBy)
    {
        _line = GeodesicLine.Between(from, to);
        (From, To, FlyBy) = (from, to, flyBy);
        _startCourse = _line.DistanceMetres < 1 ? double.NaN : _line.InitialAzimuthDegrees;
    }

    public GeoPoint From { get; }

    public GeoPoint To { get; }

    public override bool FlyBy { get; }

    public override double StartCourseDegrees => _startCourse;

    public override double LengthMetres => _line.DistanceMetres;

    /// <summary>Course at its end, degrees.</summary>
    public double EndCourseDegrees => _line.At(_line.DistanceMetres).FinalAzimuthDegrees;

    public override Guidance Guide(GeoPoint place, ref SegmentMemory memory)
    {
        // The foot of the perpendicular, walked from where it was: one round when the aircraft has moved a step.
        var along = memory.IsBegun ? memory.Along : 0;
        for (var iteration = 0; ; iteration++)
        {
            var here = _line.At(along);
            var towards = Geodesic.Inverse(here.Point, place);
            var (sin, cos) = Math.SinCos(double.DegreesToRadians(towards.InitialAzimuthDegrees - here.FinalAzimuthDegrees));
            var ahead = towards.DistanceMetres * cos;
            along += ahead;
            if (Math.Abs(ahead) < 500 || iteration == 12)
            {
                memory = new SegmentMemory { IsBegun = true, Along = along };
                return new Guidance(towards.DistanceMetres * sin, here.FinalAzimuthDegrees, 0, along, _line.DistanceMetres - along);
            }
        }
    }
}
