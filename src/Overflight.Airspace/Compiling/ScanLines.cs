using Overflight.Airspace.Pack;

namespace Overflight.Airspace.Compiling;

/// <summary>
/// The claims along the parallels that bound grid rows. Rows lie part of a unit (1e-7 degrees) off the vertices, so no
/// vertex lies on one and every crossing is proper.
/// </summary>
internal sealed class ScanLines
{
    private const double SeamMeridian = -1_799_999_999.5;
    private readonly Chains _chains;
    private readonly ClaimSets _claimSets;
    private readonly (double X, int ClaimSet)[] _crossings;
    private readonly int[] _firstOfLine;
    private readonly int[] _stateAtSeam;
    private readonly long _unitsPerLine;

    public ScanLines(Chains chains, ClaimSets claimSets, int linesPerCoarseRow)
    {
        _chains = chains;
        _claimSets = claimSets;
        _unitsPerLine = PackFormat.UnitsPerCoarseCell / linesPerCoarseRow;
        var lines = PackFormat.CoarseRows * linesPerCoarseRow;
        _firstOfLine = new int[lines + 1];
        var seam = new List<(double Y, int ClaimSet)>();
        var keyed = new List<(int Line, double X, int ClaimSet)>();
        for (var i = 0; i < chains.VertexCount - 1; i++)
            if (chains.Attribute[i] != 0)
                AddEdge(i, lines, keyed, seam);
        keyed.Sort((a, b) => a.Line != b.Line ? a.Line.CompareTo(b.Line) : a.X.CompareTo(b.X));
        _crossings = new (double, int)[keyed.Count];
        for (var i = 0; i < keyed.Count; i++)
        {
            _crossings[i] = (keyed[i].X, keyed[i].ClaimSet);
            _firstOfLine[keyed[i].Line + 1]++;
        }
        for (var line = 0; line < lines; line++)
            _firstOfLine[line + 1] += _firstOfLine[line];
        _stateAtSeam = StatesAtSeam(lines, seam);
    }

    /// <summary>Latitude of a line in units; the parallel that bounds a grid row from the south.</summary>
    public double LatitudeUnits(int line) => PackFormat.SouthUnits + line * _unitsPerLine;

    /// <summary>Calls back with the claims at each of the given longitudes (units, ascending) along a line.</summary>
    public void Walk(int line, ReadOnlySpan<double> longitudes, Span<int> states)
    {
        var state = _stateAtSeam[line];
        var next = _firstOfLine[line];
        var end = _firstOfLine[line + 1];
        // The state is known half a unit east of the seam; grid columns start half a unit west of it.
        for (var i = next; i < end && _crossings[i].X <= SeamMeridian; i++)
            state = _claimSets.Xor(state, _crossings[i].ClaimSet);
        for (var i = 0; i < longitudes.Length; i++)
        {
            for (; next < end && _crossings[next].X <= longitudes[i]; next++)
            {
                RefuseNearCorner(_crossings[next].X, longitudes[i]);
                state = _claimSets.Xor(state, _crossings[next].ClaimSet);
            }
            if (next < end)
                RefuseNearCorner(_crossings[next].X, longitudes[i]);
            states[i] = state;
        }
    }

    private void AddEdge(int i, int lines, List<(int, double, int)> keyed, List<(double, int)> seam)
    {
        double ax = _chains.Longitude[i], ay = _chains.Latitude[i];
        double bx = _chains.Longitude[i + 1], by = _chains.Latitude[i + 1];
        var claimSet = _chains.Attributes[_chains.Attribute[i]].ClaimSet;
        var south = Math.Min(ay, by);
        var north = Math.Max(ay, by);
        var first = (int)Math.Ceiling((south - PackFormat.SouthUnits) / _unitsPerLine);
        for (var line = Math.Max(0, first); line < lines && LatitudeUnits(line) < north; line++)
            keyed.Add((line, ax + (bx - ax) * ((LatitudeUnits(line) - ay) / (by - ay)), claimSet));
        if (ax < SeamMeridian != bx < SeamMeridian)
            seam.Add((ay + (by - ay) * ((SeamMeridian - ax) / (bx - ax)), claimSet));
    }

    private int[] StatesAtSeam(int lines, List<(double Y, int ClaimSet)> seam)
    {
        // Nobody claims the north pole, so the meridian beside the seam is read from there southwards.
        seam.Sort((a, b) => b.Y.CompareTo(a.Y));
        var states = new int[lines];
        var state = 0;
        var next = 0;
        for (var line = lines - 1; line >= 0; line--)
        {
            for (; next < seam.Count && seam[next].Y > LatitudeUnits(line); next++)
                state = _claimSets.Xor(state, seam[next].ClaimSet);
            states[line] = state;
        }
        return states;
    }

    private static void RefuseNearCorner(double crossing, double corner)
    {
        // So that rounding in the locator can never see the corner on the other side of this edge.
        if (Math.Abs(crossing - corner) < 1e-5)
            throw new InvalidDataException($"an edge passes within 1e-12 degrees of a grid corner at longitude {corner / PackFormat.UnitsPerDegree}; move that vertex by 1e-7 degrees");
    }
}
