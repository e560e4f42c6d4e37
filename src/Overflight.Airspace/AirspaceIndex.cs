using System.Collections.Concurrent;
using Overflight.Airspace.Locating;
using Overflight.Airspace.Pack;
using Overflight.Geodesy;

namespace Overflight.Airspace;

/// <summary>
/// Whose airspace is where: boundary sets as versioned claims, mapped from a pack and never changed. Thread-safe.
/// The first set is the base that answers; the second is the witness that verdicts are checked against.
/// </summary>
public sealed class AirspaceIndex
{
    private readonly MappedPack _pack;
    private readonly ConcurrentDictionary<(int Set, int Claim), AirspaceRegion> _regions = new();
    private readonly ConcurrentDictionary<int, string[]> _namesBySet = new();

    private AirspaceIndex(MappedPack pack)
    {
        _pack = pack;
        Sources = pack.Sets.Select(s => s.Source).ToArray();
        Base = pack.Sets[0].Set;
    }

    /// <summary>The boundary sets, the base first.</summary>
    public IReadOnlyList<BoundarySource> Sources { get; }

    internal BoundarySet Base { get; }

    internal BoundarySet SetAt(int index) => _pack.Sets[index].Set;

    /// <summary>Maps a pack file.</summary>
    /// <exception cref="InvalidDataException">The file is not a boundary pack.</exception>
    public static AirspaceIndex Open(string path)
    {
        var pack = MappedPack.Open(path);
        return pack.Sets.Count > 0 ? new AirspaceIndex(pack) : throw new InvalidDataException($"{path}: a pack without sets");
    }

    /// <summary>
    /// The number of the set of claims that hold a place, for <see cref="ClaimNames"/>; −1 for a place on an edge or so
    /// near one that only <see cref="Locate(GeoPoint)"/> can tell.
    /// </summary>
    public int LocateFast(double latitudeDegrees, double longitudeDegrees) => PointLocator.Locate(Base, latitudeDegrees, longitudeDegrees);

    /// <summary>Many places at once: the numbers of their sets of claims, with −1 as in <see cref="LocateFast"/>.</summary>
    public void LocateMany(ReadOnlySpan<double> latitudesDegrees, ReadOnlySpan<double> longitudesDegrees, Span<int> claimSets)
    {
        ArgumentOutOfRangeException.ThrowIfNotEqual(latitudesDegrees.Length, longitudesDegrees.Length);
        ArgumentOutOfRangeException.ThrowIfLessThan(claimSets.Length, latitudesDegrees.Length);
        for (var i = 0; i < latitudesDegrees.Length; i++)
            claimSets[i] = PointLocator.Locate(Base, latitudesDegrees[i], longitudesDegrees[i]);
        Base.KeepAlive();
    }

    /// <summary>The claims of a set by number, ISO 3166 alpha-3 in alphabetical order.</summary>
    public IReadOnlyList<string> ClaimNames(int claimSet) => _namesBySet.GetOrAdd(claimSet, id => Names(Base, Base.ClaimsOf(id)));

    /// <summary>All claims that hold a place, in alphabetical order; more than one where claims overlap or meet. Exact for the stored edges.</summary>
    public IReadOnlyList<string> Locate(GeoPoint place) => Locate(place, 0);

    /// <summary><see cref="Locate(GeoPoint)"/> by another boundary set.</summary>
    public IReadOnlyList<string> Locate(GeoPoint place, int set)
    {
        if (!place.IsValid)
            throw new ArgumentException($"not a place: {place}", nameof(place));
        var boundaries = SetAt(set);
        var claims = new List<ushort>();
        ExactLocator.Locate(boundaries, place.LatitudeDegrees, place.LongitudeDegrees, claims);
        return Names(boundaries, System.Runtime.InteropServices.CollectionsMarshal.AsSpan(claims));
    }

    /// <summary>A State's airspace by ISO 3166 alpha-3 code, or null where the set has no such claim.</summary>
    public AirspaceRegion? Region(string name, int set = 0)
    {
        var claim = SetAt(set).ClaimIndex(name);
        return claim < 0 ? null : RegionOf(set, claim);
    }

    /// <summary>
    /// The States' airspaces that may hold a place of a box; never fewer than do, by their codes. Degrees; an east beyond 180 means
    /// a box across the 180th meridian.
    /// </summary>
    public IReadOnlyList<AirspaceRegion> RegionsIn(double southDegrees, double westDegrees, double northDegrees, double eastDegrees)
    {
        var claims = new HashSet<int>();
        NearbyClaims.InBox(Base, southDegrees, northDegrees, westDegrees, eastDegrees, claims);
        return [.. claims.Select(claim => RegionOf(0, claim)).OrderBy(region => region.Name, StringComparer.Ordinal)];
    }

    internal AirspaceRegion RegionOf(int set, int claim) => _regions.GetOrAdd(
        (set, claim),
        key => new AirspaceRegion(SetAt(key.Set).Claims[key.Claim], Sources[key.Set].Name, SetAt(key.Set), key.Claim, setSha256: Sources[key.Set].CompiledSha256));

    /// <summary>
    /// The nearest legal edge of any claim: positive where some claim holds the place, negative where none does.
    /// Null only where the set is empty.
    /// </summary>
    public BoundaryDistance? NearestEdge(GeoPoint place)
    {
        BoundaryDistance? best = null;
        foreach (var claim in NearbyClaims.Around(Base, place, () => best is null ? double.PositiveInfinity : Math.Abs(best.SignedMetres)))
        {
            var distance = RegionOf(0, claim).DistanceTo(place);
            if (best is null || Math.Abs(distance.SignedMetres) < Math.Abs(best.SignedMetres))
                best = distance;
        }
        return best is null ? null : best with { SignedMetres = Locate(place).Count > 0 ? Math.Abs(best.SignedMetres) : -Math.Abs(best.SignedMetres) };
    }

    private static string[] Names(BoundarySet set, ReadOnlySpan<ushort> claims)
    {
        var names = new string[claims.Length];
        for (var i = 0; i < names.Length; i++)
            names[i] = set.Claims[claims[i]];
        Array.Sort(names, StringComparer.Ordinal);
        return names;
    }
}
