using Overflight.Misb.Ts;
using Overflight.Testing;

namespace Overflight.Misb.Tests.Ts;

/// <summary>Reading allocates nothing for a packet or a unit.</summary>
public sealed class TsAllocationTests
{
    [Fact]
    [Trait("Category", "Recorded")]
    public void Once_its_buffers_are_there_reading_allocates_nothing()
    {
        var bytes = File.ReadAllBytes(Recorded.PathOf("video/osh_sample.ts"));
        var demuxer = new TsDemuxer(new Counter());
        // The second pass still begins where the first one broke off.
        demuxer.Write(bytes);
        demuxer.Write(bytes);
        var passes = 2;

        Assert.Equal(0, Allocation.Least(() =>
        {
            demuxer.Write(bytes);
            passes++;
        }));
        Assert.Equal(passes * 11_943, demuxer.Statistics.Packets);
    }

    private sealed class Counter : TsSink
    {
        private long _bytes;

        public override void OnKlv(in KlvAccessUnit unit) => _bytes += unit.Bytes.Length;

        public override void OnVideo(in VideoUnit unit) => _bytes += unit.Bytes.Length + unit.TimeStamps.Length;
    }
}
