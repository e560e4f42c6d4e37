using Overflight.Patterns.Integrity;
using Overflight.Patterns.Kinds;
using Overflight.Testing;

namespace Overflight.Patterns.Tests.Integrity;

[Trait("Category", "Recorded")]
public sealed class RecordedIntegrityTests
{
    [Fact]
    public void The_spoofed_flight_is_found_with_its_start_and_end()
    {
        var flight = Assert.Single(RecordedFlights.Of("noisy/noisy_spoofing.json.gz"));
        var finding = Assert.Single(PositionIntegrity.Find(flight, PatternFinder.Find(flight)));

        Assert.Equal((IntegrityKind.FalseTrack, 740), (finding.Kind, finding.Fixes));
        Assert.Equal("2024-09-17T09:06:18", finding.Start.ToString()[..19]);
        Assert.Equal("2024-09-17T09:58:10", finding.End.ToString()[..19]);
        Assert.InRange(finding.Magnitude, 350_000, 390_000);
    }

    /// <summary>Positions that stand still are told as such: tables of state vectors repeat what was received last.</summary>
    [Fact]
    public void No_more_than_one_in_a_thousand_clean_flights_is_called_false()
    {
        Recorded.PathOf("tracks/collections/switzerland.json.gz");
        var flights = RecordedFlights.Of(RecordedFlights.CleanSets());
        var findings = flights.Select(f => PositionIntegrity.Find(f, PatternFinder.Find(f))).Where(f => f.Count > 0).ToList();
        var astray = findings.Count(f => f.Any(i => i.Kind != IntegrityKind.Frozen));

        Assert.InRange(flights.Count, 1_500, 2_500);
        Assert.True(astray <= flights.Count / 1_000, $"{astray} of {flights.Count}");
        Assert.True(findings.Count <= flights.Count / 500, $"{findings.Count} of {flights.Count}");
    }
}
