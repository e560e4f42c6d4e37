using Overflight.Airspace.Compiling;
using Overflight.Airspace.Pack;

namespace Overflight.Airspace.Tests.Shapes;

/// <summary>Hand-made boundary sets, from rings in degrees or in the lattice's own units.</summary>
internal sealed class Soup
{
    private readonly EdgeSoup _edges = new();

    public List<(ushort Claim, (int Longitude, int Latitude)[] Ring)> Rings { get; } = [];

    public static int Units(double degrees) => (int)Math.Round(degrees * PackFormat.UnitsPerDegree);

    public Soup Add(string claim, params (double Longitude, double Latitude)[] ring) =>
        AddUnits(claim, ring.Select(c => (Units(c.Longitude), Units(c.Latitude))).ToArray());

    public Soup AddUnits(string claim, (int Longitude, int Latitude)[] ring)
    {
        var number = _edges.AddClaim(claim);
        _edges.AddRing(number, ring);
        Rings.Add((number, ring));
        return this;
    }

    /// <summary>An edge by itself, for rings that run across ±180 and come in parts.</summary>
    public Soup AddEdge(string claim, (int Longitude, int Latitude) a, (int Longitude, int Latitude) b)
    {
        _edges.Toggle(a, b, _edges.ClaimSets.IdOf([_edges.AddClaim(claim)]));
        return this;
    }

    public BoundarySet Build(double uncertaintyMetres = 0, double finePerEdge = 2)
    {
        var chains = Chains.From(_edges, e => new EdgeAttributes((ushort)e.ClaimSet, EdgeKind.Given, EdgeReading.Chord, (float)uncertaintyMetres));
        return PackMemory.Load(BoundarySetWriter.Write(_edges, chains, finePerEdge), _edges.Claims);
    }

    public AirspaceRegion Region(double uncertaintyMetres = 0, VerticalLimits? vertical = null, ValidityPeriod? validity = null)
    {
        var set = Build(uncertaintyMetres);
        return new AirspaceRegion(set.Claims[0], "made", set, 0, vertical, validity);
    }
}
