using System.Text;
using CsCheck;
using Overflight.Record.Notes;
using Overflight.Record.Proofs;
using Overflight.Record.Storage;
using Overflight.Record.Witnessing;

namespace Overflight.Record.Tests.Proofs;

public sealed class ProofBundleTests
{
    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(255)]
    [InlineData(256)]
    [InlineData(257)]
    [InlineData(66_000)]
    public async Task Every_kind_of_place_is_proven(int size)
    {
        using var log = new MadeLog();
        await log.GrowTo(size);
        var reader = new LogReader(log.Path);
        var policy = WitnessPolicy.OfLog(log.Key.Verifier);
        foreach (var index in new long[] { 0, 1, size / 2, size - 2, size - 1, 255, 256, 65_535 }.Where(i => i >= 0 && i < size).Distinct())
        {
            var bundle = ProofBundle.Parse(Encoding.UTF8.GetBytes(ProofBundle.Create(reader, index).ToString()));
            Assert.Equal(MadeLog.Entry(index), bundle.Extra!.Value.ToArray());
            Assert.Equal(size, bundle.Verify(bundle.Extra.Value.Span, policy).Head.Size);
            Assert.Throws<RecordException>(() => bundle.Verify("something else"u8, policy));
            Assert.Throws<RecordException>(() => (bundle with { Index = index + 1 }).Verify(bundle.Extra.Value.Span, policy));
        }
    }

    [Fact]
    public async Task The_text_is_that_of_the_standard()
    {
        using var log = new MadeLog();
        await log.GrowTo(3);
        var text = ProofBundle.Create(new(log.Path), 2).ToString();
        var lines = text.Split('\n');
        Assert.Equal("c2sp.org/tlog-proof@v1", lines[0]);
        Assert.Equal("extra " + Convert.ToBase64String(MadeLog.Entry(2)), lines[1]);
        Assert.Equal("index 2", lines[2]);
        Assert.Equal(44, lines[3].Length);
        Assert.Equal("", lines[4]);
        Assert.Equal(MadeLog.Origin, lines[5]);
        Assert.DoesNotContain("extra", ProofBundle.Create(new(log.Path), 2, withEntry: false).ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task No_change_makes_a_proof_say_something_else()
    {
        using var log = new MadeLog();
        await log.GrowTo(300);
        var policy = WitnessPolicy.OfLog(log.Key.Verifier);
        var good = Encoding.UTF8.GetBytes(ProofBundle.Create(new(log.Path), 170).ToString());
        Gen.Select(Gen.Int[0, good.Length - 1], Gen.Byte.Array[0, 3], Gen.Int[0, 3]).Sample((at, put, cut) =>
        {
            byte[] bytes = [.. good[..at], .. put, .. good[Math.Min(good.Length, at + cut)..]];
            try
            {
                var bundle = ProofBundle.Parse(bytes);
                var verified = bundle.Verify(bundle.Extra is { } extra ? extra.Span : default, policy);
                Assert.Equal((300L, 170L), (verified.Head.Size, bundle.Index));
                Assert.Equal(MadeLog.Entry(170), bundle.Extra!.Value.ToArray());
            }
            catch (RecordException)
            {
            }
        }, iter: 5_000);
    }

    [Fact]
    public async Task An_entry_that_was_edited_cannot_be_proven()
    {
        using var log = new MadeLog();
        await log.GrowTo(300);
        var path = Path.Combine(log.Path, "tile", "entries", "000");
        var bytes = File.ReadAllBytes(path);
        bytes[5] ^= 1;
        File.WriteAllBytes(path, bytes);
        Assert.Contains("cannot be proven", Assert.Throws<RecordException>(() => ProofBundle.Create(new(log.Path), 0)).Message, StringComparison.Ordinal);
        Assert.NotNull(ProofBundle.Create(new(log.Path), 1));
        Assert.Throws<RecordException>(() => ProofBundle.Create(new(log.Path), 300));
        Assert.Throws<RecordException>(() => ProofBundle.Create(new(log.Path), -1));
    }
}
