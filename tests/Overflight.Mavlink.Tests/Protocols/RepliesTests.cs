using Overflight.Mavlink.Protocols;

namespace Overflight.Mavlink.Tests.Protocols;

public sealed class RepliesTests
{
    [Fact]
    public async Task A_timeout_that_rings_late_harms_nobody()
    {
        // It ended the process once: a timer that rang while the wait that it was for had just ended.
        using var replies = new Replies<int>(TimeProvider.System);
        for (var i = 0; i < 2_000; i++)
        {
            var wait = replies.NextAsync(TimeSpan.FromTicks(TimeSpan.TicksPerMillisecond), default);
            if (i % 2 == 0)
                replies.Add(i);
            var (came, reply) = await wait;
            Assert.True(!came || reply % 2 == 0);
        }
    }
}
