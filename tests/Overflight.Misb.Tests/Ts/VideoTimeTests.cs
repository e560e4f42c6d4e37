using CsCheck;
using Overflight.Misb.Ts;
using static Overflight.Misb.Tests.Ts.HandMade;

namespace Overflight.Misb.Tests.Ts;

/// <summary>MISB ST 0604 time stamps in H.264, H.265 and MPEG-2 video.</summary>
public sealed class VideoTimeTests
{
    private const string Micro = "4D4953506D6963726F73656374696D65";
    private const string MicroH265 = "A8687DD4D7593758A5CEF0338B6545F1";
    private const string NanoH265 = "CF848278EE23306C9265E8FEF22FB8B8";

    private static Collected Read(int type, string hex)
    {
        var made = new HandMade();
        made.Sections(0, Section(0, 1, 0, Programs((1, 4096))));
        made.Sections(4096, Section(2, 1, 0, Map(256, [], (type, 256, []))));
        made.Unit(256, PesPacket(0xE0, Convert.FromHexString(hex), 5, length: 0));
        return Collected.From(made.Bytes);
    }

    private static void IsStamp(MispTimeStamp stamp, ulong count, MispTimeUnit unit, byte status) => Assert.Equal((count, unit, status), (stamp.Count, stamp.Unit, stamp.Status));

    [Fact]
    public void Stamps_are_read_in_every_kind_of_video()
    {
        IsStamp(Read(0x1B, $"000000010910 00000001 06 05 1C {Micro} 1F 0004 FF C39D FF 51A8 FF AD55 80 00000001 41AA".Replace(" ", "")).Pictures[0].Stamps.Single(), 0x0004C39D51A8AD55, MispTimeUnit.Microseconds, 0x1F);
        IsStamp(Read(0x24, $"000001 4E01 05 1C {MicroH265} 9F 0004 FF 59F4 FF A6AA FF CCDD 80".Replace(" ", "")).Pictures[0].Stamps.Single(), 0x000459F4A6AACCDD, MispTimeUnit.Microseconds, 0x9F);
        IsStamp(Read(0x24, $"000001 5001 05 1C {NanoH265} 1F 1112 FF 1314 FF 1516 FF 1718 80".Replace(" ", "")).Pictures[0].Stamps.Single(), 0x1112131415161718, MispTimeUnit.Nanoseconds, 0x1F);
        IsStamp(Read(0x02, $"00000100FFFF 000001B2 {Micro} 1F 0004 FF C39D FF 51A8 FF AD55 000001 01AA".Replace(" ", "")).Pictures[0].Stamps.Single(), 0x0004C39D51A8AD55, MispTimeUnit.Microseconds, 0x1F);
    }

    [Fact]
    public void Other_messages_and_escaped_zeros_in_front_of_it_do_not_hide_it()
    {
        // Type 255 + 1, size 3 with an escaped zero; then the stamp, its status and first pair 0, escaped again.
        var read = Read(0x1B, $"000001 06 FF01 03 000003 01 05 1C {Micro} 000003 00 FF C39D FF 51A8 FF AD55 80 000001 41".Replace(" ", ""));

        IsStamp(read.Pictures[0].Stamps.Single(), 0x0000C39D51A8AD55, MispTimeUnit.Microseconds, 0x00);
        Assert.Empty(read.Faults);
    }

    [Theory]
    [InlineData("1F 0004 FE C39D FF 51A8 FF AD55 80", 0x1C)]
    [InlineData("1F 0004 FF C39D FF 51A8 FF 80", 0x1C)]
    [InlineData("1F 0004 FF C39D FF 51A8 FF 80", 0x1A)]
    public void A_stamp_that_breaks_its_form_is_told(string body, int size)
    {
        var read = Read(0x1B, $"000001 06 05 {size:X2} {Micro} {body} 000001 41AA".Replace(" ", ""));

        Assert.Empty(read.Pictures[0].Stamps);
        Assert.Equal(TsFaultKind.TimeStampMalformed, read.Faults.Single().Kind);
    }

    [Fact]
    public void An_endless_message_is_read_in_part()
    {
        var read = Read(0x1B, "00000106" + string.Concat(Enumerable.Repeat("04011A", 30_000)));

        Assert.Equal(TsFaultKind.LimitReached, read.Faults.Single().Kind);
        Assert.Equal(90_004, read.Pictures.Single().Bytes.Array.Length);
    }

    [Fact]
    public void Status_bits_are_those_of_st_0603()
    {
        var stamp = new MispTimeStamp(0, MispTimeUnit.Microseconds, 0x1F, 0);
        Assert.Equal((true, false, false), (stamp.IsLocked, stamp.IsDiscontinuity, stamp.IsReverse));
        stamp = stamp with { Status = 0xFF };
        Assert.Equal((false, true, true), (stamp.IsLocked, stamp.IsDiscontinuity, stamp.IsReverse));
    }

    [Fact]
    public void What_is_written_into_video_is_read_out_of_it_and_the_rest_stays()
    {
        // Counts with many zeros, so that escapes come about.
        var counts = Gen.OneOf(Gen.ULong, Gen.ULong[0, 4], Gen.Const(0x0100_0000_0300_0000ul));
        var kinds = Gen.OneOf(new[]
        {
            (0x1B, MispTimeUnit.Microseconds, "0000000109100000000168AA", "00000001658800"),
            (0x24, MispTimeUnit.Microseconds, "0000014601AA0000014401", "0000012601AA"),
            (0x24, MispTimeUnit.Nanoseconds, "00000001460150", "000000010201AA"),
            (0x02, MispTimeUnit.Microseconds, "00000100FFFFFFFF000001B5AAAA", "00000101AABB"),
        }.Select(Gen.Const).ToArray());
        Gen.Select(counts, Gen.Byte, kinds).Sample((count, status, kind) =>
        {
            var (type, unit, front, back) = kind;
            using var output = new MemoryStream();
            var muxer = new TsMuxer(output, [new TsProgram(1, 100, 101, 0, default, [TsStreamInfo.Video(101, (byte)type)], 0)]);
            muxer.WriteVideo(101, Convert.FromHexString(front + back), 90_000, stamp: new MispTimeStamp(count, unit, status, 0));
            var picture = Collected.From(output.ToArray()).Pictures.Single();
            var text = Convert.ToHexString(picture.Bytes.Array);
            var stamp = picture.Stamps.Single();
            Assert.Equal((count, unit, status), (stamp.Count, stamp.Unit, stamp.Status));
            Assert.StartsWith(front, text);
            Assert.EndsWith(back, text);
            // Only start codes begin with two zero bytes; an escape is 00 00 03.
            if (type != 0x02)
                Assert.DoesNotContain("000000", text[(front.Length + 8)..^back.Length]);
        }, iter: 300);
    }
}
