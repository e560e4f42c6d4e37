using Overflight.Airspace;
using Overflight.Authority.Documents;
using Overflight.Geodesy;
using Overflight.Sorties.Autopilot;
using Overflight.Tracks;

namespace Overflight.Operations.Fences;

/// <summary>
/// What a sortie's papers leave closed at an instant, as hard fences for its autopilot: beyond the instrument's areas, and other States' airspace
/// where no consent is in force or beyond its areas, each as wide as its line is uncertain.
/// </summary>
/// <param name="index">Whose airspace is where.</param>
/// <param name="documents">The papers.</param>
/// <param name="sortie">The plan.</param>
public sealed class AuthorityFences(AirspaceIndex index, DocumentSet documents, Sortie sortie)
{
    private const double MarginDegrees = 1.2;
    private const double LeastCellDegrees = 0.02;
    private const int MostNodesAcross = 160;

    /// <summary>For what the contour may be off between two nodes.</summary>
    private const double MarginMetres = 150;

    private readonly Dictionary<string, IReadOnlyList<Fence>> _known = [];

    /// <summary>The instants within a time at which the papers change what is closed.</summary>
    public IEnumerable<UtcInstant> Changes(UtcInstant from, UtcInstant to) => documents.All
        .Where(d => d is Consent or Instrument).SelectMany(d => d switch
        {
            Consent c => new[] { (UtcInstant?)c.RecordedAt, c.RevokedAt, c.Validity.From, c.Validity.To },
            Instrument i => [i.RecordedAt, i.RevokedAt],
            _ => [],
        })
        .OfType<UtcInstant>().Where(at => at > from && at <= to).Distinct().Order();

    /// <summary>The fences as of an instant; the same list where nothing that matters has changed.</summary>
    public IReadOnlyList<Fence> At(UtcInstant at)
    {
        var instrument = sortie.Instrument is { } id ? documents.At<Instrument>(id, at) : null;
        var consents = documents.At<Consent>(at).Where(c => c.GivenAt <= at && c.Validity.Holds(at) && !(c.RevokedAt <= at)).OrderBy(c => c.Citation, StringComparer.Ordinal).ToArray();
        var key = string.Join(' ', consents.Select(c => c.Id + c.Version).Prepend(instrument?.Citation ?? ""));
        if (!_known.TryGetValue(key, out var fences))
            _known[key] = fences = [.. Scope(instrument), .. States(consents, OperatingState(at))];
        return fences;
    }

    private string? OperatingState(UtcInstant at) =>
        documents.At<Operation>(sortie.Operation, at) is { } operation ? documents.At<Programme>(operation.Programme, at)?.OperatingState : null;

    private IEnumerable<Fence> Scope(Instrument? instrument)
    {
        if (instrument is null)
            yield break;
        var areas = instrument.Scope.Areas;
        var (floor, ceiling) = (instrument.Scope.Altitude.FloorMetres, instrument.Scope.Altitude.CeilingMetres);
        // A band that begins at the ground binds nobody on take-off.
        double? lowest = floor > 0 ? floor : null;
        if (areas.Count == 1)
        {
            yield return new("scope", FenceKind.KeepIn, true, areas[0].Corners, lowest, ceiling);
            yield break;
        }
        var corners = areas.SelectMany(a => a.Ring).ToArray();
        var box = Box(corners.Min(c => c[1]), corners.Min(c => c[0]), corners.Max(c => c[1]), corners.Max(c => c[0]), LeastCellDegrees);
        var home = new GeoPoint(sortie.Route.Points[0].Latitude, sortie.Route.Points[0].Longitude);
        var rings = FieldContour.Rings(box.South, box.West, box.Cell, box.Rows, box.Columns, place => areas.Max(a => a.Region.DistanceTo(place).SignedMetres) - MarginMetres);
        // Of areas that do not touch, the one that it takes off in.
        if (rings.FirstOrDefault(ring => new GeodesicPolygon(ring).Contains(home)) is { } ring)
            yield return new("scope", FenceKind.KeepIn, true, ring, lowest, ceiling);
    }

    private IEnumerable<Fence> States(Consent[] consents, string? operatingState)
    {
        var points = sortie.Route.Points;
        var box = Box(points.Min(p => p.Latitude), points.Min(p => p.Longitude), points.Max(p => p.Latitude), points.Max(p => p.Longitude), MarginDegrees);
        foreach (var region in index.RegionsIn(box.South, box.West, box.South + box.Rows * box.Cell, box.West + box.Columns * box.Cell).Where(r => r.Name != operatingState))
        {
            var own = consents.Where(c => c.State == region.Name).ToArray();
            if (own.Any(c => c.Conditions.Areas.Count == 0))
                continue;
            var open = own.SelectMany(c => c.Conditions.Areas).ToArray();
            var number = 0;
            foreach (var ring in FieldContour.Rings(box.South, box.West, box.Cell, box.Rows, box.Columns, place => Closed(place, region, open)))
                yield return new($"{region.Name}{(++number > 1 ? $".{number}" : "")}", FenceKind.KeepOut, true, ring);
        }
    }

    /// <summary>Above zero where it may be the State's airspace and is not certainly within an area of a consent.</summary>
    private static double Closed(GeoPoint place, AirspaceRegion region, Area[] open)
    {
        var distance = region.DistanceTo(place);
        var inState = distance.SignedMetres + distance.Edge.UncertaintyMetres + MarginMetres;
        return open.Length == 0 ? inState : Math.Min(inState, -open.Max(a => a.Region.DistanceTo(place).SignedMetres));
    }

    private static (double South, double West, double Cell, int Rows, int Columns) Box(double south, double west, double north, double east, double margin)
    {
        (south, west, north, east) = (Math.Max(-89, south - margin), west - margin, Math.Min(89, north + margin), east + margin);
        var cell = Math.Max(LeastCellDegrees, Math.Max(north - south, east - west) / MostNodesAcross);
        return (south, west, cell, (int)((north - south) / cell) + 1, (int)((east - west) / cell) + 1);
    }
}
