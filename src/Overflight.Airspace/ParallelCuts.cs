using Overflight.Geodesy;

namespace Overflight.Airspace;

/// <summary>
/// Where parallels, evenly spaced, lie in a region: exact for the stored edges, which run evenly in longitude and latitude.
/// Buffers are kept from one region to the next; not for two threads at once.
/// </summary>
public sealed class ParallelCuts
{
    private readonly List<(int Row, double Longitude)> _crossings = [];
    private int[] _starts = [];
    private double[] _longitudes = [];
    private double[] _pairs = [];
    private int[] _pairStarts = [];

    /// <summary>Cuts a region.</summary>
    /// <param name="region">The region.</param>
    /// <param name="southDegrees">Latitude of the first parallel.</param>
    /// <param name="stepDegrees">From one parallel to the next, above 0.</param>
    /// <param name="count">How many parallels.</param>
    public void Cut(AirspaceRegion region, double southDegrees, double stepDegrees, int count)
    {
        ArgumentNullException.ThrowIfNull(region);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(stepDegrees);
        Collect(region, southDegrees, stepDegrees, count);
        SortIntoRows(count);
        MakePairs(region, southDegrees, stepDegrees, count);
    }

    /// <summary>West and east end of each stretch of a parallel in the region, degrees within ±180, from west to east.</summary>
    public ReadOnlySpan<double> Row(int row) => _pairs.AsSpan(_pairStarts[row], _pairStarts[row + 1] - _pairStarts[row]);

    /// <summary>The region's area by many parallels, square metres: to about 1 part in 10,000 for a State.</summary>
    internal static double AreaSquareMetres(AirspaceRegion region, int rows)
    {
        var (south, _, north, _) = region.BoundsDegrees;
        if (!(north > south))
            return 0;
        var step = (north - south) / rows;
        var cuts = new ParallelCuts();
        cuts.Cut(region, south + 0.5 * step, step, rows);
        var area = 0.0;
        for (var row = 0; row < rows; row++)
        {
            var degrees = 0.0;
            var pairs = cuts.Row(row);
            for (var i = 0; i < pairs.Length; i += 2)
                degrees += pairs[i + 1] - pairs[i];
            area += double.DegreesToRadians(degrees) * (ParallelStrip.AreaPerRadian(south + (row + 1) * step) - ParallelStrip.AreaPerRadian(south + row * step));
        }
        return area;
    }

    private void Collect(AirspaceRegion region, double south, double step, int count)
    {
        _crossings.Clear();
        var (set, north) = (region.Set, south + step * (count - 1));
        var edges = region.ByLatitude;
        Add(edges.Tall);
        Add(edges.Between(south, north));
        set.KeepAlive();

        void Add(ReadOnlySpan<int> ends)
        {
            foreach (var end in ends)
            {
                var (from, to) = (set.Latitude(end - 1), set.Latitude(end));
                if (Math.Max(from, to) > south && Math.Min(from, to) <= north)
                    this.Add(set.Longitude(end - 1), from, set.Longitude(end), to, south, step, count);
            }
        }
    }

    private void Add(double fromLongitude, double fromLatitude, double toLongitude, double toLatitude, double south, double step, int count)
    {
        var (low, high) = fromLatitude < toLatitude ? (fromLatitude, toLatitude) : (toLatitude, fromLatitude);
        // A parallel is crossed where one end lies on or below it and the other above, so that a corner on it counts once.
        for (var row = Math.Max(0, (int)Math.Floor((low - south) / step)); row < count; row++)
        {
            var latitude = south + row * step;
            if (latitude >= high)
                return;
            if (latitude >= low)
                _crossings.Add((row, fromLongitude + (toLongitude - fromLongitude) * ((latitude - fromLatitude) / (toLatitude - fromLatitude))));
        }
    }

    private void SortIntoRows(int count)
    {
        Grow(ref _starts, count + 2);
        Grow(ref _longitudes, _crossings.Count);
        Array.Clear(_starts, 0, count + 2);
        foreach (var (row, _) in _crossings)
            _starts[row + 2]++;
        for (var row = 1; row <= count + 1; row++)
            _starts[row] += _starts[row - 1];
        foreach (var (row, longitude) in _crossings)
            _longitudes[_starts[row + 1]++] = longitude;
        for (var row = 0; row < count; row++)
            _longitudes.AsSpan(_starts[row], _starts[row + 1] - _starts[row]).Sort();
    }

    private void MakePairs(AirspaceRegion region, double south, double step, int count)
    {
        Grow(ref _pairStarts, count + 1);
        Grow(ref _pairs, _crossings.Count + 2 * count);
        var written = 0;
        for (var row = 0; row < count; row++)
        {
            _pairStarts[row] = written;
            var crossings = _longitudes.AsSpan(_starts[row], _starts[row + 1] - _starts[row]);
            var inside = BeginsInside(region, south + row * step, crossings);
            var west = -180.0;
            foreach (var crossing in crossings)
            {
                if (inside)
                    (_pairs[written], _pairs[written + 1], written) = (west, crossing, written + 2);
                (west, inside) = (crossing, !inside);
            }
            if (inside)
                (_pairs[written], _pairs[written + 1], written) = (west, 180, written + 2);
        }
        _pairStarts[count] = written;
    }

    /// <summary>Edges along ±180° are not stored, so one place is asked: the middle of the widest stretch.</summary>
    private static bool BeginsInside(AirspaceRegion region, double latitude, ReadOnlySpan<double> crossings)
    {
        var (best, middle, parity, west) = (-1.0, 0.0, 0, -180.0);
        for (var i = 0; i <= crossings.Length; i++)
        {
            var east = i < crossings.Length ? crossings[i] : 180;
            if (east - west > best)
                (best, middle, parity) = (east - west, 0.5 * (west + east), i & 1);
            west = east;
        }
        return region.Contains(new GeoPoint(latitude, middle)) != (parity == 1);
    }

    private static void Grow<T>(ref T[] array, int length)
    {
        if (array.Length < length)
            array = new T[Math.Max(length, 2 * array.Length)];
    }
}
