using Overflight.Authority.Rules;
using Overflight.Geodesy;
using Overflight.Planning.Plans;
using Overflight.Planning.Tasks;

namespace Overflight.Planning.Tests;

public class PlannerTests
{
    [Fact]
    public void What_can_be_seen_from_the_sea_is_watched_from_there_and_the_loss_is_told()
    {
        // On the coast south of Ensenada, outside the consent's corridor.
        var plan = Ask.Tasking(Ask.Area("coast", 31.55, -116.62)).Plan()[0];
        var area = Assert.Single(plan.Areas);
        var sortie = Assert.Single(plan.Sorties);

        Assert.Equal((1, 1, null), (area.Wanted, area.Served, area.Reason));
        Assert.Contains("MEX", area.WhyNotOverhead, StringComparison.Ordinal);
        Assert.InRange(area.Station!.DistanceMetres, 22_000, 60_000);
        Assert.True(area.Station.Sight.GroundSampleMetres > 2 * area.Station.Overhead.GroundSampleMetres);
        Assert.DoesNotContain(sortie.Decision.Path.States, s => s.State == "MEX");
        Assert.True(plan.IsPermitted, string.Join(", ", sortie.Decision.BlockedBy));
        Assert.True(plan.IsBest);
    }

    [Fact]
    public void What_cannot_be_seen_from_the_sea_is_watched_with_consent()
    {
        var plan = Ask.Tasking(Ask.Area("laboratory", 30.95, -115.6)).Plan()[0];
        var sortie = Assert.Single(plan.Sorties);

        Assert.Null(plan.Areas[0].WhyNotOverhead);
        Assert.Equal(0, plan.Areas[0].Station!.DistanceMetres);
        Assert.Contains(sortie.Decision.Path.States, s => s is { State: "MEX", IsCertain: true });
        Assert.True(plan.IsPermitted, string.Join("\n", sortie.Decision.Answers.Where(a => sortie.Decision.BlockedBy.Contains(a.Rule)).SelectMany(a => a.Reasons).Where(r => r.Outcome != RuleOutcome.Pass).Select(r => r.Text)));
    }

    [Fact]
    public void What_can_be_watched_by_no_permitted_orbit_is_not_and_the_nearest_is_told()
    {
        var plan = Ask.Tasking(Ask.Area("inland", 32.0, -115.6)).Plan()[0];

        Assert.Empty(plan.Sorties);
        Assert.Equal(0, plan.Areas[0].Served);
        Assert.Matches("no consent of MEX covers|the consent of MEX does not cover", plan.Areas[0].Reason);
    }

    [Fact]
    public void Stand_off_only_leaves_out_what_only_a_consent_opens()
    {
        var tasking = Ask.Tasking(Ask.Area("laboratory", 30.95, -115.6)) with { Alternatives = [new() { Name = "from the sea", StandOffOnly = true }] };
        var plans = tasking.Plan();

        Assert.Equal([1, 0], plans.Select(p => p.Areas[0].Served));
        Assert.Equal(["as asked", "from the sea"], plans.Select(p => p.Name));
    }

    [Fact]
    public void Hours_moved_from_one_operation_to_another_go_where_they_are_moved()
    {
        var tasking = Ask.Tasking(Ask.Area("coast", 31.55, -116.62) with { Operation = "op-a" }, Ask.Area("point", 30.4, -116.1) with { Operation = "op-b" });
        var operation = tasking.Operations[0];
        tasking = tasking with
        {
            Operations = [operation with { Id = "op-a", Hours = 3 }, operation with { Id = "op-b", Hours = 0.5 }],
            Alternatives = [new() { Name = "moved", Move = [new("op-a", "op-b", 3)] }],
        };
        var papers = new Authority.Documents.DocumentSet([.. Ask.Papers.All, .. new[] { "op-a", "op-b" }.Select(id => Ask.Papers.At<Authority.Documents.Operation>("op-inland", Ask.Now)! with { Id = id })]);
        var plans = new Planner(papers, Ask.Index, _ => Ask.Performance).Plan(tasking, Ask.Now);

        Assert.Equal([1, 0], plans[0].Areas.Select(a => a.Served));
        Assert.Equal([0, 1], plans[1].Areas.Select(a => a.Served));
        Assert.Equal("the 0.5 hours of \"op-b\" are used up", plans[0].Areas[1].Reason);
        Assert.Equal("the 0 hours of \"op-a\" are used up", plans[1].Areas[0].Reason);
    }

    [Fact]
    public void Looks_come_back_as_often_as_asked()
    {
        var plan = Ask.Tasking(Ask.Area("coast", 31.55, -116.62) with { RevisitHours = 8, DwellMinutes = 30 }).Plan()[0];
        var looks = plan.Sorties.SelectMany(s => s.Looks).OrderBy(l => l.From).ToArray();

        Assert.Equal((3, 3), (plan.Areas[0].Wanted, plan.Areas[0].Served));
        Assert.All(looks.Zip(looks.Skip(1)), pair => Assert.InRange(pair.Second.From.SecondsSince(pair.First.From), 1_800, 8 * 3_600));
    }

    [Fact]
    public void Without_a_link_by_satellite_the_base_must_see_the_aircraft()
    {
        var tasking = Ask.Tasking(Ask.Area("far", 28.9, -115.3)) with { Aircraft = [Ask.Aircraft() with { HasSatelliteLink = false, AltitudeMetres = 3_000 }] };
        var plan = tasking.Plan()[0];

        Assert.Contains("no line of sight to San Diego", plan.Areas[0].Reason, StringComparison.Ordinal);
        Assert.Equal(1, (tasking with { Aircraft = [Ask.Aircraft() with { AltitudeMetres = 3_000 }] }).Plan()[0].Areas[0].Served);
    }

    [Fact]
    public void Fuel_that_does_not_suffice_is_told_in_kilograms()
    {
        var plans = new Planner(Ask.Papers, Ask.Index, _ => Ask.Performance with { FuelKilograms = 200 }).Plan(Ask.Tasking(Ask.Area("coast", 31.55, -116.62)), Ask.Now);

        Assert.Matches(@"N901LT needs \d+ kg of fuel for \d+ minutes there and back and 40 on station, and has 135 kg of 200 beside its reserve", plans[0].Areas[0].Reason);
    }

    [Fact]
    public void An_area_to_avoid_is_flown_around()
    {
        var free = Ask.Tasking(Ask.Area("coast", 30.3, -116.15));
        var walled = free with { Avoid = [new("range", [[-118.2, 31.6], [-116.0, 31.6], [-116.0, 32.0], [-118.2, 32.0]])] };
        var (a, b) = (free.Plan()[0].Sorties.Single(), walled.Plan()[0].Sorties.Single());

        Assert.True(b.DistanceMetres > a.DistanceMetres + 20_000);
        Assert.Contains(Along(a), walled.Avoid[0].Region.Contains);
        Assert.DoesNotContain(Along(b), walled.Avoid[0].Region.Contains);

        static IEnumerable<GeoPoint> Along(PlannedSortie sortie) => sortie.Sortie.Route.Points.Zip(sortie.Sortie.Route.Points.Skip(1), (from, to) => GeodesicLine.Between(new(from.Latitude, from.Longitude), new(to.Latitude, to.Longitude)))
            .SelectMany(line => Enumerable.Range(0, 51).Select(i => line.PointAt(line.DistanceMetres * i / 50)));
    }

    [Fact]
    public void The_same_tasking_gives_the_same_plan()
    {
        var tasking = Ask.Tasking(Ask.Area("coast", 31.55, -116.62) with { RevisitHours = 6 }, Ask.Area("laboratory", 30.95, -115.6), Ask.Area("point", 30.3, -116.15));
        static string Text(AlternativePlan plan) => string.Join('\n', plan.Sorties.SelectMany(s => s.Sortie.Route.Points));

        Assert.Equal(Text(tasking.Plan()[0]), Text(tasking.Plan()[0]));
    }

    [Theory]
    [InlineData("areas.coast.operation \"x\" is none of the operations")]
    public void What_means_nothing_is_refused(string message)
    {
        var wrong = Ask.Tasking(Ask.Area("coast", 31.55, -116.62) with { Operation = "x" });

        Assert.Equal(message, Assert.Throws<InvalidDataException>(() => TaskingCheck.Check(wrong)).Message);
    }
}
