using System.Globalization;
using System.Text;
using Overflight.Airspace;

namespace Overflight.Dossiers.Map;

/// <summary>Whose airspace each small square of a map is: for tinting States and for finding room for their names.</summary>
internal sealed class TerritoryGrid
{
    private const double Square = 2;

    private readonly int[] _claims;
    private readonly AirspaceIndex _index;

    public TerritoryGrid(AirspaceIndex index, MapFrame frame)
    {
        _index = index;
        Columns = (int)Math.Ceiling(MapFrame.Width / Square);
        Rows = (int)Math.Ceiling(frame.Height / Square);
        _claims = new int[Columns * Rows];
        for (var row = 0; row < Rows; row++)
            for (var column = 0; column < Columns; column++)
            {
                var place = frame.PlaceAt((column + 0.5) * Square, (row + 0.5) * Square);
                _claims[row * Columns + column] = index.LocateFast(place.LatitudeDegrees, place.LongitudeDegrees);
            }
    }

    public int Columns { get; }

    public int Rows { get; }

    /// <summary>The squares that some claim holds, or that one State's claim holds, as path data.</summary>
    public string Area(string? state)
    {
        var path = new StringBuilder();
        var wanted = new Dictionary<int, bool>();
        for (var row = 0; row < Rows; row++)
        {
            var start = -1;
            for (var column = 0; column <= Columns; column++)
            {
                var holds = column < Columns && Holds(_claims[row * Columns + column], state, wanted);
                if (holds && start < 0)
                    start = column;
                if (holds || start < 0)
                    continue;
                path.Append(CultureInfo.InvariantCulture, $"M{start * Square:0} {row * Square:0}h{(column - start) * Square:0}v{Square:0}H{start * Square:0}z");
                start = -1;
            }
        }
        return path.ToString();
    }

    /// <summary>
    /// For each State seen, and each set of States whose claims overlap, the middle of the greatest square within what is
    /// seen of it, with half that square's side; the widest first.
    /// </summary>
    public IEnumerable<(IReadOnlyList<string> States, double X, double Y, double Radius)> Rooms()
    {
        var room = Clearance();
        var best = new Dictionary<int, int>();
        for (var i = 0; i < room.Length; i++)
            if (_claims[i] >= 0 && (!best.TryGetValue(_claims[i], out var other) || room[i] > room[other]))
                best[_claims[i]] = i;
        return best.Where(b => _index.ClaimNames(b.Key).Count > 0).OrderByDescending(b => room[b.Value]).ThenBy(b => b.Key)
            .Select(b => (_index.ClaimNames(b.Key), (b.Value % Columns + 0.5) * Square, (b.Value / Columns + 0.5) * Square, room[b.Value] * Square));
    }

    private bool Holds(int claimSet, string? state, Dictionary<int, bool> known)
    {
        if (claimSet < 0)
            return false;
        if (!known.TryGetValue(claimSet, out var holds))
            known[claimSet] = holds = state is null ? _index.ClaimNames(claimSet).Count > 0 : _index.ClaimNames(claimSet).Contains(state);
        return holds;
    }

    /// <summary>Steps from each square to the nearest of another set of claims or the window's edge, in two sweeps.</summary>
    private int[] Clearance()
    {
        var room = new int[_claims.Length];
        for (var i = 0; i < room.Length; i++)
            room[i] = i % Columns == 0 || i < Columns || !IsSame(i, i - 1) || !IsSame(i, i - Columns) ? 1 : Math.Min(room[i - 1], room[i - Columns]) + 1;
        for (var i = room.Length - 1; i >= 0; i--)
            room[i] = i % Columns == Columns - 1 || i >= room.Length - Columns || !IsSame(i, i + 1) || !IsSame(i, i + Columns)
                ? 1
                : Math.Min(room[i], Math.Min(room[i + 1], room[i + Columns]) + 1);
        return room;
    }

    private bool IsSame(int a, int b) => _claims[a] == _claims[b] || _claims[b] < 0;
}
