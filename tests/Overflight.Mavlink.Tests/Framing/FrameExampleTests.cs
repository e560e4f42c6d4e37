using Overflight.Mavlink.Framing;
using Overflight.Mavlink.Messages;

namespace Overflight.Mavlink.Tests.Framing;

/// <summary>Frames byte by byte.</summary>
public sealed class FrameExampleTests
{
    [Fact]
    public void A_frame_is_laid_out_as_the_specification_says()
    {
        var frame = new byte[FrameWriter.LongestFrame];
        var length = FrameWriter.Write(new Heartbeat { Type = MavType.Quadrotor, Autopilot = MavAutopilot.Px4, BaseMode = MavModeFlag.SafetyArmed, CustomMode = 0x01020304, SystemStatus = MavState.Active }, 5, 1, 1, null, frame);

        Assert.Equal("FD090000050101000000" + "04030201020C800403", Convert.ToHexString(frame, 0, 19));
        Assert.Equal(21, length);
        // The check value by the definition: bytes behind the magic one, then the extra byte.
        Assert.Equal(SlowCrc([.. frame[1..19], 50]), frame[19] | frame[20] << 8);
    }

    [Fact]
    public void The_check_value_is_that_of_the_catalogue()
    {
        // CRC-16/MCRF4XX of "123456789" is 0x6F91.
        Assert.Equal(0x6F91, Crc.Of("12345678"u8, (byte)'9'));
    }

    [Fact]
    public void Zeros_at_the_end_are_left_away_but_for_one_byte()
    {
        var frame = new byte[FrameWriter.LongestFrame];
        Assert.Equal(10 + 1 + 2, FrameWriter.Write(new MissionRequestList(), 0, 1, 1, null, frame));
        Assert.Equal(1, frame[1]);
    }

    [Fact]
    public void A_frame_of_MAVLink_1_is_read_unless_it_is_not_wanted()
    {
        byte[] frame = [0xFE, 9, 5, 1, 1, 0, 4, 3, 2, 1, 2, 12, 128, 4, 3, 0, 0];
        var crc = Crc.Of(frame.AsSpan(1, 14), 50);
        (frame[15], frame[16]) = ((byte)crc, (byte)(crc >> 8));
        var read = 0;
        var parser = new FrameParser(f =>
        {
            read++;
            Assert.True(f.IsVersion1);
            Assert.Equal(0x01020304u, f.Read<Heartbeat>().CustomMode);
            Assert.Equal((5, 1, 1, false), ((int)f.Sequence, (int)f.SystemId, (int)f.ComponentId, f.IsSigned));
        });
        parser.Push(frame);
        Assert.Equal(1, read);

        var strict = new FrameParser(_ => read++, acceptVersion1: false);
        strict.Push(frame);
        Assert.Equal((1, 1L, 0L), (read, strict.Counts.Version1, strict.Counts.Frames));
    }

    [Fact]
    public void Frames_with_unknown_incompatibility_flags_are_dropped_and_the_next_one_is_read()
    {
        var frame = new byte[FrameWriter.LongestFrame];
        var length = FrameWriter.Write(new Ping { Seq = 1 }, 0, 1, 1, null, frame);
        var odd = frame[..length];
        odd[2] = 0x02;
        var crc = Crc.Of(odd.AsSpan(1, length - 3), Ping.Info.CrcExtra);
        (odd[^2], odd[^1]) = ((byte)crc, (byte)(crc >> 8));
        var read = 0;
        var parser = new FrameParser(_ => read++);
        parser.Push([.. odd, .. frame[..length]]);
        Assert.Equal((1, 1L), (read, parser.Counts.Incompatible));
    }

    [Fact]
    public void Messages_that_are_not_known_are_passed_over_and_counted()
    {
        var frame = new byte[FrameWriter.LongestFrame];
        var length = FrameWriter.Write(new Ping { Seq = 1 }, 0, 1, 1, null, frame);
        var unknown = frame[..length];
        unknown[7] = 0xFF;
        unknown[8] = 0xFF;
        var read = 0;
        var parser = new FrameParser(_ => read++);
        parser.Push([.. unknown, .. frame[..length]]);
        parser.PushDatagram(unknown);
        Assert.Equal((1, 2L), (read, parser.Counts.UnknownMessage));
    }

    private static int SlowCrc(byte[] bytes)
    {
        var crc = 0xFFFF;
        foreach (var b in bytes)
        {
            // As the MAVLink guide writes it.
            var tmp = (byte)(b ^ (byte)(crc & 0xFF));
            tmp ^= (byte)(tmp << 4);
            crc = crc >> 8 ^ tmp << 8 ^ tmp << 3 ^ tmp >> 4;
            crc &= 0xFFFF;
        }
        return crc;
    }
}
