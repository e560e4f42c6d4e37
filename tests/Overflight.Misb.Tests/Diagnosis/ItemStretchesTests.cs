using Overflight.Misb.Diagnosis.Checks;
using Overflight.Misb.Sets;
using Overflight.Misb.Sets.St0902;

namespace Overflight.Misb.Tests.Diagnosis;

public class ItemStretchesTests
{
    [Fact]
    public void Of_an_empty_stream_every_item_is_missing()
    {
        Assert.Equal(30, MinimumSet.Items.Count);
        Assert.Equal(MinimumSet.Items.Select(i => (i.Tags[0], i.NestedTag, i.Name)), MinimumSet.Missing([]).Select(m => (m.Tag, m.NestedTag, m.Name)));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(128)]
    [InlineData(129)]
    [InlineData(100_000)]
    public void An_item_that_comes_once_is_not_lost(int packets)
    {
        var stretches = new ItemStretches();
        for (var i = 0; i < packets; i++)
            stretches.Take(i == packets / 2 ? [KlvNode.Of(10, "A"), KlvNode.Of(104, 5.0)] : [KlvNode.Of(10, "A")]);

        Assert.InRange(stretches.Found.Count, 1, 128);
        Assert.Equal(packets, stretches.Found.Sum(s => s.Packets));
        Assert.Equal(packets, Sum(stretches, 10));
        // Tag 104 stands for tag 15.
        Assert.Equal(1, Sum(stretches, 15));
        Assert.Equal(0, Sum(stretches, 94));
    }

    private static long Sum(ItemStretches stretches, ulong tag)
    {
        var index = MinimumSet.Items.ToList().FindIndex(i => i.Tags[0] == tag && i.NestedTag is null);
        return stretches.Found.Sum(s => s.With[index]);
    }
}
