using System.Runtime.CompilerServices;
using Overflight.Airspace;
using Overflight.Geodesy;

namespace Overflight.Patterns.Reach;

/// <summary>
/// How deep places lie in a region, as cells that are small against the depth of their middle or against what matters near the
/// boundary. Distances change no faster than one moves, so no place of a cell is deeper than its middle and half its diagonal.
/// Made once for a region.
/// </summary>
internal sealed class DepthField
{
    private const double LargestDegrees = 4;
    private const double LeastHalfMetres = 4_000;
    private const double HalfPart = 0.06;

    private static readonly ConditionalWeakTable<AirspaceRegion, DepthField> s_known = [];

    private readonly List<DepthCell> _cells = [];

    private DepthField(AirspaceRegion region)
    {
        var (south, west, north, east) = region.BoundsDegrees;
        var hint = 0;
        for (var latitude = south; latitude < north; latitude += LargestDegrees)
            for (var longitude = west; longitude < east; longitude += LargestDegrees)
                Add(region, latitude, longitude, Math.Min(LargestDegrees, north - latitude), Math.Min(LargestDegrees, east - longitude), ref hint);
        _cells.Sort((a, b) => a.MostMetres != b.MostMetres ? b.MostMetres.CompareTo(a.MostMetres) : a.South != b.South ? a.South.CompareTo(b.South) : a.West.CompareTo(b.West));
    }

    /// <summary>The cells that hold any of the region, the deepest first.</summary>
    public IReadOnlyList<DepthCell> Cells => _cells;

    public static DepthField Of(AirspaceRegion region) => s_known.GetValue(region, static r => new DepthField(r));

    /// <summary>A part of the map measured at its middle.</summary>
    public static DepthCell Measure(AirspaceRegion region, double south, double west, double height, double width, ref int hint)
    {
        var middle = new GeoPoint(south + 0.5 * height, west + 0.5 * width).Normalised();
        var metres = region.NearestBoundaryMetres(middle, ref hint, out _);
        var nearest = Math.Max(0, Math.Min(Math.Abs(south), Math.Abs(south + height)) - (south < 0 && south + height > 0 ? 90 : 0));
        var (up, across) = (0.5 * height * Wgs84.GreatestMetresPerDegree, 0.5 * width * Wgs84.GreatestMetresPerDegree * Math.Cos(double.DegreesToRadians(nearest)));
        return new DepthCell(south, west, height, width, region.Contains(middle) ? metres : -metres, Math.Sqrt(up * up + across * across));
    }

    private void Add(AirspaceRegion region, double south, double west, double height, double width, ref int hint)
    {
        var cell = Measure(region, south, west, height, width, ref hint);
        if (cell.MostMetres <= 0)
            return;
        if (cell.HalfMetres <= Math.Max(LeastHalfMetres, HalfPart * cell.DepthMetres))
        {
            _cells.Add(cell);
            return;
        }
        foreach (var (s, w, h, x) in cell.Quarters())
            Add(region, s, w, h, x, ref hint);
    }
}
