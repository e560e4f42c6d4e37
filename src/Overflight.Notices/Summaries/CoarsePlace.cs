using System.Globalization;
using Overflight.Authority.Documents;

namespace Overflight.Notices.Summaries;

/// <summary>Places to whole degrees, and never finer.</summary>
internal static class CoarsePlace
{
    /// <summary>Degrees between two looks along an outline.</summary>
    private const double Step = 0.5;

    /// <summary>The whole degrees that an outline comes nearest to, such as <c>27° N 115° W</c>, in ordinal order.</summary>
    public static IReadOnlyCollection<string> Of(Area area)
    {
        var places = new SortedSet<string>(StringComparer.Ordinal);
        for (var i = 0; i < area.Ring.Count; i++)
        {
            var (from, to) = (area.Ring[i], area.Ring[(i + 1) % area.Ring.Count]);
            // The short way about, also over the antimeridian.
            var (across, up) = (Math.IEEERemainder(to[0] - from[0], 360), to[1] - from[1]);
            var steps = Math.Max(1, (int)Math.Ceiling(Math.Max(Math.Abs(across), Math.Abs(up)) / Step));
            for (var k = 0; k < steps; k++)
                places.Add(Name(from[1] + up * k / steps, from[0] + across * k / steps));
        }
        return places;
    }

    private static string Name(double latitude, double longitude)
    {
        var (north, east) = ((int)Math.Round(latitude), (int)Math.Round(Math.IEEERemainder(longitude, 360)));
        return string.Create(CultureInfo.InvariantCulture, $"{Math.Abs(north)}° {(north < 0 ? 'S' : 'N')} {Math.Abs(east)}° {(east < 0 && east != -180 ? 'W' : 'E')}");
    }
}
