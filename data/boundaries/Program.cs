using System.Diagnostics;
using Overflight.Airspace;
using Overflight.Airspace.Compiling;
using Overflight.Airspace.Pack;
using Overflight.BoundaryCompiler;

var w = Stopwatch.StartNew();
var modules = args[0];
var (osm, h) = SourceFile.Read(Path.Combine(modules, "@osm_borders/maritime_10m/borders.geo.json"), p => p.GetProperty("isoA3").GetString()!);
Console.WriteLine($"{w.Elapsed} edges {osm.Edges.Length} seams {osm.SeamEdges} claimsets {osm.ClaimSets.All.Count}");
var chains = Chains.From(osm, e => new EdgeAttributes((ushort)e.ClaimSet, EdgeKind.Unknown, EdgeReading.Chord, 25));
Console.WriteLine($"{w.Elapsed} vertices {chains.VertexCount}");
var bytes = BoundarySetWriter.Write(osm, chains, 1.5);
Console.WriteLine($"{w.Elapsed} bytes {bytes.Length}");
for (var i = 0; i < 10; i++) Console.Write($"{BitConverter.ToUInt64(bytes, 16 * i)}:{BitConverter.ToUInt64(bytes, 16 * i + 8)} ");
Console.WriteLine();
var set = PackMemory.Load(bytes, osm.Claims);
void Show(double lat, double lon)
{
    var id = Overflight.Airspace.Locating.PointLocator.Locate(set, lat, lon);
    var list = new List<ushort>();
    Overflight.Airspace.Locating.ExactLocator.Locate(set, lat, lon, list);
    Console.WriteLine($"{lat},{lon} {id} {(id < 0 ? "?" : string.Join(";", set.ClaimsOf(id).ToArray().Select(c => osm.Claims[c])))} exact {string.Join(";", list.Select(c => osm.Claims[c]))}");
}
Show(27.5, -114.9831); Show(27.5, -115.0230); Show(27.5, -115.0563); Show(27.5, -115.1038); Show(27, -111.2); Show(30.6, -113.9); Show(32.5, -117.215); Show(32.534, -117.22); Show(-89, 10); Show(45.3, 34.4); Show(24, -13); Show(89,0); Show(65,-179.99); Show(65, 180);Show(65,-180); Show(-16.8, 180); Show(-84,0); Show(-85.5,0);
var random = new Random(1);
var n = 5_000_000;
var lats = new double[n]; var lons = new double[n];
for (var i = 0; i < n; i++) { lats[i] = Math.Asin(random.NextDouble() * 2 - 1) * 180 / Math.PI; lons[i] = random.NextDouble() * 360 - 180; }
for (var rep = 0; rep < 3; rep++)
{
    w.Restart(); long sum = 0; int unsure = 0;
    for (var i = 0; i < n; i++) { var id = Overflight.Airspace.Locating.PointLocator.Locate(set, lats[i], lons[i]); sum += id; if (id < 0) unsure++; }
    Console.WriteLine($"{n / w.Elapsed.TotalSeconds / 1e6:0.0} M/s unsure {unsure} {sum}");
}
for (var i = 0; i < n; i++) { lats[i] = 25 + random.NextDouble() * 8; lons[i] = -117.5 + random.NextDouble() * 20.5; }
for (var rep = 0; rep < 2; rep++)
{
    w.Restart(); long sum = 0; int unsure = 0;
    for (var i = 0; i < n; i++) { var id = Overflight.Airspace.Locating.PointLocator.Locate(set, lats[i], lons[i]); sum += id; if (id < 0) unsure++; }
    Console.WriteLine($"{n / w.Elapsed.TotalSeconds / 1e6:0.0} M/s unsure {unsure} {sum}");
}
w.Restart();
var diff = 0; var l2 = new List<ushort>();
for (var i = 0; i < 1_000_000; i++) { var id = Overflight.Airspace.Locating.PointLocator.Locate(set, lats[i], lons[i]); if (id < 0) continue; Overflight.Airspace.Locating.ExactLocator.Locate(set, lats[i], lons[i], l2); if (!set.ClaimsOf(id).SequenceEqual(l2.ToArray())) diff++; }
Console.WriteLine($"exact {1e6 / w.Elapsed.TotalSeconds} /s differences {diff}");
