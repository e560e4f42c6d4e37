using System.Globalization;
using Overflight.Geodesy.Terrain;
using Overflight.Geodesy.Terrain.Tiff;

namespace Overflight.Geodesy.Tests.Terrain;

/// <summary>Damaged files: nothing throws, heights stay heights, memory stays bounded. <c>OVERFLIGHT_LONG=n</c> makes the passes n times as long.</summary>
public sealed class TerrainFuzzTests : MadeFolder
{
    private static readonly int s_length = int.TryParse(Environment.GetEnvironmentVariable("OVERFLIGHT_LONG"), CultureInfo.InvariantCulture, out var n) && n > 0 ? n : 1;

    [Fact]
    public void GeoTiff()
    {
        var random = new Random(34735);
        var whole = new List<byte[]>();
        foreach (var compression in (int[])[1, 5, 8, 32773])
            foreach (var isBig in (bool[])[false, true])
                foreach (var predictor in (int[])[1, 2, 3])
                    whole.Add(new TiffWriter
                    {
                        Width = 12,
                        Height = 10,
                        Compression = compression,
                        IsBigEndian = isBig,
                        IsBigTiff = random.Next(2) == 0,
                        Tiles = random.Next(2) == 0 ? (16, 16) : null,
                        Predictor = predictor,
                        Bits = predictor == 3 ? 32 : 16,
                        Format = predictor == 3 ? 3 : 2,
                        NoData = "-9999",
                        Keys = predictor == 2 ? [(1024, 1), (3072, 32632)] : [(1024, 2), (2048, 4326), (4096, 5773)],
                        Scale = predictor == 2 ? (500_000, 5_540_000, 900, 900) : (10, 50, 0.01, 0.01),
                    }.File((column, row) => column * row));
        var read = 0;
        for (var i = 0; i < 3_000 * s_length; i++)
        {
            var terrain = Damaged("a.tif", whole[i % whole.Count], random, whole[i % whole.Count].Length);
            read += terrain.Problems.Count == 0 ? 1 : 0;
            Check(terrain, new GeoPoint(49.95, 10.05), random);
        }
        // Damage that misses everything would test nothing, and so would damage that nothing survives.
        Assert.InRange(read, 100 * s_length, 2_500 * s_length);
    }

    [Fact]
    public void Dted()
    {
        var random = new Random(89020);
        var whole = DtedWriter.Cell(49, 10, 1200, 1200, (column, row) => column * row);
        var read = 0;
        for (var i = 0; i < 3_000 * s_length; i++)
        {
            var terrain = Damaged("a.dt0", whole, random, i % 2 == 0 ? 240 : whole.Length);
            Check(terrain, new GeoPoint(49.95, 10.05), random);
            read += terrain.Problems.Count == 0 ? 1 : 0;
        }
        Assert.InRange(read, 100 * s_length, 2_900 * s_length);
    }

    [Fact]
    public void Hgt()
    {
        var random = new Random(3601);
        var whole = new byte[1201 * 1201 * 2];
        random.NextBytes(whole);
        for (var i = 0; i < 20 * s_length; i++)
        {
            // Only the length can be wrong.
            var bytes = i % 2 == 0 ? whole[..random.Next(whole.Length)] : whole;
            Put("N49E010.hgt", bytes);
            var terrain = new TerrainFolder(Folder);
            Check(terrain, new GeoPoint(49.5, 10.5), random);
            Assert.Equal(i % 2 == 0 ? 1 : 0, terrain.Problems.Count);
        }
    }

    [Fact]
    public void Decoders_fill_what_they_can_and_no_more()
    {
        var random = new Random(1984);
        var text = new byte[5_000];
        for (var i = 0; i < text.Length; i++)
            text[i] = (byte)(random.Next(4) * random.Next(3));
        var (lzw, bits) = (Packers.Lzw(text), Packers.PackBits(text));
        for (var i = 0; i < 5_000 * s_length; i++)
        {
            var packed = (i % 2 == 0 ? lzw : bits).AsSpan().ToArray();
            for (var k = random.Next(6); k > 0; k--)
                packed[random.Next(packed.Length)] = (byte)random.Next(256);
            packed = packed[..random.Next(packed.Length + 1)];
            var bytes = new byte[random.Next(6_000)];
            try
            {
                Assert.InRange(i % 2 == 0 ? Lzw.Decode(packed, bytes) : PackBits.Decode(packed, bytes), 0, bytes.Length);
            }
            catch (InvalidDataException error)
            {
                Assert.Contains("LZW", error.Message, StringComparison.Ordinal);
            }
        }
    }

    private TerrainFolder Damaged(string name, byte[] whole, Random random, int within)
    {
        var bytes = whole.ToArray();
        for (var times = random.Next(5); times >= 0; times--)
        {
            var at = random.Next(within);
            switch (random.Next(4))
            {
                case 0:
                    bytes[at] ^= (byte)(1 << random.Next(8));
                    break;
                case 1:
                    // The directory of a made file stands at its end.
                    bytes[^(1 + random.Next(Math.Min(whole.Length, 400)))] = (byte)random.Next(256);
                    break;
                case 2:
                    bytes.AsSpan(at, Math.Min(bytes.Length - at, random.Next(8))).Fill((byte)(random.Next(3) * 127));
                    break;
                default:
                    bytes[at] = (byte)random.Next(256);
                    break;
            }
        }
        if (random.Next(6) == 0)
            bytes = bytes[..random.Next(bytes.Length)];
        return new TerrainFolder(Put(name, bytes), 1 << 20);
    }

    private static void Check(TerrainFolder terrain, GeoPoint about, Random random)
    {
        for (var k = 0; k < 12; k++)
        {
            var place = k < 10
                ? new GeoPoint(about.LatitudeDegrees + 0.2 * (random.NextDouble() - 0.5), about.LongitudeDegrees + 0.2 * (random.NextDouble() - 0.5))
                : new GeoPoint(180 * random.NextDouble() - 90, 360 * random.NextDouble() - 180);
            var height = terrain.HeightMetres(place);
            Assert.True(double.IsNaN(height) || Math.Abs(height) <= 40_000, $"{height}");
        }
        Assert.InRange(terrain.HeldBytes, 0, 65 << 20);
        Assert.InRange(terrain.Problems.Count, 0, 11);
    }
}
