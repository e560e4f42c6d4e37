using System.Globalization;
using System.Text;
using Overflight.Geodesy;

namespace Overflight.Dossiers.Map;

/// <summary>Lines of places as SVG path data: thinned, cut at the window's edge, whole at ±180.</summary>
internal static class PathData
{
    private const double Beyond = 400;

    /// <summary>The path; empty where nothing of it can be seen.</summary>
    public static string Of(MapFrame frame, IEnumerable<GeoPoint> places, bool isClosed = false, double thinning = 0.7)
    {
        var path = new StringBuilder();
        var (lastX, lastY, longitude) = (double.NaN, double.NaN, double.NaN);
        var isDown = false;
        (double X, double Y)? skipped = null;
        foreach (var place in places)
        {
            longitude = MapFrame.Near(place.LongitudeDegrees, double.IsNaN(longitude) ? frame.MiddleLongitude : longitude);
            var (x, y) = frame.At(place.LatitudeDegrees, longitude);
            if (!isClosed && !double.IsNaN(lastX) && !IsNear(frame, x, y) && !IsNear(frame, lastX, lastY))
            {
                (isDown, skipped, lastX, lastY) = (false, null, x, y);
                continue;
            }
            if (isDown && Math.Abs(x - lastX) + Math.Abs(y - lastY) < thinning)
            {
                skipped = (x, y);
                continue;
            }
            if (!isDown && !double.IsNaN(lastX))
                Append(path, 'M', lastX, lastY);
            Append(path, isDown || !double.IsNaN(lastX) ? 'L' : 'M', x, y);
            (isDown, lastX, lastY, skipped) = (true, x, y, null);
        }
        if (skipped is var (endX, endY))
            Append(path, 'L', endX, endY);
        if (isClosed && path.Length > 0)
            path.Append('Z');
        return path.ToString();
    }

    private static bool IsNear(MapFrame frame, double x, double y) => frame.Holds(x, y, -Beyond);

    private static void Append(StringBuilder path, char command, double x, double y) =>
        path.Append(CultureInfo.InvariantCulture, $"{command}{x:0.#} {y:0.#}");
}
