using System.Text.Json.Serialization;
using Overflight.Airspace;
using Overflight.Airspace.Zones;
using Overflight.Geodesy;

namespace Overflight.Authority.Documents;

/// <summary>A polygon whose edges are geodesics, as law reads straight lines; along a parallel they are the parallel (14 CFR 99.41).</summary>
public sealed class Area
{
    private readonly Lazy<AirspaceRegion> _region;

    /// <summary>Makes an area.</summary>
    /// <param name="name">Its name.</param>
    /// <param name="ring">Corners, [longitude, latitude] in degrees, at least three; the last may repeat the first.</param>
    /// <exception cref="ArgumentException">There are fewer corners, or one is no place.</exception>
    [JsonConstructor]
    public Area(string name, IReadOnlyList<IReadOnlyList<double>> ring)
    {
        ArgumentNullException.ThrowIfNull(ring);
        if (ring.Count is < 3 or > 10_000)
            throw new ArgumentException($"area \"{name}\" has {ring.Count} corners, and needs 3 to 10,000", nameof(ring));
        foreach (var corner in ring)
        {
            if (corner is not { Count: 2 } || !(Math.Abs(corner[0]) <= 180 && Math.Abs(corner[1]) <= 90))
                throw new ArgumentException($"area \"{name}\": [{string.Join(", ", corner ?? [])}] is no place; longitude comes first, in degrees", nameof(ring));
        }
        (Name, Ring) = (name, ring);
        _region = new(() => PolygonRegion.From(name, [.. ring.Select(c => new GeoPoint(c[1], c[0]))]));
    }

    /// <summary>Its name.</summary>
    public string Name { get; }

    /// <summary>Corners, [longitude, latitude] in degrees.</summary>
    public IReadOnlyList<IReadOnlyList<double>> Ring { get; }

    /// <summary>Whether another area has the same corners.</summary>
    public bool IsSameAs(Area other)
    {
        ArgumentNullException.ThrowIfNull(other);
        return Ring.Count == other.Ring.Count && Ring.Zip(other.Ring).All(pair => pair.First[0] == pair.Second[0] && pair.First[1] == pair.Second[1]);
    }

    /// <summary>The same as places, each once: the first is not repeated at the end.</summary>
    [JsonIgnore]
    public IReadOnlyList<GeoPoint> Corners
    {
        get
        {
            var isClosed = Ring.Count > 3 && Ring[0][0] == Ring[^1][0] && Ring[0][1] == Ring[^1][1];
            return [.. Ring.Take(isClosed ? Ring.Count - 1 : Ring.Count).Select(c => new GeoPoint(c[1], c[0]))];
        }
    }

    /// <summary>The region to measure with.</summary>
    [JsonIgnore]
    public AirspaceRegion Region => _region.Value;
}
