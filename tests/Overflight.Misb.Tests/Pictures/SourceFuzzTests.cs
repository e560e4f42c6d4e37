using System.Globalization;
using Overflight.Misb.Pictures;
using Overflight.Misb.Pictures.Elementary;
using Overflight.Misb.Pictures.Mp4;

namespace Overflight.Misb.Tests.Pictures;

/// <summary>Damaged videos are read as far as they can be or refused with a reason; nothing else is thrown. <c>OVERFLIGHT_LONG=n</c> makes the passes n times as long.</summary>
public sealed class SourceFuzzTests
{
    private static readonly int s_length = int.TryParse(Environment.GetEnvironmentVariable("OVERFLIGHT_LONG"), CultureInfo.InvariantCulture, out var n) && n > 0 ? n : 1;

    [Theory]
    [InlineData("h264", "h264")]
    [InlineData("h264", "mp4")]
    [InlineData("h264", "ts")]
    [InlineData("h265", "h265")]
    [InlineData("h265", "mp4")]
    [InlineData("mpeg2", "m2v")]
    public void Damaged_files_are_read_or_refused(string coding, string ending)
    {
        var original = File.ReadAllBytes(coding switch { "h264" => Made.H264(ending, 3), "h265" => Made.H265(ending, 3), _ => Made.Mpeg2(ending, 2) });
        var random = new Random(81);
        var folder = Directory.CreateTempSubdirectory("overflight-");
        try
        {
            var path = Path.Combine(folder.FullName, "damaged");
            var (read, refused) = (0, 0);
            for (var round = 0; round < 150 * s_length; round++)
            {
                File.WriteAllBytes(path, Damage(original, random, ending == "mp4"));
                try
                {
                    using var source = PictureSource.Open(path);
                    var bytes = 0L;
                    source.Read((_, unit) => bytes += unit.Length);
                    read++;
                }
                catch (InvalidDataException error)
                {
                    Assert.NotEmpty(error.Message);
                    refused++;
                }
            }
            Assert.True(read > 0, $"{refused} of {refused} refused");
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    [Fact]
    public void Any_bytes_are_read_as_parameter_sets_headers_and_boxes()
    {
        var random = new Random(82);
        var bytes = new byte[600];
        for (var round = 0; round < 20_000 * s_length; round++)
        {
            random.NextBytes(bytes);
            var span = bytes.AsSpan(0, random.Next(bytes.Length));
            if (round % 2 == 0)
                span[..Math.Min(span.Length, 40)].Fill((byte)random.Next(256));
            H264Parameters.Read(span);
            H265Parameters.Read(span);
            ElementaryKind.Of(span);
            BoxReader.TryFind(span, "mdia/minf/stbl", out _);
            foreach (AccessUnitReader reader in new AccessUnitReader[] { new H264Units(), new H265Units(), new Mpeg2Units() })
                StartCodeScanner.Scan(new MemoryStream(span.ToArray()), reader.Take);
        }
    }

    [Fact]
    public void Start_codes_are_found_wherever_buffers_end()
    {
        var random = new Random(83);
        for (var round = 0; round < 6; round++)
        {
            var bytes = new byte[(1 << 18) + 9000];
            for (var at = 0; at < bytes.Length; at++)
                bytes[at] = (byte)random.Next(0, 3);
            var expected = new List<long>();
            for (var at = 0; at + 3 < bytes.Length; at++)
                if (bytes[at] == 0 && bytes[at + 1] == 0 && bytes[at + 2] == 1)
                    expected.Add(at > 0 && bytes[at - 1] == 0 ? at - 1 : at);
            var found = new List<long>();
            StartCodeScanner.Scan(new MemoryStream(bytes), (offset, _) => found.Add(offset));
            Assert.Equal(expected, found);
        }
    }

    private static byte[] Damage(byte[] original, Random random, bool isBoxed)
    {
        var bytes = (byte[])original.Clone();
        // The tables of an MP4 lie at its end, and much else is picture.
        var tables = isBoxed ? Math.Max(0, bytes.AsSpan().IndexOf("moov"u8)) : 0;
        for (var times = random.Next(1, 8); times > 0; times--)
        {
            var at = random.Next(3) == 0 ? random.Next(bytes.Length) : random.Next(tables, bytes.Length);
            switch (random.Next(4))
            {
                case 0:
                    bytes[at] ^= (byte)(1 << random.Next(8));
                    break;
                case 1:
                    bytes[at] = (byte)random.Next(256);
                    break;
                case 2:
                    bytes.AsSpan(at, Math.Min(bytes.Length - at, random.Next(12))).Fill((byte)(random.Next(2) * 255));
                    break;
                default:
                    bytes = random.Next(6) == 0 ? [.. bytes[..Math.Max(1, at)]] : bytes;
                    tables = Math.Min(tables, bytes.Length - 1);
                    break;
            }
        }
        return bytes;
    }
}
