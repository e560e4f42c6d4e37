using Overflight.Airspace;
using Overflight.Testing;

namespace Overflight.Archive.Tests;

/// <summary>A query passes over whatever lies outside a region's bounds; so they must hold all of it, poles and the 180th meridian included.</summary>
public sealed class RegionBoundsTests
{
    [Fact]
    public void No_place_of_a_region_lies_outside_its_bounds_or_in_a_box_that_it_may_not_hold()
    {
        var pack = Path.Combine(Repository.Root, "artifacts", "boundaries", "overflight-boundaries.pack");
        if (!File.Exists(pack))
            Assert.Skip($"no compiled boundaries at {pack}; ./overflight builds them");
        var index = AirspaceIndex.Open(pack);
        var random = new Random(20250204);
        var seen = new HashSet<string>();
        var inside = new bool[1];
        for (var i = 0; i < 400_000; i++)
        {
            var latitude = i % 1000 == 0 ? -90.0 : double.RadiansToDegrees(Math.Asin(2 * random.NextDouble() - 1));
            var longitude = i % 1001 == 0 ? 180.0 : random.NextDouble() * 360 - 180;
            foreach (var name in index.Locate(new Geodesy.GeoPoint(latitude, longitude)))
            {
                var region = index.Region(name)!;
                seen.Add(name);
                var (south, west, north, east) = region.BoundsDegrees;
                Assert.True(latitude >= south && latitude <= north && longitude >= west && longitude <= east, $"{name} holds {latitude},{longitude} outside {region.BoundsDegrees}");
                var size = random.NextDouble() * 3;
                Assert.True(region.MayHold(latitude - size, longitude - size, latitude + size, longitude + size), $"{name} at {latitude},{longitude}");
                region.ContainsMany([latitude], [longitude], inside);
                Assert.True(inside[0]);
            }
        }
        Assert.True(seen.Count > 100);
        Assert.Contains("ATA", seen);
        Assert.Contains("RUS", seen);
    }
}
