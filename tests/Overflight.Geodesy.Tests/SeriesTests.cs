using Overflight.Geodesy;
using Overflight.Geodesy.Karney;

namespace Overflight.Geodesy.Tests;

/// <summary>The series against the integrals that they expand (Karney 2013, eqs. 7, 8), by Simpson's rule.</summary>
public sealed class SeriesTests
{
    [Theory]
    [InlineData(0)]
    [InlineData(0.3)]
    [InlineData(1)]
    public void Series_equal_their_integrals(double cosAlpha0Squared)
    {
        var k2 = cosAlpha0Squared * AuxiliarySphere.Ep2;
        var epsilon = AuxiliarySphere.Epsilon(cosAlpha0Squared);
        var distance = new DistanceSeries(epsilon);
        var reversed = new ReversedDistanceSeries(epsilon);
        var longitude = new LongitudeSeries(epsilon);
        foreach (var sigma in new[] { 0.2, 1.0, 2.5, 4.0 })
        {
            var (sin, cos) = Math.SinCos(sigma);
            double Root(double s) => Math.Sqrt(1 + k2 * Math.Sin(s) * Math.Sin(s));
            Assert.Equal(Simpson(Root, sigma), distance.A1 * (sigma + distance.Wave(sin, cos)), 14);
            Assert.Equal(
                Simpson(s => (2 - AuxiliarySphere.F) / (1 + (1 - AuxiliarySphere.F) * Root(s)), sigma),
                longitude.A3 * (sigma + longitude.Wave(sin, cos)), 14);
            var tau = sigma + distance.Wave(sin, cos);
            Assert.Equal(sigma, tau + reversed.Wave(Math.Sin(tau), Math.Cos(tau)), 15);
        }
    }

    [Theory]
    [InlineData(0, 0)]
    [InlineData(0.3, 0.7)]
    [InlineData(-3, 0.01)]
    [InlineData(1.5, 1e-9)]
    [InlineData(200, 100)]
    public void Evolute_root_solves_its_equation(double x, double y)
    {
        var mu = EvoluteRoot.Solve(x, y);
        if (y != 0)
            Assert.Equal(1, x * x / ((1 + mu) * (1 + mu)) + y * y / (mu * mu), 12);
        else
            Assert.Equal(Math.Max(0, Math.Abs(x) - 1), mu);
    }

    private static double Simpson(Func<double, double> f, double end)
    {
        const int Steps = 2000;
        var h = end / Steps;
        var sum = f(0) + f(end);
        for (var i = 1; i < Steps; i++)
            sum += (i % 2 == 0 ? 2 : 4) * f(i * h);
        return sum * h / 3;
    }
}
