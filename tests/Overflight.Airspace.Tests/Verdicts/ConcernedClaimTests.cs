using Overflight.Airspace.Tests.Shapes;
using Overflight.Airspace.Verdicts;
using Overflight.Geodesy;

namespace Overflight.Airspace.Tests.Verdicts;

/// <summary>No State that a flight can have touched is left out of its analysis.</summary>
public sealed class ConcernedClaimTests
{
    private static readonly string[] s_small =
        ["VAT", "SMR", "MCO", "LIE", "LUX", "AND", "MLT", "BHR", "LSO", "NRU", "BRB", "BRN", "SLV"];

    [Fact]
    public void Every_State_within_reach_of_a_long_silence_is_named()
    {
        var index = Boundaries.Index;
        var random = new Random(4);
        for (var n = 0; n < 40; n++)
        {
            // Towards and past a small State, in one silence of up to four hours.
            var region = index.Region(s_small[random.Next(s_small.Length)])!;
            var target = region.Tree[0].Start;
            var from = Geodesic.Direct(target, random.NextDouble() * 360, 2_500_000 * random.NextDouble());
            var to = Geodesic.Direct(target, random.NextDouble() * 360, 2_500_000 * random.NextDouble());
            var metres = Geodesic.DistanceMetres(from, target) + Geodesic.DistanceMetres(target, to);
            var flight = MadeFlight.Prepare(metres * (1.0001 + 0.2 * random.NextDouble()) / 14_000, (0, from, 50), (14_000, to, 50));
            var path = new FlightPath(flight);
            var named = ConcernedClaims.Of(index.Base, path, 0);
            foreach (var small in s_small)
                if (index.Region(small) is { } other && FlightJudge.Judge(path, other).Kind != AirspaceVerdictKind.DidNotEnter)
                    Assert.True(named.Contains(other.Claim), $"{small} is within reach from {from} to {to}, but not concerned");
        }
    }
}
