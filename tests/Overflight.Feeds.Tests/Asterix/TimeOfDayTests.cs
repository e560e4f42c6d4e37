using CsCheck;
using Overflight.Feeds.Asterix;

namespace Overflight.Feeds.Tests.Asterix;

public sealed class TimeOfDayTests
{
    private const long Second = 1_000_000;
    private const long Day = 86_400 * Second;

    [Fact]
    public void Midnight_passes_on_the_clock_of_the_reports_and_back()
    {
        var clock = new TimeOfDayClock(new DateOnly(1970, 1, 3));
        Assert.Equal(3 * Day - Second, clock.Resolve(Day - Second, null));
        Assert.False(clock.PassedMidnight);
        Assert.Equal(3 * Day + 2 * Second, clock.Resolve(2 * Second, null));
        Assert.True(clock.PassedMidnight);
        // A report that was sent late.
        Assert.Equal(3 * Day - 2 * Second, clock.Resolve(Day - 2 * Second, null));
        Assert.Equal(3 * Day + 3 * Second, clock.Resolve(3 * Second, null));
        Assert.False(clock.IsUndated);
    }

    [Fact]
    public void One_wrong_time_does_not_move_the_date()
    {
        var clock = new TimeOfDayClock(null);
        clock.Resolve(3 * 3600 * Second, null);
        clock.Resolve(20 * 3600 * Second, null);
        Assert.Equal(3 * 3600 * Second + Second, clock.Resolve((3 * 3600 + 1) * Second, null));
        Assert.True(clock.IsUndated);
    }

    [Fact]
    public void The_date_of_reception_is_that_which_lies_nearest() =>
        Gen.Select(Gen.Long[0, 100 * Day], Gen.Long[-Day / 2 + 1, Day / 2 - 1]).Sample((instant, delay) =>
            new TimeOfDayClock(null).Resolve(instant % Day, instant + delay) == instant);

    [Fact]
    public void A_clock_that_only_goes_on_is_followed_over_many_days() =>
        Gen.Long[1, Day / 2 - 1].Array[1, 40].Sample(steps =>
        {
            var clock = new TimeOfDayClock(null);
            long instant = 5 * Second;
            clock.Resolve(instant, null);
            foreach (var step in steps)
            {
                instant += step;
                if (clock.Resolve(instant % Day, null) != instant)
                    return false;
            }
            return true;
        });
}
