using System.Security.Cryptography;
using CsCheck;
using Overflight.Mavlink.Framing;
using Overflight.Mavlink.Messages;
using Overflight.Mavlink.Signing;

namespace Overflight.Mavlink.Tests.Signing;

public sealed class SignatureTests : IDisposable
{
    private readonly ManualTime _time = new();
    private readonly SigningKey _key = new(Enumerable.Range(1, 32).Select(i => (byte)i).ToArray());

    public void Dispose() => _key.Dispose();

    [Fact]
    public void A_signature_is_the_start_of_the_hash_that_the_specification_defines()
    {
        var frame = Signed(new(_time), linkId: 9);
        var body = frame[..^6];
        var hash = SHA256.HashData([.. Enumerable.Range(1, 32).Select(i => (byte)i), .. body]);
        Assert.Equal(hash[..6], frame[^6..]);
        Assert.Equal(9, frame[^13]);
        // 10 us since 2015-01-01: 4 352 days and a half.
        Assert.Equal((4352UL * 86_400 + 43_200) * 100_000, BitConverter.ToUInt64([.. frame[^12..^6], 0, 0]));
    }

    [Fact]
    public void A_frame_is_let_through_once()
    {
        var checker = new SignatureChecker(_key, new(_time));
        var frame = Signed(new(_time));
        Assert.Equal(SignatureVerdict.Valid, Check(checker, frame));
        Assert.Equal(SignatureVerdict.Replayed, Check(checker, frame));
    }

    [Fact]
    public void Older_frames_of_a_stream_are_refused_but_other_streams_have_their_own_order()
    {
        var clock = new SigningClock(_time);
        var checker = new SignatureChecker(_key, new(_time));
        var first = Signed(clock);
        var second = Signed(clock);
        var otherLink = Signed(clock, linkId: 1);
        var otherComponent = Signed(clock, component: 2);
        Assert.Equal(SignatureVerdict.Valid, Check(checker, otherComponent));
        Assert.Equal(SignatureVerdict.Valid, Check(checker, otherLink));
        Assert.Equal(SignatureVerdict.Valid, Check(checker, second));
        Assert.Equal(SignatureVerdict.Replayed, Check(checker, first));
    }

    [Theory]
    [InlineData(59, SignatureVerdict.Valid)]
    [InlineData(61, SignatureVerdict.TooOld)]
    public void The_first_frame_of_a_stream_may_be_a_minute_behind(int seconds, SignatureVerdict verdict)
    {
        var frame = Signed(new(_time));
        _time.Move(TimeSpan.FromSeconds(seconds));
        Assert.Equal(verdict, Check(new(_key, new(_time)), frame));
    }

    [Fact]
    public void What_another_end_is_ahead_is_followed()
    {
        var ahead = new SigningClock(_time, SigningClock.FromTime(_time.GetUtcNow()) + 1000 * SigningClock.PerSecond);
        var own = new SigningClock(_time);
        Check(new(_key, own), Signed(ahead));
        Assert.True(own.Next() > SigningClock.FromTime(_time.GetUtcNow()) + 1000 * SigningClock.PerSecond);
    }

    [Fact]
    public void Any_change_to_a_signed_frame_is_seen() => Gen.Select(Gen.Int[0, 40], Gen.Byte[1, 255]).Sample((index, change) =>
    {
        var frame = Signed(new(_time));
        index %= frame.Length;
        frame[index] ^= change;
        var checker = new SignatureChecker(_key, new(_time));
        // Whatever the check value says: a change that keeps it right is caught by the hash alone.
        var view = new FrameView(frame, Heartbeat.Info);
        if (frame[0] == 0xFD && (frame[2] & 1) != 0 && frame[1] == 9)
            Assert.Equal(SignatureVerdict.Wrong, checker.Check(view));
    }, iter: 2_000);

    [Fact]
    public void Too_many_streams_are_refused_and_known_ones_go_on()
    {
        var clock = new SigningClock(_time);
        var checker = new SignatureChecker(_key, new(_time));
        for (var i = 0; i < SignatureChecker.MostStreams; i++)
            Assert.Equal(SignatureVerdict.Valid, Check(checker, Signed(clock, (byte)(i & 0xFF), (byte)(1 + (i >> 8)))));
        Assert.Equal(SignatureVerdict.TooManyStreams, Check(checker, Signed(clock, 0, 200)));
        Assert.Equal(SignatureVerdict.Valid, Check(checker, Signed(clock, 0, 1)));
    }

    [Fact]
    public void Timestamps_rise_with_a_clock_that_stands_still_and_one_that_goes_back()
    {
        var clock = new SigningClock(_time);
        var first = clock.Next();
        Assert.Equal(first + 1, clock.Next());
        _time.Move(TimeSpan.FromDays(-30));
        Assert.Equal(first + 2, clock.Next());
    }

    [Fact]
    public void What_is_kept_is_ahead_of_what_was_used_so_that_no_restart_uses_it_again()
    {
        var kept = new List<ulong>();
        var used = new List<ulong>();
        var clock = new SigningClock(_time, 0, kept.Add);
        for (var i = 0; i < 100; i++)
        {
            used.Add(clock.Next());
            Assert.True(kept[^1] > used[^1]);
            _time.Move(TimeSpan.FromSeconds(1));
        }
        Assert.InRange(kept.Count, 9, 12);

        // A crash, and a machine whose clock begins in 1970.
        _time.Move(TimeSpan.FromDays(-10_000));
        var after = new SigningClock(_time, kept[^1], kept.Add);
        Assert.True(after.Next() > used[^1]);
        Assert.True(kept[^1] > after.Now);
    }

    [Fact]
    public void A_key_has_32_bytes_not_all_zeros_and_never_shows_itself()
    {
        Assert.Throws<ArgumentException>(() => new SigningKey(new byte[31]));
        Assert.Throws<ArgumentException>(() => new SigningKey(new byte[32]));
        Assert.Equal("a signing key", _key.ToString());
        Assert.Equal(SHA256.HashData("secret"u8), SigningKey.FromPassphrase("secret").Secret.ToArray());
    }

    private byte[] Signed(SigningClock clock, byte linkId = 0, byte component = 1)
    {
        var frame = new byte[FrameWriter.LongestFrame];
        return frame[..FrameWriter.Write(new Heartbeat { CustomMode = 3 }, 0, 1, component, new FrameSigner(_key, clock, linkId), frame)];
    }

    private static SignatureVerdict Check(SignatureChecker checker, byte[] frame)
    {
        SignatureVerdict? verdict = null;
        new FrameParser(f => verdict = checker.Check(f)).PushDatagram(frame);
        return verdict!.Value;
    }
}
