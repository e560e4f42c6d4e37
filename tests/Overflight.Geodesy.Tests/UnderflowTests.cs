namespace Overflight.Geodesy.Tests;

/// <summary>Differences whose squares are no numbers any more.</summary>
public class UnderflowTests
{
    private static readonly double[] Tiny = [0, double.Epsilon, 1e-310, -1e-200, 3.2448976464979893e-162, -1e-150, 1e-101, 1e-99, -1e-60];

    [Fact]
    public void Places_apart_by_next_to_nothing_have_a_distance_and_azimuths()
    {
        foreach (var latitude in (double[])[47.27739442414918, 0, -90, 90, 1e-170])
            foreach (var longitude in (double[])[0, 180, -180, 1e-170])
                foreach (var north in Tiny)
                    foreach (var east in Tiny)
                    {
                        var (from, to) = (new GeoPoint(latitude, longitude), new GeoPoint(Math.Clamp(latitude + north, -90, 90), longitude + east));
                        var inverse = Geodesic.Inverse(from, to);
                        Assert.True(
                            inverse.DistanceMetres is >= 0 and < 1e-3 && double.IsFinite(inverse.InitialAzimuthDegrees) && double.IsFinite(inverse.FinalAzimuthDegrees),
                            $"{from.LatitudeDegrees:R}, {from.LongitudeDegrees:R} to {north:R}, {east:R}: {inverse}");
                        var middle = GeodesicLine.Between(from, to).At(inverse.DistanceMetres / 2).Point;
                        Assert.True(double.IsFinite(middle.LatitudeDegrees) && double.IsFinite(middle.LongitudeDegrees), $"{from.LatitudeDegrees:R}, {from.LongitudeDegrees:R} to {north:R}, {east:R}: {inverse}, middle {middle}");
                    }
    }
}
