using CsCheck;
using Overflight.Mavlink.Framing;
using Overflight.Mavlink.Messages;
using Overflight.Mavlink.Signing;

namespace Overflight.Mavlink.Tests.Framing;

/// <summary>Frames are found in any bytes, however they come.</summary>
public sealed class FrameParserTests
{
    private static readonly Gen<byte[]> s_frame = Gen.Select(Gen.Int[0, 4], Gen.Byte, Gen.Byte[1, 255], Gen.UInt, Gen.Bool).Select(MakeFrame);

    private static readonly Gen<byte[]> s_junk = Gen.OneOf(
        Gen.Byte.Array[0, 40],
        // Not cut inside its signature: no check value covers that, and such a frame takes bytes of the next one for it.
        s_frame.SelectMany(f => Gen.Int[1, f.Length - 1 - ((f[2] & 1) != 0 ? 13 : 0)].Select(n => f[..n])),
        s_frame.SelectMany(f => Gen.Select(Gen.Int[0, f.Length - 1], Gen.Byte[1, 255]).Select((i, x) =>
        {
            var broken = (byte[])f.Clone();
            broken[i] ^= x;
            return broken;
        })));

    private static readonly Gen<byte[]> s_bytes = Gen.OneOf(s_frame, s_junk).Array[1, 12].Select(parts => parts.SelectMany(p => p).ToArray());

    private static long Cases => Environment.GetEnvironmentVariable("OVERFLIGHT_LONG") == "1" ? 2_000_000 : 20_000;

    [Fact]
    public void Any_bytes_in_any_pieces_give_the_same_frames_and_counts() => Gen.Select(s_bytes, Gen.Int[1, 300].Array[1, 40]).Sample((bytes, pieces) =>
    {
        var whole = Parse(bytes, [bytes.Length]);
        var cut = Parse(bytes, pieces);
        Assert.Equal(whole.Frames, cut.Frames);
        Assert.Equal(whole.Counts, cut.Counts);
        var byByte = Parse(bytes, [1]);
        Assert.Equal(whole.Frames, byByte.Frames);
        Assert.Equal(whole.Counts, byByte.Counts);
    }, iter: Cases);

    [Fact]
    public void Behind_any_junk_frames_are_found_again_within_the_length_of_one() => Gen.Select(s_junk.Array[0, 5], s_frame).Sample((junk, frame) =>
    {
        // A false beginning may take so many bytes for its own, where chance makes its check value right; and what is still
        // waited for at the end is pushed out by what lies behind.
        byte[] bytes = [.. junk.SelectMany(j => j), .. Enumerable.Repeat(frame, 2 * FrameWriter.LongestFrame / frame.Length + 2).SelectMany(f => f), .. new byte[300]];
        var found = Parse(bytes, [bytes.Length]).Frames;
        Assert.Contains(Convert.ToHexString(frame), found);
    }, iter: Cases);

    [Fact]
    public void Every_byte_is_counted_once() => s_bytes.Sample(bytes =>
    {
        var length = 0L;
        var parser = new FrameParser(f => length += f.Bytes.Length);
        parser.PushDatagram(bytes);
        Assert.Equal(bytes.Length, parser.Counts.Bytes);
        if (parser.Counts is { UnknownMessage: 0, Incompatible: 0 })
            Assert.Equal(bytes.Length, length + parser.Counts.Junk);
    }, iter: Cases);

    [Fact]
    public void A_frame_with_any_bit_turned_is_never_let_through() => Gen.Select(s_frame, Gen.Int[8, int.MaxValue]).Sample((frame, bit) =>
    {
        // A signature is no part of what the check value covers. Another length or message is another value, and once in 65 536
        // times the right one; and so is what looks like a frame inside of this one.
        var covered = frame.Length - ((frame[2] & 1) != 0 ? 13 : 0);
        bit %= covered * 8;
        if (bit / 8 is 0 or 1 or 7 or 8 or 9)
            return;
        frame[bit / 8] ^= (byte)(1 << bit % 8);
        new FrameParser(f => Assert.False(f.Bytes[0] == 0xFD && f.Bytes[..Math.Min(covered, f.Bytes.Length)].SequenceEqual(frame.AsSpan(0, covered)), $"{f.Info} was let through")).PushDatagram(frame);
    }, iter: Cases);

    [Fact]
    public void Losses_are_counted_by_each_sender()
    {
        var watch = new SequenceWatch();
        foreach (var n in new byte[] { 254, 255, 0, 3 })
            watch.Saw(1, 1, n);
        watch.Saw(1, 2, 9);
        Assert.Equal((2L, 0L), (watch.Lost, watch.Late));
        watch.Saw(1, 1, 2);
        Assert.Equal((1L, 1L), (watch.Lost, watch.Late));
        watch.Saw(1, 1, 4);
        Assert.Equal((1L, 1L), (watch.Lost, watch.Late));
    }

    private static (string[] Frames, string Counts) Parse(byte[] bytes, int[] pieces)
    {
        var frames = new List<string>();
        var parser = new FrameParser(f => frames.Add(Convert.ToHexString(f.Bytes)));
        var at = 0;
        for (var i = 0; at < bytes.Length; i++)
        {
            var piece = Math.Min(pieces[i % pieces.Length], bytes.Length - at);
            parser.Push(bytes.AsSpan(at, piece));
            at += piece;
        }
        var c = parser.Counts;
        return ([.. frames], $"{c.Bytes} {c.Frames} {c.Version1} {c.BadChecksum} {c.UnknownMessage} {c.Incompatible} {c.Junk}");
    }

    private static byte[] MakeFrame(int kind, byte sequence, byte system, uint number, bool isSigned)
    {
        var signer = isSigned ? new FrameSigner(SigningKey.FromPassphrase("test"), new(TimeProvider.System), 1) : null;
        var frame = new byte[FrameWriter.LongestFrame];
        var length = kind switch
        {
            0 => FrameWriter.Write(new Heartbeat { CustomMode = number }, sequence, system, 1, signer, frame),
            1 => FrameWriter.Write(new CommandLong { Param1 = number, Param7 = 253, Command = MavCmd.NavLand }, sequence, system, 1, signer, frame),
            2 => FrameWriter.Write(new Statustext { Text = $"text {number}" }, sequence, system, 1, signer, frame),
            3 => FrameWriter.Write(new FileTransferProtocol { Payload = [.. BitConverter.GetBytes(number), 0xFD, 0xFE, 0xFD] }, sequence, system, 1, signer, frame),
            _ => FrameWriter.Write(new Ping { Seq = number, TimeUsec = 0xFDFDFDFDFEFEFEFE }, sequence, system, 1, signer, frame),
        };
        return frame[..length];
    }
}
