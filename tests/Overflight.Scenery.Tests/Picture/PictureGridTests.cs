using Overflight.Scenery.Ground;
using Overflight.Scenery.Picture;

namespace Overflight.Scenery.Tests.Picture;

public class PictureGridTests
{
    private const int Width = 640;
    private const int Height = 352;

    [Theory]
    [InlineData(true, 45, 22.0)]
    [InlineData(true, 20, 11.0)]
    [InlineData(true, 85, 45.0)]
    [InlineData(false, 12, 22.0)]
    [InlineData(false, 45, 45.0)]
    [InlineData(false, 30, 2.4)]
    public void Pixels_between_exact_corners_are_off_by_less_than_a_few_and_mostly_by_far_less(bool isLand, double depression, double view)
    {
        var world = isLand ? Worlds.Land() : Worlds.Sea();
        var camera = Worlds.Sight(Worlds.Inland, 4_000, 70, depression, view).View;
        var grid = new PictureGrid(Width, Height);
        grid.Cast(camera, world);
        var errors = new List<double>();
        for (var row = 0; row + 1 < grid.Rows; row++)
            for (var column = 0; column + 1 < grid.Columns; column++)
            {
                if (grid.Bends(column, row))
                    continue;
                var at = row * grid.Columns + column;
                foreach (var (u, v) in (ReadOnlySpan<(double, double)>)[(0.5, 0.5), (0.25, 0.75), (0.9, 0.4)])
                {
                    var (x, y) = Between(grid, at, u, v);
                    // The exact line of sight of that pixel, and where in the picture the place between lies on the same ground.
                    var exact = grid.Cast((column + u) * PictureGrid.Block, (row + v) * PictureGrid.Block);
                    var seen = camera.InPicture(WorldMap.PlaceOf(x, y), exact.HeightMetres + world.Relief.Height(x, y) - world.Relief.Height(exact.X, exact.Y))!.Value;
                    var (px, py) = ((seen.Right + 1) * 0.5 * Width - (column + u) * PictureGrid.Block, (seen.Down + 1) * 0.5 * Height - (row + v) * PictureGrid.Block);
                    errors.Add(Math.Sqrt(px * px + py * py));
                }
            }
        errors.Sort();
        Assert.True(errors.Count > 1_000);
        Assert.True(errors[errors.Count / 2] < 0.25, $"middle {errors[errors.Count / 2]}");
        Assert.True(errors[errors.Count * 95 / 100] < (isLand ? 1.5 : 0.4), $"95 of 100 within {errors[errors.Count * 95 / 100]}");
        TestContext.Current.SendDiagnosticMessage($"pixels off: {errors[errors.Count / 2]:0.000} in the middle case, {errors[errors.Count * 95 / 100]:0.000} in 95 of 100, {errors[^1]:0.0} at most");
    }

    [Fact]
    public void What_is_above_the_horizon_is_sky()
    {
        var grid = new PictureGrid(Width, Height);
        grid.Cast(Worlds.Sight(Worlds.Inland, 3_000, 10, 0, 20).View, Worlds.Sea());
        Assert.All(Enumerable.Range(0, grid.Columns), c => Assert.Equal(0, grid.Nodes[c].RangeMetres));
        Assert.All(Enumerable.Range(0, grid.Columns), c => Assert.True(grid.Nodes[(grid.Rows - 1) * grid.Columns + c].RangeMetres > 0));
    }

    private static (double X, double Y) Between(PictureGrid grid, int at, double u, double v)
    {
        var (a, b, c, d) = (grid.Nodes[at], grid.Nodes[at + 1], grid.Nodes[at + grid.Columns], grid.Nodes[at + grid.Columns + 1]);
        return (
            (1 - v) * ((1 - u) * a.X + u * b.X) + v * ((1 - u) * c.X + u * d.X),
            (1 - v) * ((1 - u) * a.Y + u * b.Y) + v * ((1 - u) * c.Y + u * d.Y));
    }
}
