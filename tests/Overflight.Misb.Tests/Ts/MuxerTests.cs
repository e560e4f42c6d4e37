using CsCheck;
using Overflight.Misb.Ts;

namespace Overflight.Misb.Tests.Ts;

/// <summary>What is written is what MISB ST 1402 asks for, and is read as it was given.</summary>
public sealed class MuxerTests
{
    private static readonly TsProgram s_program = new(1, 100, 101, 0, default, [TsStreamInfo.Video(101, 0x1B), TsStreamInfo.SynchronousKlv(102), TsStreamInfo.AsynchronousKlv(103)], 0);

    private static byte[] Written(Action<TsMuxer> write, params TsProgram[] programs)
    {
        using var output = new MemoryStream();
        write(new TsMuxer(output, programs.Length == 0 ? [s_program] : programs));
        return output.ToArray();
    }

    [Fact]
    public void Descriptors_are_those_of_st_1402()
    {
        Assert.Equal("05044B4C5641", Convert.ToHexString(TsStreamInfo.AsynchronousKlv(103).Descriptors.Span));
        Assert.Equal("26090100FF4B4C5641000F", Convert.ToHexString(TsStreamInfo.SynchronousKlv(102).Descriptors.Span)[..22]);
        Assert.Equal("2709C009C4C00040C00000", Convert.ToHexString(TsStreamInfo.SynchronousKlv(102).Descriptors.Span)[22..]);
    }

    [Fact]
    public void Units_of_every_length_come_out_as_they_went_in()
    {
        var lengths = Gen.OneOf(Gen.Int[1, 400], Gen.Int[65_000, 66_000], Gen.Int[131_000, 132_000]);
        Gen.Select(lengths, Gen.Int[1, 65_532], lengths, Gen.Long[0, (1L << 33) - 1], Gen.Bool).Sample((video, asynchronous, synchronous, time, isRandomAccess) =>
        {
            byte[] Bytes(int length) => [.. Enumerable.Range(0, length).Select(i => (byte)(i * i + length))];
            var read = Collected.From(Written(m =>
            {
                for (var i = 0; i < 3; i++)
                {
                    m.WriteKlv(102, Bytes(synchronous + i), time + 3000 * i);
                    m.WriteKlv(103, Bytes(asynchronous), null);
                    m.WriteVideo(101, Bytes(video), time + 3000 * i + 9, time + 3000 * i, isRandomAccess);
                }
            }));
            long Wrapped(long ticks) => ticks & (1L << 33) - 1;
            Assert.Empty(read.Faults);
            Assert.All(read.Pictures, p => Assert.Equal(Bytes(video), p.Bytes.Array));
            Assert.Equal(Enumerable.Range(0, 3).Select(i => ((long?)Wrapped(time + 3000 * i + 9), (long?)Wrapped(time + 3000 * i), isRandomAccess)), read.Pictures.Select(p => (p.Pts, p.Dts, p.IsRandomAccess)));
            var cells = read.Units.Where(u => u.Pid == 102).ToArray();
            Assert.Equal(Enumerable.Range(0, 3).Select(i => new Collected.Bytes(Bytes(synchronous + i))), cells.Select(u => u.Bytes));
            Assert.Equal(Enumerable.Range(0, 3).Select(i => (long?)Wrapped(time + 3000 * i)), cells.Select(u => u.Pts));
            Assert.All(cells, u => Assert.Equal((0xFC, 0x15, KlvCarriage.Synchronous), (u.StreamId, u.StreamType, u.Carriage)));
            Assert.All(read.Units.Where(u => u.Pid == 103), u => Assert.Equal((0xBD, 0x06, null, new Collected.Bytes(Bytes(asynchronous))), (u.StreamId, u.StreamType, u.Pts, u.Bytes)));
            Assert.Equal(6, read.Units.Count);
        }, iter: 60);
    }

    [Fact]
    public void The_clock_comes_often_enough_and_runs_before_the_times()
    {
        // A picture every two seconds, over the wrap.
        var read = Collected.From(Written(m =>
        {
            for (var i = 0; i < 5; i++)
                m.WriteVideo(101, [1, 2, 3], (1L << 33) - 300_000 + 180_000 * i & (1L << 33) - 1);
        }));

        Assert.Empty(read.Faults);
        Assert.Equal(5, read.Pictures.Count);
        Assert.True(read.Clocks.Count > 80, $"{read.Clocks.Count} clock references");
        foreach (var picture in read.Pictures)
            Assert.Equal(picture.Pts!.Value, (read.Clocks.Last(c => c.Offset <= picture.Offset).Ticks / 300 + 63_000) & (1L << 33) - 1);
        Assert.Contains(read.Programs, p => p.ClockPid == 101);
    }

    [Fact]
    public void A_new_time_line_is_declared()
    {
        var read = Collected.From(Written(m =>
        {
            m.WriteVideo(101, [1], 9_000_000);
            m.WriteVideo(101, [2], 90_000);
            m.WriteVideo(101, [3], 90_000_000);
        }));

        Assert.Equal([false, true, true], read.Clocks.Select(c => c.IsDiscontinuity));
        Assert.Empty(read.Faults);
    }

    [Fact]
    public void Tables_come_every_100_ms_and_before_pictures_to_begin_with()
    {
        var bytes = Written(m =>
        {
            for (var i = 0; i < 90; i++)
                m.WriteVideo(101, [(byte)i], 90_000 + 3000 * i, isRandomAccess: i % 30 == 1);
        });
        var read = Collected.From(bytes);

        // Three seconds at least ten a second, and three more for the pictures.
        Assert.InRange(read.Statistics.PacketsOf(0), 23, 33);
        Assert.Equal(read.Statistics.PacketsOf(0), read.Statistics.PacketsOf(100));
        foreach (var picture in read.Pictures.Where(p => p.IsRandomAccess))
            Assert.Equal((0x40, 100), (bytes[picture.Offset - 187] & 0x40, bytes[picture.Offset - 186]));
    }

    [Fact]
    public void Several_programmes_are_written_each_with_its_clock()
    {
        var other = new TsProgram(2, 200, 201, 3, new byte[] { 0x80, 1, 2 }, [TsStreamInfo.SynchronousKlv(201)], 0);
        var read = Collected.From(Written(m =>
        {
            m.WriteVideo(101, [1], 1000);
            m.WriteKlv(201, [6, 14], 2000);
        }, s_program, other));

        Assert.Equal([(1, 100, 101, 0), (2, 200, 201, 3)], read.Programs.Select(p => (p.Number, p.MapPid, p.ClockPid, p.Version)));
        Assert.Equal([101, 201], read.Clocks.Select(c => c.Pid));
        Assert.Equal(new byte[] { 0x80, 1, 2 }, read.Programs[1].Descriptors.ToArray());
        Assert.Empty(read.Faults);
    }

    [Fact]
    public void What_cannot_be_written_is_refused()
    {
        Written(m =>
        {
            Assert.Throws<ArgumentException>(() => m.WriteVideo(102, [1], 0));
            Assert.Throws<ArgumentException>(() => m.WriteVideo(101, [], 0));
            Assert.Throws<ArgumentException>(() => m.WriteKlv(101, [1], 0));
            Assert.Throws<ArgumentException>(() => m.WriteKlv(102, [1], null));
            Assert.Throws<ArgumentException>(() => m.WriteKlv(103, new byte[65_533], null));
            Assert.Throws<ArgumentException>(() => m.WriteVideo(101, [0, 0, 1, 9], 0, stamp: new MispTimeStamp(1, MispTimeUnit.Microseconds, 0x1F, 0)));
            Assert.Throws<ArgumentException>(() => m.WriteVideo(101, [0, 0, 1, 0x65, 1], 0, stamp: new MispTimeStamp(1, MispTimeUnit.Nanoseconds, 0x1F, 0)));
        });
        Assert.Throws<ArgumentException>(() => Written(_ => { }, s_program, s_program));
        Assert.Throws<ArgumentException>(() => Written(_ => { }, s_program with { MapPid = 101 }));
        Assert.Throws<ArgumentException>(() => Written(_ => { }, s_program with { MapPid = 5 }));
        Assert.Throws<ArgumentException>(() => Written(_ => { }, s_program with { Descriptors = new byte[1020] }));
    }
}
