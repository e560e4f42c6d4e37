using System.Buffers.Binary;
using System.Diagnostics;
using System.Globalization;
using System.IO.Compression;
using System.Text.Json;
using Overflight.Feeds;
using Overflight.Feeds.ModeS;

namespace Overflight.Benchmarks;

/// <summary>
/// The recorded 71,939 frames as a Beast recording with 12 MHz clock, over and over with the clock going on; decoded to the last
/// field that the state needs, and once more with every message written as JSON. The peer gets the same bytes.
/// </summary>
internal static class DecodeBenchmark
{
    private const int Repeats = 40;
    private const int Runs = 5;

    public static void Run(string recording, string work)
    {
        var beast = Path.Combine(work, "decode.beast");
        var messages = Repeats * WriteBeast(recording, beast);
        var bytes = File.ReadAllBytes(beast);
        var placed = 0L;
        var decode = Timing.MedianCpuSeconds(Runs, () => placed = Decode(bytes, null));
        using var sink = new CountingStream();
        using var json = new Utf8JsonWriter(sink, new JsonWriterOptions { SkipValidation = true });
        var written = Timing.MedianCpuSeconds(3, () => Decode(bytes, json));
        // What one pass allocates whatever its length (buffers, tables) is taken off by reading twice as much.
        var once = Allocated(() => Decode(bytes, null));
        byte[] twice = [.. bytes, .. bytes];
        var perMessage = (double)(Allocated(() => Decode(twice, null)) - once) / messages;
        Console.WriteLine();
        Console.WriteLine($"Decode, {messages:N0} messages of a Beast recording ({bytes.Length / 1e6:0} MB), {placed:N0} positions");
        Console.WriteLine();
        Console.WriteLine("| | messages per CPU second | ratio to the peer | bytes allocated a message |");
        Console.WriteLine("|---|---:|---:|---:|");
        var peer = Peer(beast);
        Row("framing, parity, state, positions, Comm-B registers", decode, perMessage.ToString("0.000", CultureInfo.InvariantCulture));
        Row("the same, every message written as JSON", written, "");
        if (peer is { } seconds)
            Row("dump1090-mutability, network input", seconds, "");

        void Row(string what, double cpuSeconds, string allocated) => Console.WriteLine(
            $"| {what} | {Timing.Rate(messages, cpuSeconds)} | {(peer is { } p ? (p / cpuSeconds).ToString("0.00", CultureInfo.InvariantCulture) : "-")} | {allocated} |");
    }

    private static long Decode(byte[] bytes, Utf8JsonWriter? json)
    {
        var positions = 0L;
        using var stream = new MemoryStream(bytes);
        ModeSFile.Decode(stream, "bench", new ReadOptions { ComputeHash = false }, (in DecodedMessage message) =>
        {
            if (message.HasPosition)
                positions++;
            if (json is null)
                return;
            MessageJson.Write(json, message);
            json.Flush();
            json.Reset();
        });
        return positions;
    }

    private static long Allocated(Action work)
    {
        work();
        var before = GC.GetAllocatedBytesForCurrentThread();
        work();
        return GC.GetAllocatedBytesForCurrentThread() - before;
    }

    private static long WriteBeast(string recording, string path)
    {
        var frames = new List<(double Time, byte[] Bytes)>();
        using (var reader = new StreamReader(new GZipStream(File.OpenRead(recording), CompressionMode.Decompress)))
            while (reader.ReadLine() is { } line)
            {
                var json = JsonElement.Parse(line);
                frames.Add((json.GetProperty("timestamp").GetDouble(), Convert.FromHexString(json.GetProperty("frame").GetString()!)));
            }
        var (start, span) = (frames[0].Time, frames[^1].Time - frames[0].Time + 60);
        using var beast = new BufferedStream(File.Create(path), 1 << 20);
        for (var repeat = 0; repeat < Repeats; repeat++)
            foreach (var (time, bytes) in frames)
                WriteRecord(beast, (ulong)((time - start + repeat * span + 1) * 12e6), bytes);
        return frames.Count;
    }

    private static void WriteRecord(Stream beast, ulong ticks, byte[] message)
    {
        Span<byte> record = stackalloc byte[8 + 1 + ModeSFrame.LongLength];
        BinaryPrimitives.WriteUInt64BigEndian(record, ticks << 16);
        record[6] = 100;
        message.CopyTo(record[7..]);
        beast.WriteByte(0x1A);
        beast.WriteByte((byte)(message.Length == ModeSFrame.LongLength ? '3' : '2'));
        foreach (var b in record[..(7 + message.Length)])
        {
            beast.WriteByte(b);
            if (b == 0x1A)
                beast.WriteByte(b);
        }
    }

    private static double? Peer(string beast)
    {
        var start = new ProcessStartInfo("bench/peers/beast-decode", [beast]) { RedirectStandardOutput = true };
        using var process = Process.Start(start)!;
        var text = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return process.ExitCode == 0 ? double.Parse(text, CultureInfo.InvariantCulture) : null;
    }

    /// <summary>Takes bytes and forgets them.</summary>
    private sealed class CountingStream : Stream
    {
        private long _length;

        public override bool CanRead => false;

        public override bool CanSeek => false;

        public override bool CanWrite => true;

        public override long Length => _length;

        public override long Position { get => _length; set => throw new NotSupportedException(); }

        public override void Flush()
        {
        }

        public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException();

        public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

        public override void SetLength(long value) => throw new NotSupportedException();

        public override void Write(byte[] buffer, int offset, int count) => _length += count;

        public override void Write(ReadOnlySpan<byte> buffer) => _length += buffer.Length;
    }
}
