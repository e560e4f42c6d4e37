using Overflight.Geodesy;

namespace Overflight.Airspace.Zones;

/// <summary>A region that a paper describes by its corners.</summary>
public static class PolygonRegion
{
    /// <summary>Makes a region of a ring whose edges are geodesics, and parallels along a parallel.</summary>
    /// <param name="name">Its name.</param>
    /// <param name="ring">Its corners in order, three or more; the last may repeat the first.</param>
    /// <exception cref="ArgumentException">It cannot be one, such as where it runs across the 180th meridian.</exception>
    public static AirspaceRegion From(string name, IReadOnlyList<GeoPoint> ring)
    {
        ArgumentNullException.ThrowIfNull(ring);
        var corners = ring.Count > 1 && ring[0] == ring[^1] ? ring.Take(ring.Count - 1) : ring;
        List<string> problems = [];
        var regions = ZoneRegions.Of(name, [new(name, [[.. corners]], EdgeReading.Geodesic, 0, null, null)], problems);
        return problems.Count == 0 && regions.Count == 1 ? regions[0] : throw new ArgumentException(problems.Count > 0 ? problems[0] : $"area \"{name}\" holds nothing", nameof(ring));
    }
}
