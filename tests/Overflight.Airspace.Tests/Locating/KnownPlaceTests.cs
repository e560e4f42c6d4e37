using Overflight.Airspace.Tests.Shapes;
using Overflight.Geodesy;

namespace Overflight.Airspace.Tests.Locating;

/// <summary>Places whose answer is known from outside this project.</summary>
public sealed class KnownPlaceTests
{
    [Theory]
    [InlineData(27.5, -114.9831, "MEX")]
    [InlineData(27.5, -115.0230, "MEX")]
    [InlineData(27.5, -115.0563, "")]
    [InlineData(27.5, -115.1038, "")]
    [InlineData(27.0, -111.2, "")]
    [InlineData(30.6, -113.9, "MEX")]
    [InlineData(32.5, -117.215, "MEX")]
    [InlineData(32.534, -117.22, "USA")]
    [InlineData(-89, 0, "ATA")]
    [InlineData(-90, 180, "ATA")]
    [InlineData(90, 0, "")]
    public void Claims_at(double latitude, double longitude, string claims)
    {
        Assert.Equal(claims, string.Join(';', Boundaries.Index.Locate(new GeoPoint(latitude, longitude))));
        Assert.Equal(claims, string.Join(';', Boundaries.Index.Locate(new GeoPoint(latitude, longitude), 1)));
    }

    [Theory]
    [InlineData(-114.9831, 1.99)]
    [InlineData(-115.0230, 0.44)]
    public void Depth_off_Baja_California(double longitude, double nauticalMiles)
    {
        var distance = Boundaries.Index.Region("MEX")!.DistanceTo(new GeoPoint(27.5, longitude));
        Assert.InRange(distance.SignedMetres / Wgs84.MetresPerNauticalMile, nauticalMiles - 0.25, nauticalMiles + 0.25);
    }

    [Theory]
    [InlineData(-29.6, 28.2, "LSO")]
    [InlineData(41.9022, 12.4533, "VAT")]
    [InlineData(43.94, 12.46, "SMR")]
    public void States_within_States_are_not_theirs(double latitude, double longitude, string claim)
    {
        for (var set = 0; set < 2; set++)
            Assert.Equal([claim], Boundaries.Index.Locate(new GeoPoint(latitude, longitude), set));
    }

    [Fact]
    public void Crimea_is_claimed_twice_and_stays_so() =>
        Assert.Equal(["RUS", "UKR"], Boundaries.Index.Locate(new GeoPoint(45.3, 34.4)));

    /// <summary>
    /// A buffer of 6 NM drawn in Mercator metres is too narrow by the cosine of latitude. The second set, drawn right, is the
    /// measure: where it says 6 NM, the base set lies inside it by 6 NM times one less the cosine.
    /// </summary>
    [Fact]
    public void The_Aegean_limit_of_the_base_set_lies_at_six_miles_times_the_cosine_of_latitude()
    {
        var (mapped, witness) = (Boundaries.Index.Region("GRC")!, Boundaries.Index.Region("GRC", 1)!);
        var shares = new List<double>();
        var random = new Random(2);
        while (shares.Count < 200)
        {
            var place = new GeoPoint(35.5 + 4 * random.NextDouble(), 23 + 4 * random.NextDouble());
            var edge = witness.DistanceTo(place);
            if (Math.Abs(edge.SignedMetres) > 15_000 || edge.Edge.Kind is EdgeKind.Land or EdgeKind.AgreedSea)
                continue;
            var inside = mapped.DistanceTo(edge.Nearest);
            if (inside.SignedMetres is < 0 and > -4000)
                shares.Add(-inside.SignedMetres / (6 * Wgs84.MetresPerNauticalMile * (1 - Math.Cos(double.DegreesToRadians(edge.Nearest.LatitudeDegrees)))));
        }
        shares.Sort();
        Assert.InRange(shares[shares.Count / 2], 0.9, 1.1);
    }
}
