using System.Diagnostics;
using Overflight.Airspace;
using Overflight.Airspace.Compiling;
using Overflight.Airspace.Nearest;
using Overflight.Airspace.Pack;
using Overflight.BoundaryCompiler;

if (args.Length != 2)
{
    Console.Error.WriteLine("usage: Overflight.BoundaryCompiler NODE_MODULES OUTPUT.pack");
    return 2;
}
var clock = Stopwatch.StartNew();
var modules = args[0];
var (osm, osmHash) = SourceFile.Read(Path.Combine(modules, "@osm_borders/maritime_10m/borders.geo.json"), p => p.GetProperty("isoA3").GetString()!);
var (geoMaps, geoMapsHash) = SourceFile.Read(Path.Combine(modules, "@geo-maps/countries-maritime-10m/map.geo.json"), p => p.GetProperty("A3").GetString()!);
var (coast, _) = SourceFile.Read(Path.Combine(modules, "@geo-maps/earth-coastlines-10m/map.geo.json"), _ => "land");
Report("read");

var osmPlain = Plain(osm, 1);
var geoMapsPlain = Plain(geoMaps, 1);
var coastSet = Plain(coast, 1);
var coastTree = new PieceTree(PieceCutter.OfClaim(coastSet, 0));
Report("indexed");

var osmChains = Tagged(osm, osmPlain, geoMapsPlain);
var geoMapsChains = Tagged(geoMaps, geoMapsPlain, osmPlain);
Report("tagged");

Directory.CreateDirectory(Path.GetDirectoryName(Path.GetFullPath(args[1]))!);
BoundaryPackWriter.Write(args[1],
[
    (Sources.OsmBorders(osm, osmChains, osmHash), BoundarySetWriter.Write(osm, osmChains, 1.5)),
    (Sources.GeoMaps(geoMaps, geoMapsChains, geoMapsHash), BoundarySetWriter.Write(geoMaps, geoMapsChains, 0.75)),
]);
Report($"wrote {args[1]}, {new FileInfo(args[1]).Length / 1e6:0.0} MB");
return 0;

BoundarySet Plain(EdgeSoup soup, double finePerEdge) => PackMemory.Load(
    BoundarySetWriter.Write(soup, Chains.From(soup, e => new EdgeAttributes((ushort)e.ClaimSet, EdgeKind.Unknown, EdgeReading.Chord, 0)), finePerEdge),
    soup.Claims);

Chains Tagged(EdgeSoup soup, BoundarySet own, BoundarySet other)
{
    var tagger = new EdgeTagger(own, other, coastSet, coastTree);
    return Chains.From(soup, e => tagger.Tag(e, soup));
}

void Report(string what) => Console.Error.WriteLine($"boundaries: {what} ({clock.Elapsed.TotalSeconds:0.0} s)");
