using CsCheck;
using Overflight.Authority.Deciding;
using Overflight.Authority.Documents;
using Overflight.Authority.Paths;
using Overflight.Authority.Rules;
using Overflight.Geodesy;
using Overflight.Tracks;
using static Overflight.Authority.Tests.Scene;

namespace Overflight.Authority.Tests;

/// <summary>What must hold of every sortie, whatever it is.</summary>
public sealed class PropertyTests
{
    private static readonly int s_often = Environment.GetEnvironmentVariable("OVERFLIGHT_LONG") is null ? 1 : 40;

    private static readonly Gen<Area> s_area = Gen.Select(Gen.Double[-119.5, -116], Gen.Double[28.5, 31], Gen.Double[0.5, 4], Gen.Double[0.5, 2.5])
        .Select((west, south, wide, high) => new Area("drawn", [[west, south], [west + wide, south], [west + wide, south + high], [west, south + high]]));

    private static readonly Gen<Sortie> s_sortie = Gen.Select(Gen.Double[29, 32.6], Gen.Double[-118.5, -114.5], Gen.Double[0, 8_000], Gen.Double[2_000, 9_000])
        .Select((latitude, longitude, corridor, altitude) => Inland().Sortie with { Route = WithAltitude(Route(corridor, (32.7, -117.25), (32.4, -118.0), (latitude, longitude), (32.4, -118.0), (32.7, -117.25)), altitude) });

    private static readonly Gen<UtcInstant> s_time = Gen.Double[0, 86_400].Select(seconds => T("2026-03-02").AddSeconds(seconds));

    private static readonly Gen<ConsentConditions> s_conditions = Gen.Select(s_area.Array[0, 2], Gen.Bool, Gen.Double[1_000, 9_000], Gen.Bool, Gen.Double[0.1, 3])
        .Select((areas, hasAltitude, ceiling, allowsNoSensor, hours) => new ConsentConditions
        {
            Areas = areas,
            Altitude = hasAltitude ? new(0, ceiling) : null,
            SensorKinds = allowsNoSensor ? [] : null,
            MostHours = hours,
        });

    private static readonly Gen<Consent> s_consent = Gen.Select(s_conditions, s_time, s_time, Gen.Int[0, 12], Gen.Bool).Select((conditions, from, to, days, isGiven) => new Consent
    {
        Id = "drawn",
        Version = 1,
        RecordedAt = T("2026-02-20"),
        State = "MEX",
        Authority = "AFAC",
        Reference = "drawn",
        RequestedAt = T("2026-03-02").AddSeconds(-days * 86_400),
        GivenAt = isGiven ? T("2026-02-20") : null,
        Validity = new(from < to ? from : to, (from < to ? to : from).AddSeconds(1)),
        Conditions = conditions,
    });

    [Fact]
    public void Adding_a_consent_never_turns_pass_into_refuse() =>
        Gen.Select(s_sortie, s_consent, s_consent).Sample((sortie, one, two) =>
        {
            var scene = Inland().Plan(_ => sortie).Without<Consent>("mex-1").Add(one);
            var (before, after) = (scene.Decide(), scene.Add(two with { Id = "second" }).Decide());
            foreach (var (was, now) in before.Answers.Zip(after.Answers))
                Assert.True(now.Outcome <= was.Outcome, $"{was.Rule}: {was.Outcome}, and with one consent more {now.Outcome}: {Text(now)}");
        }, iter: 60 * s_often);

    [Fact]
    public void Shrinking_a_scope_never_turns_refuse_into_pass() =>
        Gen.Select(s_sortie, s_area, s_area, Gen.Double[1_000, 9_000], s_time, s_time, Gen.Int[0, 4]).Sample((sortie, one, two, ceiling, from, to, what) =>
        {
            var window = new TimeWindow(from < to ? from : to, (from < to ? to : from).AddSeconds(1));
            var wide = new InstrumentScope { Areas = [one, two, West], Altitude = new(0, 8_000), Windows = [new(T("2026-01-01"), T("2027-01-01"))], SensorKinds = ["eo-ir", "sar"], PurposeCodes = ["counter-narcotics", "rescue"] };
            var narrow = what switch
            {
                0 => wide with { Areas = [one, two] },
                1 => wide with { Altitude = new(0, Math.Min(ceiling, 8_000)) },
                2 => wide with { Windows = [window] },
                3 => wide with { SensorKinds = ["sar"] },
                _ => wide with { PurposeCodes = ["rescue"] },
            };
            var scene = Inland().Plan(_ => sortie);
            var before = scene.With<Instrument>("finding-1", f => f with { Scope = wide }).Decide();
            var after = scene.With<Instrument>("finding-1", f => f with { Scope = narrow }).Decide();
            foreach (var (was, now) in before.Answers.Zip(after.Answers))
                Assert.True(now.Outcome >= was.Outcome, $"{was.Rule}: {was.Outcome}, and with less scope {now.Outcome}: {Text(was)}");
        }, iter: 60 * s_often);

    /// <summary>A plan whose corridor is as narrow as fixes are exact, and a track that flies its line: no rule that both stages have says pass to one and refuse to the other.</summary>
    [Fact]
    public void A_plan_and_a_track_that_flies_it_exactly_agree() =>
        Gen.Select(s_sortie, s_area, s_consent, Gen.Double[5_000, 9_000]).Sample((sortie, area, consent, ceiling) =>
        {
            var scene = Inland().Plan(_ => sortie with { Route = sortie.Route with { CorridorMetres = 200 } }).With<Consent>("mex-1", c => consent with { Id = "mex-1", State = c.State })
                .With<Instrument>("finding-1", f => f with { Scope = f.Scope with { Areas = [area, new("base", [[-119.5, 31], [-116, 31], [-116, 33.2], [-119.5, 33.2]])], Altitude = new(0, ceiling) } }).Flown();
            var at = scene.Sortie.Route.Points[0].At;
            var (plan, flown) = (scene.Decide(DecisionStage.Arming, at), scene.Decide(DecisionStage.Flown));
            foreach (var (planned, was) in plan.Answers.Zip(flown.Answers))
            {
                var contradict = planned.Outcome == RuleOutcome.Pass && was.Outcome == RuleOutcome.Refuse || planned.Outcome == RuleOutcome.Refuse && was.Outcome == RuleOutcome.Pass;
                // Where to divert to is a question of plans, and whom to tell one of flights.
                if (planned.Rule is not ("diversion.known" or "diversion.told" or "notice.failures"))
                    Assert.False(contradict, $"{planned.Rule}: {planned.Outcome} as planned ({Text(planned)}), {was.Outcome} as flown ({Text(was)})");
            }
            var entered = plan.Path.States.Where(s => s.IsCertain && s.To.SecondsSince(s.From) > 120).Select(s => s.State).ToHashSet();
            Assert.Empty(entered.Except(flown.Path.States.Select(s => s.State)));
        }, iter: 25 * s_often);

    [Fact]
    public void What_stood_at_an_instant_does_not_change_by_what_is_recorded_later() =>
        Gen.Select(s_time.Array[1, 8], s_time, s_time).Sample((recorded, at, later) =>
        {
            var versions = recorded.Order().Select((time, i) => Inland().Papers.OfType<Consent>().Single() with { Version = i + 1, RecordedAt = time }).ToArray();
            var known = new DocumentSet(versions.Where(v => v.RecordedAt <= at));
            Assert.Equal(known.At<Consent>("mex-1", at), new DocumentSet(versions).At<Consent>("mex-1", at));
            var (first, second) = at < later ? (at, later) : (later, at);
            var all = new DocumentSet(versions);
            Assert.True((all.At<Consent>("mex-1", first)?.Version ?? 0) <= (all.At<Consent>("mex-1", second)?.Version ?? 0));
        });

    /// <summary>The walk by distances against places looked at one by one.</summary>
    [Fact]
    public void A_corridor_is_told_as_places_along_it_are() =>
        Gen.Select(s_area, Gen.Double[28, 33], Gen.Double[-120, -113], Gen.Double[28, 33], Gen.Double[-120, -113], Gen.Double[0, 20_000]).Sample((area, latitude, longitude, toLatitude, toLongitude, halfWidth) =>
        {
            var (from, to) = (new GeoPoint(latitude, longitude), new GeoPoint(toLatitude, toLongitude));
            var leg = new PathLeg(0, new(default, from, halfWidth, null), new(default(UtcInstant).AddSeconds(3_600), to, halfWidth, null), halfWidth);
            var stretches = CorridorWalk.Walk(leg, area.Region);
            Assert.Equal(0, stretches[0].FromMetres);
            Assert.Equal(leg.LengthMetres, stretches[^1].ToMetres);
            Assert.All(stretches.Zip(stretches.Skip(1)), pair => Assert.Equal(pair.First.ToMetres, pair.Second.FromMetres));
            foreach (var stretch in stretches)
            {
                for (var part = 0; part <= 10; part++)
                {
                    var depth = area.Region.DistanceTo(leg.PlaceAt(stretch.FromMetres + part / 10.0 * (stretch.ToMetres - stretch.FromMetres))).SignedMetres;
                    if (stretch.Relation == Relation.Inside)
                        Assert.True(depth > halfWidth, $"told inside, and {depth} m deep in a corridor of {halfWidth} m");
                    if (stretch.Relation == Relation.Outside)
                        Assert.True(-depth > halfWidth, $"told outside, and {-depth} m off in a corridor of {halfWidth} m");
                    // Not to know is honest only near the edge.
                    if (stretch.Relation == Relation.Unsure)
                        Assert.True(Math.Abs(depth) < halfWidth + 100, $"not told, and {depth} m from the boundary in a corridor of {halfWidth} m");
                }
            }
        }, iter: 200 * s_often);

    private static PlannedRoute WithAltitude(PlannedRoute route, double metres) => route with { Points = [.. route.Points.Select(p => p.AltitudeMetres > 1_000 ? p with { AltitudeMetres = metres } : p)] };
}
