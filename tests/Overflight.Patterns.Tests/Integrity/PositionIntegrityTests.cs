using CsCheck;
using Overflight.Airspace;
using Overflight.Airspace.Verdicts;
using Overflight.Geodesy;
using Overflight.Patterns.Integrity;
using Overflight.Patterns.Kinds;
using Overflight.Testing;
using Overflight.Tracks;
using Overflight.Tracks.Preparing;

namespace Overflight.Patterns.Tests.Integrity;

public sealed class PositionIntegrityTests
{
    private static readonly UtcInstant s_start = new(1_700_000_000_000_000);

    private static string PackPath => Path.Combine(Repository.Root, "artifacts", "boundaries", "overflight-boundaries.pack");

    /// <summary>A fix every five seconds on a line to the north at 200 m/s, changed as the test wants.</summary>
    private static Track Northward(int count, Func<int, Fix, Fix> change, double latitude = 20, double longitude = -100)
    {
        var builder = new TrackBuilder(new Aircraft(new AircraftAddress(0x0A0002)), "made");
        for (var i = 0; i < count; i++)
            builder.Add(change(i, new Fix
            {
                Time = s_start.AddSeconds(5 * i),
                Position = Geodesic.Direct(new GeoPoint(latitude, longitude), 0, 1_000 * i),
                GroundSpeedKnots = 200 * 3600 / 1852f,
                TrackDegrees = 0,
                BarometricAltitudeFeet = 30_000,
                GeometricAltitudeFeet = 30_900,
                Nic = 8,
                NacP = 9,
                Sil = 3,
                Source = FixSource.Adsb,
            }));
        return builder.Build();
    }

    private static IReadOnlyList<IntegrityFinding> Findings(Track track)
    {
        var flight = FlightPreparer.Prepare(track, SpeedBound.Given(600));
        return PositionIntegrity.Find(flight, PatternFinder.Find(flight));
    }

    private static (double From, double To) Seconds(IntegrityFinding finding) => (finding.Start.SecondsSince(s_start), finding.End.SecondsSince(s_start));

    [Fact]
    public void A_clean_flight_has_none()
    {
        Assert.Empty(Findings(Northward(400, (_, fix) => fix)));
        Gen.Select(Gen.Double[-60, 60], Gen.Double[-180, 180], Gen.Double[500, 8_000], Gen.Double[60, 240]).Sample((latitude, longitude, radius, speed) =>
        {
            // No circle that loads the wings with more than twice the weight.
            if (speed * speed / radius > 1.7 * 9.8)
                return;
            var flight = new Kinds.MadeFlight(new GeoPoint(latitude, longitude), speed, 4).Head(70).Straight(30_000).Turn(360 * 3, radius).Straight(20_000).Turn(-360 * 2, radius).Done();
            Assert.Empty(PositionIntegrity.Find(flight, PatternFinder.Find(flight)));
        }, iter: 40);
    }

    [Fact]
    public void A_false_track_is_told_from_the_last_true_fix_to_the_first()
    {
        var finding = Assert.Single(Findings(Northward(400, (i, fix) => i is >= 100 and < 200
            ? fix with { Position = Geodesic.Direct(new GeoPoint(22, -95), 45, 900 * i) }
            : fix)));

        Assert.Equal((IntegrityKind.FalseTrack, 100), (finding.Kind, finding.Fixes));
        Assert.Equal((495, 1_000), Seconds(finding));
        Assert.InRange(finding.Magnitude, 100_000, 800_000);
    }

    [Fact]
    public void One_stray_fix_is_no_finding() =>
        Assert.Empty(Findings(Northward(400, (i, fix) => i == 150 ? fix with { Position = new GeoPoint(25, -90) } : fix)));

    [Fact]
    public void Two_tracks_at_once_are_two_aircraft_under_one_address()
    {
        var finding = Assert.Single(Findings(Northward(400, (i, fix) => i is >= 100 and < 300 && i % 3 == 0
            ? fix with { Position = Geodesic.Direct(new GeoPoint(24, -90), 90, 900 * i), TrackDegrees = 90 }
            : fix)));

        Assert.Equal(IntegrityKind.TwoAtOnce, finding.Kind);
    }

    [Fact]
    public void A_position_that_stands_still_under_a_flying_aircraft_is_frozen()
    {
        var stood = Geodesic.Direct(new GeoPoint(20, -100), 0, 100_000);
        var finding = Assert.Single(Findings(Northward(200, (i, fix) => i >= 100 ? fix with { Position = stood } : fix)));

        Assert.Equal(IntegrityKind.Frozen, finding.Kind);
        Assert.Equal((500, 995), Seconds(finding));
        Assert.InRange(finding.Magnitude, 95_000, 105_000);
        Assert.True(finding.IsFalse);
    }

    [Fact]
    public void A_helicopter_that_hovers_is_not()
    {
        var stood = Geodesic.Direct(new GeoPoint(20, -100), 0, 100_000);
        Assert.Empty(Findings(Northward(200, (i, fix) => i >= 100 ? fix with { Position = stood, GroundSpeedKnots = 4 } : fix)));
    }

    [Fact]
    public void Positions_that_move_otherwise_than_was_sent_with_them_contradict()
    {
        // It says north; the positions go south-east.
        var turn = Geodesic.Direct(new GeoPoint(20, -100), 0, 100_000);
        Track Made(FixSource source) => Northward(200, (i, fix) => (i > 100 ? fix with { Position = Geodesic.Direct(turn, 135, 1_000 * (i - 100)) } : fix) with { Source = source });
        var finding = Assert.Single(Findings(Made(FixSource.Adsb)));

        Assert.Equal(IntegrityKind.Contradiction, finding.Kind);
        Assert.InRange(Seconds(finding).From, 430, 520);
        Assert.Equal(995, Seconds(finding).To);
        // A table of positions may carry older speeds.
        Assert.Empty(Findings(Made(FixSource.Unknown)));
    }

    [Fact]
    public void Circles_that_no_wing_bears_are_impossible()
    {
        var flight = new Kinds.MadeFlight(new GeoPoint(55, 20), 200, 2).Head(0).Turn(360 * 12, 800).Done(maximumKnots: 600);
        var finding = Assert.Single(PositionIntegrity.Find(flight, PatternFinder.Find(flight)));

        Assert.Equal(IntegrityKind.ImpossibleCircle, finding.Kind);
        Assert.InRange(finding.Magnitude, 4, 6);
    }

    [Fact]
    public void Altitudes_that_part_and_integrity_that_goes_are_told_with_their_times()
    {
        var altitudes = Assert.Single(Findings(Northward(300, (i, fix) => i is >= 100 and < 150 ? fix with { GeometricAltitudeFeet = 12_000 } : fix)));
        Assert.Equal((IntegrityKind.AltitudesPart, 50), (altitudes.Kind, altitudes.Fixes));
        Assert.Equal((500, 745), Seconds(altitudes));

        var lost = Assert.Single(Findings(Northward(300, (i, fix) => i is >= 100 and < 150 ? fix with { Nic = 0, NacP = 0 } : fix)));
        Assert.Equal(IntegrityKind.IntegrityLost, lost.Kind);
        Assert.Equal((500, 745), Seconds(lost));
        Assert.False(lost.IsFalse);
    }

    [Fact]
    public void Multilateration_that_disagrees_is_told()
    {
        var finding = Assert.Single(Findings(Northward(300, (i, fix) => i is >= 100 and < 150 && i % 2 == 0
            ? fix with { Position = Geodesic.Direct(fix.Position, 90, 9_000), Source = FixSource.Mlat, GroundSpeedKnots = float.NaN, TrackDegrees = float.NaN, Nic = -1, NacP = -1 }
            : fix)), f => f.Kind == IntegrityKind.MlatDisagrees);

        Assert.InRange(finding.Magnitude, 4_000, 9_000);
    }

    /// <summary>A position frozen within Mexico under an aircraft that flies on says nothing of the time it stood.</summary>
    [Fact]
    public void False_positions_lower_the_verdict()
    {
        if (!File.Exists(PackPath))
            Assert.Skip($"no compiled boundaries at {PackPath}; ./overflight builds them");
        var index = AirspaceIndex.Open(PackPath);
        var mexico = index.Region("MEX")!;
        // Along the Pacific outside 12 NM; in the middle, after a silence, it claims for five minutes to stand over Baja California.
        var flown = Northward(170, (i, fix) => i is >= 60 and < 120 ? fix with { Position = new GeoPoint(25.0, -112.15) } : fix, 24.2, -112.8);
        var builder = new TrackBuilder(flown.Aircraft, "made");
        for (var i = 0; i < flown.Count; i++)
            if (i is < 25 or (>= 60 and < 120) or >= 155)
                builder.Add(flown[i]);
        var track = builder.Build();
        var analyzer = new FlightAnalyzer(index, new AnalyzerOptions { Regions = [mexico], MaxSpeedKnots = 1_300 });

        Assert.Equal(AirspaceVerdictKind.Entered, analyzer.AnalyzeFlight(track).Verdicts[0].Kind);
        var examined = new FlightExaminer(analyzer).ExamineFlight(track);
        Assert.Contains(examined.Integrity, f => f.Kind == IntegrityKind.Frozen);
        Assert.NotEqual(AirspaceVerdictKind.Entered, examined.Verdicts[0].Kind);
        Assert.Equal(AirspaceVerdictKind.Entered, examined.Verdicts[0].WithSetAside);
        Assert.All(examined.Flight.SetAside, s => Assert.Equal(RejectionReason.Suspect, s.Reason));
    }
}
