using System.Diagnostics;
using System.Globalization;
using Overflight.Airspace;
using Overflight.Airspace.Locating;
using Overflight.Airspace.Pack;

namespace Overflight.Benchmarks;

/// <summary>Which claims hold a place: this project, NetTopologySuite and GEOS on the same places and polygons, one thread each.</summary>
internal static class LocateBenchmark
{
    private const double SouthernEnd = -85.0499;

    public static void Run(AirspaceIndex index, string modules, string work, int set, int count, bool onEdges)
    {
        var boundaries = index.SetAt(set);
        var places = onEdges ? Places.OnEdges(boundaries, count) : Places.Mixed(index, count);
        var polygons = SourcePolygon.Read(modules, set, boundaries.Claims);
        var ours = new uint[count];
        var seconds = Timing.MedianCpuSeconds(5, () => Locate(boundaries, places, ours));
        Console.WriteLine();
        Console.WriteLine($"Locate, set {set} ({index.Sources[set].Name}), {count:N0} places {(onEdges ? "on edges" : "half on the sphere, half within 200 km of Mexico's boundary")}");
        Console.WriteLine();
        Console.WriteLine("| | places per CPU second | times slower | disagreements | meant ones, south of the data |");
        Console.WriteLine("|---|---:|---:|---:|---:|");
        Console.WriteLine($"| Overflight | {Timing.Rate(count, seconds)} | 1 | - | - |");

        var nts = new NtsPeer(polygons);
        var theirs = new uint[count];
        Row("NetTopologySuite 2.6.0", Timing.MedianCpuSeconds(3, () =>
        {
            for (var i = 0; i < count; i++)
                theirs[i] = nts.Locate(places.Latitude[i], places.Longitude[i]);
        }));
        if (Geos(work, polygons, places, theirs, onEdges) is { } geosSeconds)
            Row("GEOS 3.11 prepared", geosSeconds);
        else
            Console.WriteLine("| GEOS | not built (g++ and libgeos-dev) | | |");

        void Row(string name, double took)
        {
            var all = Enumerable.Range(0, count).Where(i => ours[i] != theirs[i]).ToArray();
            // The files end at 85.05 S; we let the Antarctic claim run on to the pole, the peers cannot.
            var different = Array.FindAll(all, i => places.Latitude[i] > SouthernEnd);
            Console.WriteLine($"| {name} | {Timing.Rate(count, took)} | {took / seconds:0.0} | {different.Length} | {all.Length - different.Length} |");
            foreach (var i in different.Take(5))
                Console.Error.WriteLine($"  {name} differs at {places.Latitude[i]:R},{places.Longitude[i]:R}: ours {ours[i]}, theirs {theirs[i]}");
        }
    }

    /// <summary>Writes the places and polygons for <c>bench/peers/postgis</c>, with our answers.</summary>
    public static void Export(AirspaceIndex index, string modules, string work, int count)
    {
        var set = index.SetAt(1);
        var places = Places.Mixed(index, count);
        var ours = new uint[count];
        Locate(set, places, ours);
        using var points = File.CreateText(Path.Combine(work, "points.csv"));
        for (var i = 0; i < count; i++)
            points.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{i},{places.Longitude[i]:R},{places.Latitude[i]:R},{ours[i]}"));
        using var polygons = File.CreateText(Path.Combine(work, "polygons.tsv"));
        foreach (var polygon in SourcePolygon.Read(modules, 1, set.Claims))
            polygons.WriteLine($"{polygon.Claim}\tPOLYGON({string.Join(',', polygon.Rings.Select(r => "(" + string.Join(',', Enumerable.Range(0, r.Length / 2).Select(i => string.Create(CultureInfo.InvariantCulture, $"{r[2 * i]:R} {r[2 * i + 1]:R}"))) + ")"))})");
    }

    private static void Locate(BoundarySet set, Places places, uint[] answers)
    {
        var bySet = Enumerable.Range(0, set.ClaimSetCount).Select(s => Answer.Of(set.ClaimsOf(s))).ToArray();
        var claims = new List<ushort>();
        for (var i = 0; i < answers.Length; i++)
        {
            var found = PointLocator.Locate(set, places.Latitude[i], places.Longitude[i]);
            if (found >= 0)
            {
                answers[i] = bySet[found];
                continue;
            }
            ExactLocator.Locate(set, places.Latitude[i], places.Longitude[i], claims);
            answers[i] = Answer.Of(System.Runtime.InteropServices.CollectionsMarshal.AsSpan(claims));
        }
    }

    private static double? Geos(string work, List<SourcePolygon> polygons, Places places, uint[] answers, bool onEdges)
    {
        var program = Path.Combine(work, "geos-locate");
        if (!File.Exists(program))
            return null;
        var (polygonFile, placeFile, answerFile) = (Path.Combine(work, "polygons.bin"), Path.Combine(work, "places.bin"), Path.Combine(work, "answers.bin"));
        SourcePolygon.Write(polygonFile, polygons);
        places.Write(placeFile);
        using var process = Process.Start(new ProcessStartInfo(program, onEdges ? [polygonFile, placeFile, answerFile, "edges"] : [polygonFile, placeFile, answerFile]) { RedirectStandardOutput = true })!;
        var seconds = double.Parse(process.StandardOutput.ReadToEnd(), CultureInfo.InvariantCulture);
        process.WaitForExit();
        Buffer.BlockCopy(File.ReadAllBytes(answerFile), 0, answers, 0, 4 * answers.Length);
        return seconds;
    }
}
