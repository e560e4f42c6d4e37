using Overflight.Airspace;

namespace Overflight.Archive.Querying;

/// <summary>States' airspaces, zones or polygons: a place is in the area when it is in any of them. Floors and ceilings are not asked.</summary>
public sealed class RegionArea(IReadOnlyList<AirspaceRegion> regions) : IArea
{
    internal IReadOnlyList<AirspaceRegion> Regions => regions;

    /// <inheritdoc/>
    public BoxArea Bounds { get; } = new(
        regions.Min(r => r.BoundsDegrees.South), regions.Min(r => r.BoundsDegrees.West), regions.Max(r => r.BoundsDegrees.North), regions.Max(r => r.BoundsDegrees.East));

    /// <inheritdoc/>
    public bool MayHold(double southDegrees, double westDegrees, double northDegrees, double eastDegrees)
    {
        foreach (var region in regions)
            if (region.MayHold(southDegrees, westDegrees, northDegrees, eastDegrees))
                return true;
        return false;
    }

    /// <inheritdoc/>
    public void Test(ReadOnlySpan<double> latitudesDegrees, ReadOnlySpan<double> longitudesDegrees, Span<bool> inside)
    {
        inside.Clear();
        var one = new bool[latitudesDegrees.Length];
        foreach (var region in regions)
        {
            region.ContainsMany(latitudesDegrees, longitudesDegrees, one);
            for (var i = 0; i < one.Length; i++)
                inside[i] |= one[i];
        }
    }
}
