using System.Globalization;

namespace Overflight.Airspace.Tests.Safety;

/// <summary>
/// The rule of safety, attacked: whatever path within the assumptions touched the region, the verdict is not "did not
/// enter"; whatever path did not, it is not "entered". <c>OVERFLIGHT_SAFETY_CASES</c> sets how many, <c>OVERFLIGHT_SEED</c> from where.
/// </summary>
public sealed class SafetyTests(ITestOutputHelper output)
{
    private const int FlightsPerRegion = 40;

    [Fact]
    public void No_verdict_contradicts_the_truth() => Attack(Number("OVERFLIGHT_SEED", 1), Number("OVERFLIGHT_SAFETY_CASES", 2_000));

    /// <summary>Paths at exactly the speed bound, for which a quicker search of a widened edge said "did not enter".</summary>
    [Theory]
    [InlineData(7_000_261)]
    [InlineData(7_000_850)]
    [InlineData(7_001_296)]
    [InlineData(20_010_434)]
    [InlineData(20_017_323)]
    public void A_grazing_path_is_never_missed(int seed) => Attack(seed, FlightsPerRegion);

    private void Attack(int seed, int cases)
    {
        var (touched, done) = (0, 0);
        var contradictions = new List<string>();
        for (; done < cases && contradictions.Count < 10; seed++)
        {
            var random = new Random(seed);
            var region = MovableRegion.Random(random);
            var size = Size(region);
            for (var k = 0; k < FlightsPerRegion && done < cases; k++, done++)
            {
                region.Move(random);
                var flown = TruePaths.Random(random, region, size);
                touched += flown.Touched ? 1 : 0;
                if (flown.Contradiction(region.Mapped) is { } line)
                    contradictions.Add($"seed {seed} flight {k}, boundary within {region.Uncertainty} m: {line[..Math.Min(line.Length, 700)]}");
            }
        }
        output.WriteLine($"{done} cases, {touched} of them touched the region, {contradictions.Count} contradictions");
        Assert.True(contradictions.Count == 0, string.Join("\n", contradictions));
    }

    private static double Size(MovableRegion region)
    {
        var corners = region.Truth.Rings[0];
        var (south, north) = (corners.Min(c => c.Y), corners.Max(c => c.Y));
        return Math.Max(200, (north - south) * 55_000);
    }

    private static int Number(string variable, int otherwise) =>
        int.TryParse(Environment.GetEnvironmentVariable(variable), NumberStyles.None, CultureInfo.InvariantCulture, out var given) ? given : otherwise;
}
