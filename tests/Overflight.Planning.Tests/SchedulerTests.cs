using CsCheck;
using Overflight.Planning.Scheduling;

namespace Overflight.Planning.Tests;

public class SchedulerTests
{
    private const int Period = 600;

    /// <summary>Places on a line, minutes apart, and looks at them with windows.</summary>
    private static readonly Gen<Case> s_case = Gen.Select(
        Gen.Int[10, 80].Array[1, 5], Gen.Int[0, 400].Array[5], Gen.Int[5, 60].Array[5], Gen.Int[1, 9].Array[5], Gen.Int[100, 700], Gen.Int[1, 3])
        .Select((places, earliest, dwell, worth, fuel, burn) => new Case(
            [.. places.Select((_, i) => new Look(i, 0, i % 2, earliest[i], earliest[i] + 100, dwell[i], null, worth[i]))], places, fuel, burn));

    private sealed record Case(Look[] Looks, int[] Places, int Fuel, int TransitBurn)
    {
        public ScheduledAircraft Aircraft(int sorties) => new(
            sorties, 30, Fuel, 1, TransitBurn, [.. Places.Select(p => (int?)p)], [.. Places.Select(p => (int?)p)], (a, b) => Math.Abs(Places[a] - Places[b]));
    }

    [Fact]
    public void One_sortie_is_worth_what_the_best_order_of_all_is() =>
        s_case.Sample(c =>
        {
            var schedule = Scheduler.Make(c.Looks, [c.Aircraft(1)], [new(null, null), new(null, null)], Period);

            Assert.True(schedule.IsBest);
            Assert.Equal(Best(c), (schedule.Sorties.Sum(s => s.Looks.Sum(l => l.Look.Worth)), schedule.Sorties.Sum(s => s.LandingMinute - s.TakeOffMinute)));
        }, iter: 60);

    [Fact]
    public void What_is_scheduled_can_be_flown() =>
        Gen.Select(s_case, Gen.Int[50, 400], Gen.Int[100, 500]).Sample((c, budget, longest) =>
        {
            var limits = new OperationLimit[] { new(budget, longest), new(null, longest) };
            var schedule = Scheduler.Make(c.Looks, [c.Aircraft(2), c.Aircraft(1)], limits, Period);

            foreach (var sortie in schedule.Sorties)
            {
                var (at, place, transit) = (sortie.TakeOffMinute, 0, 0);
                foreach (var (look, minute) in sortie.Looks)
                {
                    transit += Math.Abs(c.Places[look.Area] - place);
                    at += Math.Abs(c.Places[look.Area] - place);
                    Assert.True(minute >= at && minute >= look.EarliestMinute && minute <= look.LatestMinute);
                    Assert.Equal(sortie.Operation, look.Operation);
                    (at, place) = (minute + look.DwellMinutes, c.Places[look.Area]);
                }
                Assert.True(sortie.LandingMinute >= at + place && sortie.LandingMinute <= Period && sortie.TakeOffMinute >= 0);
                var minutes = sortie.LandingMinute - sortie.TakeOffMinute;
                Assert.True(minutes + (transit + place) * (c.TransitBurn - 1) <= c.Fuel && minutes <= longest);
            }
            foreach (var sorties in schedule.Sorties.GroupBy(s => s.Aircraft).Select(g => g.OrderBy(s => s.TakeOffMinute).ToArray()))
                Assert.All(sorties.Zip(sorties.Skip(1)), pair => Assert.True(pair.Second.TakeOffMinute >= pair.First.LandingMinute + 30));
            Assert.True(schedule.Sorties.Where(s => s.Operation == 0).Sum(s => s.LandingMinute - s.TakeOffMinute) <= budget);
            Assert.Equal(schedule.Sorties.Sum(s => s.Looks.Count), schedule.Sorties.SelectMany(s => s.Looks.Select(l => l.Look)).Distinct().Count());
        }, iter: 60);

    [Fact]
    public void A_look_comes_no_later_after_the_one_before_than_asked()
    {
        Look[] looks = [new(0, 0, 0, 0, 290, 10, 200, 1), new(0, 1, 0, 300, 590, 10, 200, 1)];
        var schedule = Scheduler.Make(looks, [new(1, 0, 10_000, 1, 1, [5], [5], (_, _) => 0)], [new(null, null)], 700);
        var begin = schedule.Sorties.Single().Looks.Select(l => l.Minute).ToArray();

        Assert.InRange(begin[1] - begin[0], 10, 200);
    }

    /// <summary>Every order of every set of looks, each flown as early as can be and then left on the ground as long as can be.</summary>
    private static (int Worth, int Minutes) Best(Case c)
    {
        var best = (Worth: 0, Minutes: 0);
        Try([], 0);
        return best;

        void Try(List<Look> order, int worth)
        {
            if (order.Count > 0 && Minutes(c, order) is { } minutes && (worth > best.Worth || (worth == best.Worth && minutes < best.Minutes)))
                best = (worth, minutes);
            foreach (var next in c.Looks.Where(l => !order.Contains(l) && (order.Count == 0 || order[0].Operation == l.Operation)))
                Try([.. order, next], worth + next.Worth);
        }
    }

    private static int? Minutes(Case c, List<Look> order)
    {
        // The least time from the first look's beginning to the landing is that of the latest first beginning for which all the rest is in time.
        int? least = null;
        for (var first = order[0].EarliestMinute; first <= order[0].LatestMinute; first++)
        {
            var (at, place, transit, isInTime) = (first, c.Places[order[0].Area], c.Places[order[0].Area], first >= c.Places[order[0].Area]);
            for (var i = 0; i < order.Count && isInTime; i++)
            {
                if (i > 0)
                {
                    var move = Math.Abs(c.Places[order[i].Area] - place);
                    (at, place, transit) = (Math.Max(order[i].EarliestMinute, at + move), c.Places[order[i].Area], transit + move);
                    isInTime = at <= order[i].LatestMinute;
                }
                at += order[i].DwellMinutes;
            }
            var minutes = at + place - first + c.Places[order[0].Area];
            if (isInTime && at + place <= Period && minutes + (transit + place) * (c.TransitBurn - 1) <= c.Fuel && (least is null || minutes < least))
                least = minutes;
        }
        return least;
    }
}
