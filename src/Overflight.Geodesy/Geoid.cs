using System.Buffers.Binary;

namespace Overflight.Geodesy;

/// <summary>
/// The EGM96 geoid on NGA's 15′ grid. The grid is data that the build puts beside the program as
/// <c>geoid-egm96.bin</c>; see <c>data/geoid/README.md</c>.
/// </summary>
public static class Geoid
{
    /// <summary>File name of the grid, sought in <see cref="AppContext.BaseDirectory"/>.</summary>
    public const string FileName = "geoid-egm96.bin";

    private const int Rows = 721;
    private const int Columns = 1440;

    private static readonly Lazy<short[]> Grid = new(() => Load(Path.Combine(AppContext.BaseDirectory, FileName)), LazyThreadSafetyMode.PublicationOnly);

    /// <summary>Whether the grid lies beside the program.</summary>
    public static bool IsAvailable => Grid.IsValueCreated || File.Exists(Path.Combine(AppContext.BaseDirectory, FileName));

    /// <summary>
    /// Height of the geoid above the ellipsoid in metres, −107 to 86: mean sea level height = ellipsoidal height − this.
    /// Cubic interpolation of the grid's centimetres; within about 0.1 m of the full model, 1 m where it is roughest.
    /// </summary>
    /// <exception cref="FileNotFoundException">The grid is missing.</exception>
    public static double UndulationMetres(GeoPoint p)
    {
        if (!p.IsValid)
            throw new ArgumentOutOfRangeException(nameof(p), p, "Not a place.");
        var grid = Grid.Value;
        var y = (90 - p.LatitudeDegrees) * 4;
        var x = (p.LongitudeDegrees < 0 ? p.LongitudeDegrees + 360 : p.LongitudeDegrees) * 4;
        var row = Math.Min((int)y, Rows - 2);
        var column = (int)x;
        Span<double> weightsX = stackalloc double[4];
        Span<double> weightsY = stackalloc double[4];
        Cubic(x - column, weightsX);
        Cubic(y - row, weightsY);
        var sum = 0.0;
        for (var i = 0; i < 4; i++)
        {
            var inRow = 0.0;
            for (var j = 0; j < 4; j++)
                inRow += weightsX[j] * At(grid, row + i - 1, column + j - 1);
            sum += weightsY[i] * inRow;
        }
        return sum / 100;
    }

    internal static short[] Load(string path)
    {
        if (!File.Exists(path))
            throw new FileNotFoundException($"The geoid grid is missing: {path}. Build it with data/geoid/build (needs npm) and put it beside the program.", path);
        var bytes = File.ReadAllBytes(path);
        if (bytes.Length != Rows * Columns * sizeof(short))
            throw new InvalidDataException($"The geoid grid {path} has {bytes.Length} bytes, not {Rows * Columns * sizeof(short)}.");
        var grid = new short[Rows * Columns];
        for (var i = 0; i < grid.Length; i++)
            grid[i] = BinaryPrimitives.ReadInt16LittleEndian(bytes.AsSpan(i * sizeof(short)));
        return grid;
    }

    /// <summary>Lagrange's cubic through the places −1, 0, 1, 2.</summary>
    private static void Cubic(double t, Span<double> weights)
    {
        weights[0] = -t * (t - 1) * (t - 2) / 6;
        weights[1] = (t + 1) * (t - 1) * (t - 2) / 2;
        weights[2] = -(t + 1) * t * (t - 2) / 2;
        weights[3] = (t + 1) * t * (t - 1) / 6;
    }

    /// <summary>A grid value in centimetres; rows beyond a pole continue down the opposite meridian.</summary>
    private static int At(short[] grid, int row, int column)
    {
        if (row is < 0 or >= Rows)
        {
            row = row < 0 ? -row : 2 * (Rows - 1) - row;
            column += Columns / 2;
        }
        return grid[row * Columns + (column + Columns) % Columns];
    }
}
