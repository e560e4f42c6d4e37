using Overflight.Airspace;
using Overflight.Geodesy;

namespace Overflight.Patterns.Reach;

/// <summary>
/// What a union of caps shows of a region, parallel by parallel: a cap cuts a parallel in one stretch of known ends, and so does
/// the region's boundary, so along a parallel nothing is sampled. Across, the middle of each strip stands for it.
/// </summary>
internal sealed class ReachRows
{
    private readonly ParallelCuts _cuts = new();
    private readonly List<(double West, double East)> _seen = [];
    private readonly List<(double West, double East)> _merged = [];
    private readonly List<(int Row, double West, double East)> _stretches = [];
    private double[] _sin = [], _cos = [], _longitude = [], _latitude = [], _radii = [], _cosines = [];

    /// <summary>Latitude of the first row.</summary>
    public double SouthDegrees { get; private set; }

    /// <summary>From row to row.</summary>
    public double StepDegrees { get; private set; }

    public int Count { get; private set; }

    public double LatitudeOf(int row) => SouthDegrees + row * StepDegrees;

    /// <summary>What is visible by the bound last measured: rows from the south, stretches from the west, degrees within ±180.</summary>
    public ReadOnlySpan<(int Row, double West, double East)> Stretches => System.Runtime.InteropServices.CollectionsMarshal.AsSpan(_stretches);

    /// <summary>Cuts the strips of a band of latitudes and measures the area that is visible by one bound, square metres.</summary>
    public double Measure(AirspaceRegion region, ReadOnlySpan<SightCap> caps, Bound bound, double south, double north, int count)
    {
        (StepDegrees, Count) = ((north - south) / count, count);
        SouthDegrees = south + 0.5 * StepDegrees;
        _cuts.Cut(region, SouthDegrees, StepDegrees, count);
        Prepare(caps, bound);
        return Area(caps.Length);
    }

    private void Prepare(ReadOnlySpan<SightCap> caps, Bound bound)
    {
        if (_sin.Length < caps.Length)
        {
            var length = 2 * caps.Length;
            (_sin, _cos, _longitude, _latitude) = (new double[length], new double[length], new double[length], new double[length]);
            (_radii, _cosines) = (new double[length], new double[length]);
        }
        for (var i = 0; i < caps.Length; i++)
        {
            var centre = caps[i].Centre;
            (_sin[i], _cos[i]) = (centre.Z, Math.Sqrt(centre.X * centre.X + centre.Y * centre.Y));
            (_longitude[i], _latitude[i]) = (Math.Atan2(centre.Y, centre.X), Math.Atan2(_sin[i], _cos[i]));
            (_radii[i], _cosines[i]) = (caps[i].Radii.At(bound), Math.Cos(caps[i].Radii.At(bound)));
        }
    }

    private double Area(int caps)
    {
        _stretches.Clear();
        var (radii, cosines) = (_radii.AsMemory(0, caps), _cosines.AsMemory(0, caps));
        var area = 0.0;
        for (var row = 0; row < Count; row++)
        {
            var inRegion = _cuts.Row(row);
            if (inRegion.Length == 0)
                continue;
            See(LatitudeOf(row), radii.Span, cosines.Span);
            var degrees = Overlap(row, inRegion);
            if (degrees == 0)
                continue;
            var (low, high) = (Math.Max(-90, LatitudeOf(row) - 0.5 * StepDegrees), Math.Min(90, LatitudeOf(row) + 0.5 * StepDegrees));
            area += double.DegreesToRadians(degrees) * (ParallelStrip.AreaPerRadian(high) - ParallelStrip.AreaPerRadian(low));
        }
        return area;
    }

    /// <summary>The stretches of a parallel within the caps, merged, degrees within ±180.</summary>
    private void See(double latitudeDegrees, ReadOnlySpan<double> radii, ReadOnlySpan<double> cosines)
    {
        _seen.Clear();
        var reduced = Math.Atan((1 - Wgs84.Flattening) * Math.Tan(double.DegreesToRadians(latitudeDegrees)));
        var (sin, cos) = Math.SinCos(reduced);
        var (west, east) = (double.NaN, double.NaN);
        for (var i = 0; i < radii.Length; i++)
        {
            if (Math.Abs(reduced - _latitude[i]) > radii[i])
                continue;
            var cosine = (cosines[i] - sin * _sin[i]) / (cos * _cos[i]);
            if (!(cosine < 1))
                continue;
            var half = cosine <= -1 ? Math.PI : Math.Acos(cosine);
            // Caps follow one another along the path, so most stretches overlap the one before.
            if (_longitude[i] - half <= east && _longitude[i] + half >= west)
                (west, east) = (Math.Min(west, _longitude[i] - half), Math.Max(east, _longitude[i] + half));
            else
            {
                Put(west, east);
                (west, east) = (_longitude[i] - half, _longitude[i] + half);
            }
        }
        Put(west, east);
        Merge();
    }

    private void Put(double west, double east)
    {
        if (double.IsNaN(west))
            return;
        (west, east) = (double.RadiansToDegrees(west), double.RadiansToDegrees(east));
        if (east - west >= 360)
            (west, east) = (-180, 180);
        if (west < -180)
            _seen.Add((west + 360, 180));
        if (east > 180)
            _seen.Add((-180, east - 360));
        _seen.Add((Math.Max(-180, west), Math.Min(180, east)));
    }

    private void Merge()
    {
        _seen.Sort(static (a, b) => a.West.CompareTo(b.West));
        _merged.Clear();
        foreach (var (west, east) in _seen)
            if (_merged.Count > 0 && west <= _merged[^1].East)
                _merged[^1] = (_merged[^1].West, Math.Max(_merged[^1].East, east));
            else
                _merged.Add((west, east));
    }

    private double Overlap(int row, ReadOnlySpan<double> inRegion)
    {
        var degrees = 0.0;
        for (int i = 0, j = 0; i < inRegion.Length && j < _merged.Count;)
        {
            var (west, east) = (Math.Max(inRegion[i], _merged[j].West), Math.Min(inRegion[i + 1], _merged[j].East));
            if (east > west)
            {
                degrees += east - west;
                _stretches.Add((row, west, east));
            }
            if (inRegion[i + 1] < _merged[j].East)
                i += 2;
            else
                j++;
        }
        return degrees;
    }
}
