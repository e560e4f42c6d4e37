using Overflight.Authority.Deciding;
using Overflight.Authority.Documents;
using Overflight.Authority.Paths;
using Overflight.Authority.Rules;
using Overflight.Feeds;
using Overflight.Geodesy;
using Overflight.Testing;
using Overflight.Tracks;
using static Overflight.Authority.Tests.Scene;

namespace Overflight.Authority.Tests;

/// <summary>A real unmanned border patrol, G-TEKV over the Channel on 17 April 2020, judged by invented papers.</summary>
[Trait("Category", "Recorded")]
public sealed class RecordedTests
{
    private static readonly UtcInstant s_before = T("2020-04-10");

    private static Track Patrol()
    {
        var tracks = new List<Track>();
        TrackFile.Read(Recorded.PathOf("tracks/surveillance/border_control.json.gz"), new ReadOptions(), tracks.Add);
        return Assert.Single(tracks);
    }

    /// <summary>Papers of a coast guard, with a plan that follows where the aircraft went within some kilometres.</summary>
    private static Scene Papers(Track track, double corridorMetres, params Consent[] consents)
    {
        var points = new List<RoutePoint>();
        for (var i = 0; i < track.Count; i += 10)
        {
            if (points.Count == 0 || track.TimeAt(i) > points[^1].At)
                points.Add(new(track.TimeAt(i), track.PositionAt(i).LatitudeDegrees, track.PositionAt(i).LongitudeDegrees, 300));
        }
        if (track.TimeAt(track.Count - 1) > points[^1].At)
            points.Add(new(track.TimeAt(track.Count - 1), track.PositionAt(track.Count - 1).LatitudeDegrees, track.PositionAt(track.Count - 1).LongitudeDegrees, 300));
        var area = new Area("Channel", [[-1, 50], [3, 50], [3, 52], [-1, 52]]);
        var (from, to) = (points[0].At, points[^1].At);
        return new(
            [
                new Programme
                {
                    Id = "channel", Version = 1, RecordedAt = T("2020-03-01"), Name = "Channel", OperatingState = "GBR", Purpose = "find boats in distress", Profile = "civil-protection",
                    Regime = new() { Regime = LegalRegime.Civil, ChosenBy = "Coast guard", ChosenAt = T("2020-03-01"), Reasons = "search and rescue" },
                    Extent = new() { Areas = [area], States = ["FRA"], AircraftKinds = ["AR5"], SensorKinds = ["eo-ir"], Partners = [], TargetClasses = ["vessel"], LongestSortieHours = 24, Altitude = new(0, 3_000) },
                },
                new Operation { Id = "boats", Version = 1, RecordedAt = T("2020-03-01"), Programme = "channel", Name = "boats", TargetClass = "vessel", Instruments = ["permit"] },
                new Instrument
                {
                    Id = "permit", Version = 1, RecordedAt = T("2020-03-02"), Form = "permit", Signer = "Civil Aviation Authority", SignedAt = T("2020-03-02"), Parties = [new("Coast guard", 5)],
                    Scope = new() { Areas = [area], Altitude = new(-100, 3_000), Windows = [new(T("2020-04-01"), T("2020-05-01"))], SensorKinds = ["eo-ir"], PurposeCodes = ["rescue"] },
                },
                .. consents,
            ],
            new()
            {
                Id = "patrol",
                Version = 1,
                RecordedAt = T("2020-04-01"),
                Operation = "boats",
                Instrument = "permit",
                Aircraft = new("AR5", "G-TEKV"),
                Payload = [new("EO/IR turret", "eo-ir")],
                Purpose = "find boats",
                PurposeCodes = ["rescue"],
                Route = new() { CorridorMetres = corridorMetres, AltitudeToleranceMetres = 350, Points = points },
                Diversions = [new("Lydd", 50.956, 0.939, WithoutLink: true)],
                Conduct = new() { Control = [new("Coast guard", "Lydd", "licence 7", new(from.AddSeconds(-60), to.AddSeconds(60)), 5, "L-band", LinkIsSigned: true)] },
                Data = new("rescue", T("2020-05-01"), T("2020-06-01"), []),
            });
    }

    private static Consent French(UtcInstant validTo, UtcInstant? revoked = null) => new()
    {
        Id = "fra",
        Version = 1,
        RecordedAt = T("2020-03-05"),
        State = "FRA",
        Authority = "DSAC",
        Reference = "DSAC-3",
        RequestedAt = T("2020-03-03"),
        GivenAt = T("2020-03-05"),
        Validity = new(T("2020-04-01"), validTo),
        RevokedAt = revoked,
        Conditions = new(),
    };

    [Fact]
    public void It_is_told_whose_airspace_it_needed_leave_for_and_that_agrees_with_what_anybody_else_is_told()
    {
        var track = Patrol();
        var judge = new SortieJudge(Scene.Index, Papers(track, 500).Documents);
        var decision = judge.Flight(Papers(track, 500).Sortie, track, T("2020-04-18"));
        var verdicts = new Airspace.Verdicts.FlightAnalyzer(Scene.Index, new() { NearMetres = 1_000 }).AnalyzeFlight(track).Verdicts.Where(v => v.Kind != Airspace.AirspaceVerdictKind.DidNotEnter).ToArray();
        Assert.Equal(verdicts.Select(v => v.Airspace).Order(), decision.Path.States.Select(s => s.State).Distinct().Order());
        Assert.Contains(decision.Path.States, s => s is { State: "GBR", IsCertain: true });
        var consent = decision.Answers.Single(a => a.Rule == "consent.in-force");
        var french = verdicts.SingleOrDefault(v => v.Airspace == "FRA");
        Assert.Equal(french is null ? RuleOutcome.Pass : french.Kind == Airspace.AirspaceVerdictKind.Entered ? RuleOutcome.Refuse : RuleOutcome.Unknown, consent.Outcome);
    }

    [Fact]
    public void A_plan_that_follows_it_and_the_flight_itself_do_not_contradict()
    {
        var track = Patrol();
        // Sampled each ten fixes, the plan cuts its turns by up to 550 m.
        var scene = Papers(track, 700, French(T("2020-05-01")));
        var judge = new SortieJudge(Scene.Index, scene.Documents);
        var (plan, flown) = (judge.Plan(scene.Sortie, s_before), judge.Flight(scene.Sortie, track, T("2020-04-18")));
        Assert.True(plan.IsPermitted, Text(plan));
        Assert.DoesNotContain(flown.Answers, a => a.Outcome == RuleOutcome.Refuse && a.Rule != "flight.facts");
        Assert.DoesNotContain(flown.Differences, d => d.What is "route" or "State");
    }

    [Fact]
    public void A_flight_that_leaves_its_corridor_is_told_with_where_and_how_far()
    {
        var track = Patrol();
        var scene = Papers(track, 500, French(T("2020-05-01")));
        var points = scene.Sortie.Route.Points;
        // The plan leaves the middle third of the flight out, by a straight line.
        var shorter = scene.Sortie with { Route = scene.Sortie.Route with { Points = [.. points.Take(points.Count / 3), .. points.Skip(2 * points.Count / 3)] } };
        var decision = new SortieJudge(Scene.Index, scene.Documents).Flight(shorter, track, T("2020-04-18"));
        var stray = decision.Differences.Where(d => d.What == "route").ToArray();
        Assert.NotEmpty(stray);
        Assert.All(stray, d => Assert.True(d.From >= points[(points.Count / 3) - 2].At && d.To <= points[(2 * points.Count / 3) + 1].At));
    }
}
