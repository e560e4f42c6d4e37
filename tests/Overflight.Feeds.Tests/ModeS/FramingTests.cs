using System.Text;
using CsCheck;
using Overflight.Feeds.ModeS;
using Overflight.Tracks;

namespace Overflight.Feeds.Tests.ModeS;

public sealed class FramingTests
{
    private static readonly Gen<ModeSFrame> s_frames =
        Gen.OneOf(Gen.Byte.Array[2], Gen.Byte.Array[7], Gen.Byte.Array[14]).Select(bytes => ModeSFrame.Of(bytes));

    /// <summary>Half the bytes are escapes: the worst that the framing can meet.</summary>
    private static readonly Gen<ModeSFrame> s_escaped =
        Gen.OneOf(Gen.Const(2), Gen.Const(7), Gen.Const(14))
            .SelectMany(n => Gen.OneOf(Gen.Const((byte)0x1A), Gen.Byte, Gen.Const((byte)'3')).Array[n])
            .Select(bytes => ModeSFrame.Of(bytes));

    private static readonly UtcInstant s_start = UtcInstant.FromUnixSeconds(1_717_664_319);

    [Fact]
    public void Beast_recordings_come_back_whatever_the_bytes_and_the_pieces() =>
        Gen.Select(Gen.OneOf(s_frames, s_escaped).Array[3, 60], Gen.Int[1, 50]).Sample((frames, piece) =>
        {
            var bytes = frames.SelectMany((f, i) => BeastText.Record(f, 12_000_000L * (i + 26))).ToArray();
            var (read, report) = Read(bytes, new ModeSOptions { Start = s_start }, piece);
            return report.IsComplete && read.Select(r => r.Frame).SequenceEqual(frames)
                && read.Select(r => r.TimeMicroseconds).SequenceEqual(frames.Select((_, i) => s_start.Microseconds + i * 1_000_000L))
                && read.All(r => bytes[r.Offset] == 0x1A && r.SignalLevel == 90);
        }, iter: 2_000);

    [Fact]
    public void Damage_is_placed_and_what_follows_is_read()
    {
        var record = BeastText.Record(Hex.Frame("8D4840D6202CC371C32CE0576098"), 26_000_000);
        byte[] bytes = [.. record, 1, 2, 3, 4, .. record, .. record[..9], .. record, 0x1A, 0x77, 9, 9, .. record, 0x1A, 0x1A, .. record, .. record[..5]];

        var (read, report) = Read(bytes, new ModeSOptions());

        Assert.Equal(5, read.Count);
        Assert.False(report.IsComplete);
        Assert.Equal((4L, 1L), (report.RejectedByKind["malformed"], report.RejectedByKind["truncated"]));
        Assert.Equal([record.Length, 2 * record.Length + 4, 3 * record.Length + 13, 4 * record.Length + 17, bytes.Length - 5], report.Problems.Select(p => (int)p.Offset));
        Assert.Equal([1L, 2, 3, 4, 5], report.Problems.Select(p => p.Record));
        Assert.StartsWith("4 byte(s)", report.Problems[0].Message);
    }

    [Fact]
    public void A_recording_that_starts_within_a_record_is_recognised()
    {
        var record = BeastText.Record(Hex.Frame("8D4840D6202CC371C32CE0576098"), 26_000_000);
        var (read, report) = Read([.. record[7..], .. record, .. record, .. record], new ModeSOptions());
        Assert.Equal(3, read.Count);
        Assert.Equal(TrackFormat.Beast, report.Format);
        Assert.Equal(0, report.Problems.Single().Offset);
    }

    [Fact]
    public void Records_without_a_message_are_passed_over()
    {
        var record = BeastText.Record(Hex.Frame("8D4840D6202CC371C32CE0576098"), 26_000_000);
        byte[] bytes = [.. BeastText.Record((byte)'4', new byte[21]), .. record, .. BeastText.Record(0xE3, [1, 0x1A, 3, 4, 5, 6, 7, 0x1A]), .. record, .. BeastText.Record((byte)'5', new byte[21])];
        foreach (var piece in new[] { 1, 3, 1000 })
        {
            var (read, report) = Read(bytes, new ModeSOptions(), piece);
            Assert.Equal((2, true, 3L), (read.Count, report.IsComplete, report.RejectedByKind["no-message"]));
        }
    }

    [Fact]
    public void Time_records_give_the_time_of_the_next_message_and_the_clock_goes_on_from_there()
    {
        var frame = Hex.Frame("8D4840D6202CC371C32CE0576098");
        const long Start = 1_717_664_319_147;
        byte[] bytes = [.. BeastText.Time(Start), .. BeastText.Record(frame, 12_000_000), .. BeastText.Record(frame, 12_600_000), .. BeastText.Time(0x1A1A1A1A1A1), .. BeastText.Record(frame, 13_000_000)];

        var (read, report) = Read(bytes, new ModeSOptions());

        Assert.Equal([Start * 1000, Start * 1000 + 50_000, 0x1A1A1A1A1A1L * 1000], read.Select(r => r.TimeMicroseconds));
        Assert.True(report.IsComplete);
        Assert.Empty(report.Notes);
    }

    [Fact]
    public void A_clock_without_a_date_counts_from_1970_and_says_what_is_missing()
    {
        var record = BeastText.Record(Hex.Frame("8D4840D6202CC371C32CE0576098"), 26_000_000);
        var (read, report) = Read(record, new ModeSOptions());
        Assert.Equal(26_000_000 / 12, Assert.Single(read).TimeMicroseconds);
        Assert.Contains("--start", Assert.Single(report.Notes));
    }

    [Fact]
    public void A_GPS_clock_is_told_from_one_of_12_MHz_and_passes_midnight()
    {
        var frame = Hex.Frame("8D4840D6202CC371C32CE0576098");
        var bytes = Enumerable.Range(0, 40).SelectMany(i => BeastText.Record(frame, BeastText.Gps((86_390 + i / 2) % 86_400, i % 2 * 500_000_000 + 1_000))).ToArray();

        var (read, report) = Read(bytes, new ModeSOptions { Start = UtcInstant.From(new DateTimeOffset(2024, 6, 6, 23, 0, 0, TimeSpan.Zero)) });

        Assert.Equal("2024-06-06T23:59:50.000Z", new UtcInstant(read[0].TimeMicroseconds).ToString());
        Assert.All(Enumerable.Range(1, 39), i => Assert.Equal(500_000, read[i].TimeMicroseconds - read[i - 1].TimeMicroseconds));
        Assert.Contains(report.Notes, n => n.Contains("GPS", StringComparison.Ordinal));

        // Two minutes of a 12 MHz clock: read as GPS its nanoseconds would pass 10^9.
        var ticking = Enumerable.Range(0, 1_200).SelectMany(i => BeastText.Record(frame, 1_200_000L * i + 5)).ToArray();
        Assert.DoesNotContain(Read(ticking, new ModeSOptions()).Report.Notes, n => n.Contains("GPS time", StringComparison.Ordinal));
    }

    [Fact]
    public void A_receiver_that_starts_anew_does_not_turn_time_back()
    {
        var frame = Hex.Frame("8D4840D6202CC371C32CE0576098");
        var bytes = new[] { 1_000_000_000L, 1_012_000_000, 12_000_000, 24_000_000 }.SelectMany(t => BeastText.Record(frame, t)).ToArray();
        var (read, report) = Read(bytes, new ModeSOptions { Start = s_start });
        Assert.Equal([0L, 1_000_000, 1_000_000, 2_000_000], read.Select(r => r.TimeMicroseconds - s_start.Microseconds));
        Assert.Contains("went back 1 time", Assert.Single(report.Notes));
    }

    [Fact]
    public void Positions_from_multilateration_are_named_so()
    {
        var frames = Enumerable.Range(0, 6).Select(i => Hex.Squitter(0x4840D6, CprCoding.Message(11, 52, 4, i % 2 == 1), 0x92)).ToArray();
        var bytes = BeastText.Record(Hex.Frame("8D4840D6202CC371C32CE0576098"), 12_000_000).Concat(frames.SelectMany(f => BeastText.Record(f, 0xFF00_4D4C_4154))).ToArray();
        var track = Reading.Of(bytes, new ReadOptions { ModeS = new ModeSOptions { Start = s_start } }).Tracks.Single(t => t.Count > 0);
        Assert.Equal(FixSource.Mlat, track[0].Source);
    }

    [Fact]
    public void Avr_text_comes_back_in_all_its_forms()
    {
        const string Text = "*8D4840D6202CC371C32CE0576098;\r\n@0000018CBA808D4840D6202CC371C32CE0576098;\n<00000325AA0055 02E18CA8F1D2ED;\n<00000325AA005502E18CA8F1D2ED;*1234;\nsome rubbish here\n*02E18CA8F1D2ED;";
        var (read, report) = Read(Encoding.ASCII.GetBytes(Text), new ModeSOptions { Start = s_start });

        Assert.Equal(TrackFormat.Avr, report.Format);
        Assert.Equal(["8d4840d6202cc371c32ce0576098", "8d4840d6202cc371c32ce0576098", "02e18ca8f1d2ed", "1234", "02e18ca8f1d2ed"], read.Select(r => r.Frame.ToString()));
        Assert.Equal([false, true, true, false, false], read.Select(r => r.HasTime));
        Assert.Equal([-1, -1, 0x55, -1, -1], read.Select(r => (int)r.SignalLevel));
        Assert.Equal(0x325AA00 / 12 - 0x18CBA80 / 12, read[2].TimeMicroseconds - read[1].TimeMicroseconds);
        Assert.Equal(2, report.RejectedByKind["malformed"]);
        Assert.Contains(report.Notes, n => n.Contains("without a time", StringComparison.Ordinal));
    }

    [Fact]
    public void Lines_come_back_and_each_bad_one_is_named()
    {
        const string Text = """
            {"timestamp":1717664319.147975,"frame":"8d4840d6202cc371c32ce0576098","bds":{"a":[1,2]}}

            {"time":"2024-06-06T08:58:39.147975Z","raw":"02E18CA8F1D2ED","icao":null}
            {"timestamp":1717664319.2,"frame":"8d48"
            {"timestamp":1717664319.2,"frame":"8d484"}
            {"timestamp":17,"frame":"02E18CA8F1D2ED"}
            {"timestamp":5e30,"frame":"02E18CA8F1D2ED"}
            {"timestamp":1717664319.2}
            {"frame":"1234"}
            """;
        foreach (var piece in new[] { 1, 7, 10_000 })
        {
            var (read, report) = Read(Encoding.ASCII.GetBytes(Text), new ModeSOptions(), piece);
            Assert.Equal(TrackFormat.ModeSLines, report.Format);
            Assert.Equal([14, 7, 7, 2], read.Select(r => r.Frame.Length));
            Assert.Equal([true, true, false, false], read.Select(r => r.HasTime));
            Assert.Equal(read[0].TimeMicroseconds, read[1].TimeMicroseconds);
            Assert.Equal((2L, 1L, 1L), (report.RejectedByKind["malformed"], report.RejectedByKind["time-out-of-range"], report.RejectedByKind["no-message"]));
        }
    }

    [Fact]
    public void Tables_with_positions_are_still_tables()
    {
        var report = Reading.Of("{\"timestamp\":1717664319,\"icao24\":\"4840d6\",\"latitude\":52.1,\"longitude\":4.1}\n").Report;
        Assert.Equal(TrackFormat.JsonLines, report.Format);
        Assert.Equal(1, report.FixesRead);
    }

    private static (List<RawFrame> Frames, ReadReport Report) Read(byte[] bytes, ModeSOptions options, int piece = 1 << 20)
    {
        var frames = new List<RawFrame>();
        using var stream = new PieceStream(bytes, piece);
        var report = ModeSFile.Decode(stream, "test", new ReadOptions { ModeS = options }, (in DecodedMessage message) => frames.Add(message.Raw));
        return (frames, report);
    }
}
