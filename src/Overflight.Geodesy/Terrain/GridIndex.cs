namespace Overflight.Geodesy.Terrain;

/// <summary>Which grids may hold a place: for each degree by degree of the earth, the finest first.</summary>
internal sealed class GridIndex
{
    // Along a side of a grid in a projection, parallels and meridians bend little from one of these to the next.
    private const int StepsOfSide = 64;

    private readonly TerrainGrid[]?[] _cells = new TerrainGrid[]?[180 * 360];

    public GridIndex(IEnumerable<TerrainGrid> grids)
    {
        var lists = new List<TerrainGrid>?[_cells.Length];
        foreach (var grid in grids.OrderBy(g => g.SpacingMetres).ThenBy(g => g.Source.File, StringComparer.Ordinal))
            foreach (var cell in Cells(grid))
                (lists[cell] ??= []).Add(grid);
        for (var i = 0; i < lists.Length; i++)
            _cells[i] = lists[i]?.ToArray();
    }

    /// <summary>The grids that may hold a place with longitude in [−180, 180).</summary>
    public ReadOnlySpan<TerrainGrid> At(GeoPoint place) =>
        _cells[Math.Min((int)(place.LatitudeDegrees + 90), 179) * 360 + Math.Min((int)(place.LongitudeDegrees + 180), 359)];

    private static IEnumerable<int> Cells(TerrainGrid grid)
    {
        double south = 90, north = -90, west = double.PositiveInfinity, east = double.NegativeInfinity;
        var (columns, rows) = (grid.Source.Columns, grid.Source.Rows);
        var middle = grid.Placement.PlaceOf(0.5 * (columns - 1), 0.5 * (rows - 1)).LongitudeDegrees;
        for (var i = 0; i <= StepsOfSide; i++)
        {
            var part = i / (double)StepsOfSide;
            var (column, row) = (-1 + part * (columns + 1), -1 + part * (rows + 1));
            foreach (var place in (GeoPoint[])[
                grid.Placement.PlaceOf(column, -1), grid.Placement.PlaceOf(column, rows), grid.Placement.PlaceOf(-1, row), grid.Placement.PlaceOf(columns, row)])
            {
                var turn = Math.IEEERemainder(place.LongitudeDegrees - middle, 360);
                (south, north) = (Math.Min(south, place.LatitudeDegrees), Math.Max(north, place.LatitudeDegrees));
                (west, east) = (Math.Min(west, turn), Math.Max(east, turn));
            }
        }
        var (slack, beside) = (0.001 + (north - south) / StepsOfSide, 0.001 + (east - west) / StepsOfSide);
        if (south < -89 || north > 89 || east - west > 350)
            (west, east) = (-180, 179.999);
        var (first, last) = ((int)Math.Floor(middle + west - beside), (int)Math.Floor(middle + east + beside));
        last = Math.Min(last, first + 359);
        for (var latitude = Math.Max(-90, (int)Math.Floor(south - slack)); latitude <= Math.Min(89, (int)Math.Floor(north + slack)); latitude++)
            for (var longitude = first; longitude <= last; longitude++)
                yield return (latitude + 90) * 360 + ((longitude + 180) % 360 + 360) % 360;
    }
}
