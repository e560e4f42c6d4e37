using CsCheck;
using Overflight.Misb.Sight;

namespace Overflight.Misb.Tests.Sight;

/// <summary>Turns, against turns one axis at a time.</summary>
public sealed class RotationTests
{
    private static readonly Gen<(double H, double P, double R)> s_angles =
        Gen.Select(Gen.Double[0, 359.999], Gen.Double[-89.9, 89.9], Gen.Double[-179.9, 179.9]);

    [Theory]
    [InlineData(90, 0, 0, 0, 1, 0)] // heading east: forward is east
    [InlineData(0, 90, 0, 0, 0, -1)] // nose up: forward is up
    [InlineData(0, 0, 90, 1, 0, 0)] // rolling leaves forward
    public void Forward_goes_where_the_angle_says(double heading, double pitch, double roll, double north, double east, double down)
    {
        var (n, e, d) = Rotation.Of(heading, pitch, roll).Apply(1, 0, 0);

        Assert.Equal((north, east, down), (Math.Round(n, 12), Math.Round(e, 12) + 0.0, Math.Round(d, 12) + 0.0));
    }

    [Fact]
    public void Rolling_right_puts_the_right_side_down() =>
        Assert.Equal(1, Rotation.Of(0, 0, 90).Apply(0, 1, 0).Down, 1e-12);

    [Fact]
    public void Turns_are_those_about_down_then_right_then_forward() => s_angles.Sample(a =>
    {
        var whole = Rotation.Of(a.H, a.P, a.R);
        var parts = Rotation.Of(a.H, 0, 0) * Rotation.Of(0, a.P, 0) * Rotation.Of(0, 0, a.R);
        var (x, y) = (whole.Apply(0.3, -0.5, 0.8), parts.Apply(0.3, -0.5, 0.8));
        Assert.Equal(x.Forward, y.Forward, 1e-12);
        Assert.Equal(x.Right, y.Right, 1e-12);
        Assert.Equal(x.Down, y.Down, 1e-12);
    });

    [Fact]
    public void Angles_come_back() => s_angles.Sample(a =>
    {
        var (h, p, r) = Rotation.Of(a.H, a.P, a.R).Angles();
        Assert.Equal(0, Math.IEEERemainder(h - a.H, 360), 1e-7);
        Assert.Equal(a.P, p, 1e-7);
        Assert.Equal(a.R, r, 1e-7);
    });

    [Fact]
    public void Straight_down_the_turn_comes_back_too()
    {
        var turn = Rotation.Of(40, -90, 25);
        var (h, p, r) = turn.Angles();
        var (x, y) = (turn.Apply(0.1, 0.7, 0.2), Rotation.Of(h, p, r).Apply(0.1, 0.7, 0.2));

        Assert.Equal(-90, p, 1e-6);
        Assert.Equal(x.Forward, y.Forward, 1e-7);
        Assert.Equal(x.Right, y.Right, 1e-7);
    }

    [Fact]
    public void The_turn_back_undoes_it() => s_angles.Sample(a =>
    {
        var turn = Rotation.Of(a.H, a.P, a.R);
        var (f, r, d) = (turn.Inverse() * turn).Apply(0.2, 0.4, -0.6);
        Assert.Equal(0.2, f, 1e-12);
        Assert.Equal(0.4, r, 1e-12);
        Assert.Equal(-0.6, d, 1e-12);
    });
}
