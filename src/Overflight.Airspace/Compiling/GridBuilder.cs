using Overflight.Airspace.Pack;

namespace Overflight.Airspace.Compiling;

/// <summary>Builds the two-level grid: cells wholly in one set of claims, and cells that list the edges through them.</summary>
internal sealed class GridBuilder
{
    private const int MostFineBits = 6;

    // An edge is listed in each cell it comes within this many units of, so a point whose cell was
    // chosen in rounded arithmetic still finds every edge it needs.
    private const double Margin = 4;

    private readonly Chains _chains;
    private readonly ClaimSets _claimSets;
    private readonly List<int>[] _edgesByCoarse;

    public GridBuilder(Chains chains, ClaimSets claimSets)
    {
        _chains = chains;
        _claimSets = claimSets;
        _edgesByCoarse = new List<int>[PackFormat.CoarseColumns * PackFormat.CoarseRows];
    }

    public uint[] Coarse { get; } = new uint[PackFormat.CoarseColumns * PackFormat.CoarseRows];

    public List<uint> Fine { get; } = [];

    public List<uint> Records { get; } = [];

    /// <summary>Fills the grid, with about this many fine cells for each edge of a coarse cell.</summary>
    public void Build(double finePerEdge)
    {
        for (var i = 0; i < _chains.VertexCount - 1; i++)
            if (_chains.Attribute[i] != 0)
                Rasterise(i, 0, 0, PackFormat.CoarseColumns, PackFormat.CoarseRows, PackFormat.WestUnits, PackFormat.SouthUnits, PackFormat.UnitsPerCoarseCell,
                    (cell, edge) => (_edgesByCoarse[cell] ??= []).Add(edge));
        var scan = new ScanLines(_chains, _claimSets, 1 << MostFineBits);
        for (var row = 0; row < PackFormat.CoarseRows; row++)
            BuildRow(row, scan, finePerEdge);
    }

    private void BuildRow(int row, ScanLines scan, double finePerEdge)
    {
        const int lines = 1 << MostFineBits;
        var bits = new int[PackFormat.CoarseColumns];
        var first = new int[PackFormat.CoarseColumns];
        for (var column = 0; column < PackFormat.CoarseColumns; column++)
        {
            var edges = _edgesByCoarse[row * PackFormat.CoarseColumns + column];
            bits[column] = edges is null ? -1 : FineBits(edges.Count, finePerEdge);
            first[column] = Fine.Count;
            if (edges is not null)
                for (var i = 0; i < 1 << (2 * bits[column]); i++)
                    Fine.Add(0);
        }
        var corners = new List<double>();
        var states = new int[PackFormat.CoarseColumns * lines];
        for (var line = 0; line < lines; line++)
        {
            corners.Clear();
            for (var column = 0; column < PackFormat.CoarseColumns; column++)
                AddCorners(column, bits[column], line, corners);
            scan.Walk(row * lines + line, System.Runtime.InteropServices.CollectionsMarshal.AsSpan(corners), states);
            var next = 0;
            for (var column = 0; column < PackFormat.CoarseColumns; column++)
            {
                if (!IsRowOf(bits[column], line))
                    continue;
                if (bits[column] < 0)
                {
                    Coarse[row * PackFormat.CoarseColumns + column] = PackFormat.Uniform | (uint)states[next++];
                    continue;
                }
                var across = 1 << bits[column];
                var fineRow = line >> (MostFineBits - bits[column]);
                for (var i = 0; i < across; i++)
                    Fine[first[column] + fineRow * across + i] = (uint)states[next++];
            }
        }
        for (var column = 0; column < PackFormat.CoarseColumns; column++)
            if (bits[column] >= 0)
                FinishCoarse(row, column, bits[column], first[column]);
    }

    private static int FineBits(int edges, double finePerEdge)
    {
        var bits = 0;
        while (bits < MostFineBits && 1 << (2 * bits) < edges * finePerEdge)
            bits++;
        return bits;
    }

    private static bool IsRowOf(int bits, int line) =>
        bits < 0 ? line == 0 : (line & ((1 << (MostFineBits - bits)) - 1)) == 0;

    private static void AddCorners(int column, int bits, int line, List<double> corners)
    {
        if (!IsRowOf(bits, line))
            return;
        var across = bits < 0 ? 1 : 1 << bits;
        for (var i = 0; i < across; i++)
            corners.Add(PackFormat.WestUnits + column * (double)PackFormat.UnitsPerCoarseCell + i * (double)(PackFormat.UnitsPerCoarseCell / across));
    }

    private void FinishCoarse(int row, int column, int bits, int first)
    {
        var across = 1 << bits;
        var size = PackFormat.UnitsPerCoarseCell / across;
        var west = PackFormat.WestUnits + column * (double)PackFormat.UnitsPerCoarseCell;
        var south = PackFormat.SouthUnits + row * (double)PackFormat.UnitsPerCoarseCell;
        var edgesByFine = new List<int>?[across * across];
        foreach (var edge in _edgesByCoarse[row * PackFormat.CoarseColumns + column])
            Rasterise(edge, 0, 0, across, across, west, south, size, (cell, e) => (edgesByFine[cell] ??= []).Add(e));
        for (var cell = 0; cell < edgesByFine.Length; cell++)
        {
            var state = (int)Fine[first + cell];
            if (edgesByFine[cell] is { } edges)
            {
                Fine[first + cell] = (uint)Records.Count;
                AddRecord(state, edges);
            }
            else
                Fine[first + cell] = PackFormat.Uniform | (uint)state;
        }
        Coarse[row * PackFormat.CoarseColumns + column] = ((uint)first << 3) | (uint)bits;
    }

    private void AddRecord(int reference, List<int> edges)
    {
        var groups = edges.GroupBy(e => (int)_chains.Attributes[_chains.Attribute[e]].ClaimSet).ToArray();
        if (groups.Length > PackFormat.MostGroups)
            throw new InvalidDataException($"{groups.Length} different pairs of claims meet in one cell; at most {PackFormat.MostGroups} can be stored");
        Records.Add((uint)groups.Length);
        var results = new int[1 << groups.Length];
        for (var parity = 0; parity < results.Length; parity++)
        {
            var state = reference;
            for (var g = 0; g < groups.Length; g++)
                if ((parity >> g & 1) != 0)
                    state = _claimSets.Xor(state, groups[g].Key);
            results[parity] = state;
        }
        for (var i = 0; i < results.Length; i += 2)
            Records.Add((uint)results[i] | (uint)results[Math.Min(i + 1, results.Length - 1)] << 16);
        foreach (var group in groups)
        {
            var at = Records.Count;
            Records.Add(0);
            foreach (var edge in group)
            {
                var last = Records[^1];
                var isNext = Records.Count > at + 1 && (last >> 8) + (last & 255) == edge && (last & 255) < PackFormat.MostEdgesInRun;
                if (isNext)
                    Records[^1] = last + 1;
                else
                    Records.Add((uint)edge << 8 | 1);
            }
            Records[at] = (uint)(Records.Count - at - 1);
        }
    }

    private void Rasterise(int edge, int firstColumn, int firstRow, int columns, int rows, double west, double south, double size, Action<int, int> add)
    {
        double ax = _chains.Longitude[edge], ay = _chains.Latitude[edge];
        double bx = _chains.Longitude[edge + 1], by = _chains.Latitude[edge + 1];
        if (ay > by)
            (ax, ay, bx, by) = (bx, by, ax, ay);
        var bottom = Math.Max(firstRow, (int)Math.Floor((ay - Margin - south) / size));
        var top = Math.Min(firstRow + rows - 1, (int)Math.Floor((by + Margin - south) / size));
        for (var row = bottom; row <= top; row++)
        {
            var (xAtSouth, xAtNorth) = (At(south + row * size - Margin), At(south + (row + 1) * size + Margin));
            var left = Math.Max(firstColumn, (int)Math.Floor((Math.Min(xAtSouth, xAtNorth) - Margin - west) / size));
            var right = Math.Min(firstColumn + columns - 1, (int)Math.Floor((Math.Max(xAtSouth, xAtNorth) + Margin - west) / size));
            for (var column = left; column <= right; column++)
                add(row * columns + column, edge);
        }

        double At(double y) => y <= ay ? ax : y >= by ? bx : ax + (bx - ax) * ((y - ay) / (by - ay));
    }
}
