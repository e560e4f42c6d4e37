using System.Runtime.Intrinsics;

namespace Overflight.Airspace.Nearest;

/// <summary>One place four times over, to be held against four balls or pieces at once.</summary>
internal readonly struct WidePoint(SurfacePoint point)
{
    public readonly Vector256<double> X = Vector256.Create(point.X);
    public readonly Vector256<double> Y = Vector256.Create(point.Y);
    public readonly Vector256<double> Z = Vector256.Create(point.Z);
}
