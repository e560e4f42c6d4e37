using Overflight.Geodesy;
namespace Overflight.Misb.Sight;
internal static class Utm
{
    public static double ConvergenceDegrees(GeoPoint p)
    {
        var zone = Math.Floor((p.LongitudeDegrees + 180) / 6);
        var d = double.DegreesToRadians(p.LongitudeDegrees - (zone * 6 - 177));
        return double.RadiansToDegrees(Math.Atan(Math.Tan(d) * Math.Sin(double.DegreesToRadians(p.LatitudeDegrees))));
    }
}
