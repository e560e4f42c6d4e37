using CsCheck;
using Overflight.Misb.Sets.St1010;

namespace Overflight.Misb.Tests.Sets;

public sealed class SdccTests
{
    private static readonly Gen<double> s_correlation = Gen.Frequency((1, Gen.Const(0.0)), (1, Gen.Double[-1, 1]));

    private static readonly Gen<(double[] Deviations, double[] Correlations)> s_pack =
        Gen.Int[1, 9].SelectMany(n => Gen.Select(Gen.Double[0, 1e4].Array[n], s_correlation.Array[n * (n - 1) / 2]));

    [Fact]
    public void A_pack_returns() => Gen.Select(s_pack, Gen.Int[1, 6]).Sample((pack, length) =>
    {
        var bytes = SdccWriter.Write(pack.Deviations, pack.Correlations, length);
        Assert.True(SdccPack.TryRead(bytes, null, out var read));
        Assert.Equal(pack.Deviations.Select(d => (double)(float)d), read.StandardDeviations);
        var step = Math.ScaleB(1, 2 - 8 * length);
        Assert.Equal(pack.Correlations.Length, read.Correlations.Count);
        Assert.All(pack.Correlations.Zip(read.Correlations), c => Assert.InRange(c.First - c.Second, -1e-15, step + 1e-15));
        for (var cut = 0; cut < bytes.Length; cut++)
            Assert.False(SdccPack.TryRead(bytes.AsSpan(0, cut), null, out _));
    });

    [Fact]
    public void What_cannot_be_is_refused()
    {
        Assert.Throws<ArgumentException>(() => SdccWriter.Write([], []));
        Assert.Throws<ArgumentException>(() => SdccWriter.Write([1, 2, 3], [0.5]));
        Assert.Throws<ArgumentException>(() => SdccWriter.Write([1, -2], []));
        Assert.Throws<ArgumentException>(() => SdccWriter.Write([1, 2], [1.5]));
    }

    [Fact]
    [Trait("Category", "Recorded")]
    public void The_recorded_pack_is_written_as_it_is()
    {
        var row = Vectors.Section("sets").Single(r => r.Optional("standard") == "ST 1010");

        Assert.EndsWith(Convert.ToHexString(SdccWriter.Write([1, 2, 0], [-0.5, 0, 0])), Convert.ToHexString(row.Hex()), StringComparison.Ordinal);
    }
}
