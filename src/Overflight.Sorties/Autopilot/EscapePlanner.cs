using Overflight.Geodesy;
using Overflight.Sorties.Aircraft;
using Overflight.Sorties.Atmosphere;

namespace Overflight.Sorties.Autopilot;

/// <summary>
/// Finds an <see cref="EscapePath"/>. Distance to an edge changes no faster than one moves, so a path is proven clear by steps as
/// long as the clearance at hand (sphere tracing; Hart, The Visual Computer 12, 1996).
/// </summary>
internal sealed class EscapePlanner(Performance performance)
{
    /// <summary>Part of the bank limit that turns are planned with: the rest holds against gusts.</summary>
    private const double BankInHand = 0.85;

    private static readonly double[] s_changes = [0, 0.5, 1, 1.5, 2, 2.5, 3, 3.5, 4, 4.7];
    private EscapePath _last;

    /// <summary>The radius of a circle that can be held with bank in hand in this wind.</summary>
    public static double HoldRadius(double speed, Wind wind, double bankLimit)
    {
        var ground = speed + wind.SpeedMetresPerSecond;
        return Math.Max(30, 1.1 * ground * ground / (StandardAtmosphere.Gravity * Math.Tan(0.75 * bankLimit)));
    }

    /// <summary>An escape that stays clear of all the shapes by the margin, if there is one among those tried.</summary>
    public bool TryFind(in EscapeStart start, double bankLimit, ReadOnlySpan<FenceShape> shapes, double margin, out EscapePath path)
    {
        var radius = HoldRadius(start.Speed, start.Wind, bankLimit);
        // What was clear a second ago mostly is again.
        if (_last.Direction != 0 && TryPath(start, bankLimit, shapes, margin, radius, _last.Direction, _last.HeadingChangeRadians, _last.StraightMetres, out path))
        {
            _last = path;
            return true;
        }
        foreach (var straight in (ReadOnlySpan<double>)[0, 1, 3])
        {
            foreach (var change in s_changes)
            {
                for (var direction = -1; direction <= 1; direction += 2)
                {
                    if (TryPath(start, bankLimit, shapes, margin, radius, direction, change, straight * radius, out path))
                    {
                        _last = path;
                        return true;
                    }
                }
            }
        }
        path = default;
        return false;
    }

    private bool TryPath(
        in EscapeStart start, double bankLimit, ReadOnlySpan<FenceShape> shapes, double margin, double radius,
        int direction, double change, double straight, out EscapePath path)
    {
        path = default;
        var bank = BankInHand * bankLimit;
        var rate = direction * StandardAtmosphere.Gravity * Math.Tan(bank) / start.Speed;
        // Rolling from one bank to another turns by the mean of the two: as long as this it goes straight on, as a whole.
        var rollSeconds = Math.Abs(direction * bank - start.Bank) / performance.RollRadiansPerSecond;
        var roll = Math.Max(0, 0.5 * rollSeconds * (1 - start.Bank / (direction * bank))) + 1;
        var turn = change / Math.Abs(rate);
        var total = roll + turn + straight / start.Speed;
        var fastest = start.Speed + start.Wind.SpeedMetresPerSecond;
        for (var time = 0.0; ;)
        {
            var place = At(start, roll, turn, rate, time, out var heading);
            var clearance = Clearance(shapes, place) - margin;
            if (clearance < 0)
                return false;
            if (time >= total)
            {
                // The circle lies to the side of the turn, abeam the track.
                var track = Math.Atan2(
                    start.Speed * Math.Sin(heading) + start.Wind.EastMetresPerSecond,
                    start.Speed * Math.Cos(heading) + start.Wind.NorthMetresPerSecond) + direction * Math.PI / 2;
                var centre = Moved(place, radius * Math.Sin(track), radius * Math.Cos(track));
                path = new EscapePath(direction, change, straight, centre, radius);
                return Clearance(shapes, centre) - margin >= 1.1 * radius;
            }
            time = Math.Min(total, time + Math.Max(0.5, clearance / fastest));
        }
    }

    private static GeoPoint At(in EscapeStart start, double roll, double turn, double rate, double time, out double heading)
    {
        var (sin, cos) = Math.SinCos(start.Heading);
        var before = Math.Min(time, roll);
        var turned = Math.Clamp(time - roll, 0, turn);
        var after = Math.Max(0, time - roll - turn);
        heading = start.Heading + rate * turned;
        var (sinEnd, cosEnd) = Math.SinCos(heading);
        var east = start.Speed * (before * sin + (cos - cosEnd) / rate + after * sinEnd) + start.Wind.EastMetresPerSecond * time;
        var north = start.Speed * (before * cos + (sinEnd - sin) / rate + after * cosEnd) + start.Wind.NorthMetresPerSecond * time;
        return Moved(start.Place, east, north);
    }

    private static GeoPoint Moved(GeoPoint place, double east, double north) => Local.Moved(place, east, north);

    private static double Clearance(ReadOnlySpan<FenceShape> shapes, GeoPoint place)
    {
        var least = double.PositiveInfinity;
        foreach (var shape in shapes)
            least = Math.Min(least, shape.ClearanceMetres(place));
        return least;
    }
}
