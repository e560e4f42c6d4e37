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
}
