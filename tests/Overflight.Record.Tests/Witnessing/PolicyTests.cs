using System.Text;
using CsCheck;
using Overflight.Record.Merkle;
using Overflight.Record.Notes;
using Overflight.Record.Witnessing;

namespace Overflight.Record.Tests.Witnessing;

public sealed class PolicyTests : IDisposable
{
    private static readonly DateTimeOffset s_time = new(2026, 11, 30, 12, 0, 0, TimeSpan.Zero);
    private static readonly string s_text = new Checkpoint("example.org/log", 7, MerkleTree.HashLeaf("x"u8)).ToText();

    private readonly NoteSigner _log = NoteSigner.Create("example.org/log", NoteAlgorithm.Ed25519);
    private readonly Dictionary<string, NoteSigner> _witnesses = new[] { "operator", "legislature", "court", "partner" }
        .ToDictionary(name => name, name => NoteSigner.Create($"{name}.example", name == "court" ? NoteAlgorithm.MlDsa44Cosignature : NoteAlgorithm.Ed25519Cosignature));

    private string Head => $"log {_log.Verifier}\n{string.Concat(_witnesses.Select(w => $"witness {w.Key} {w.Value.Verifier}\n"))}";

    /// <summary>The quorum of the issue: the operator and two of three others.</summary>
    private WitnessPolicy OperatorAndTwo => Read(Head + "group overseers 2 legislature court partner\ngroup both all operator overseers\nquorum both\n");

    [Theory]
    [InlineData("operator legislature court", true)]
    [InlineData("operator court partner", true)]
    [InlineData("operator legislature court partner", true)]
    [InlineData("operator legislature", false)]
    [InlineData("legislature court partner", false)]
    [InlineData("", false)]
    public void Groups_are_counted_by_their_thresholds(string cosigners, bool isMet)
    {
        var note = Signed(cosigners.Split(' ', StringSplitOptions.RemoveEmptyEntries));
        if (isMet)
        {
            var verified = OperatorAndTwo.Verify(note);
            Assert.Equal(cosigners, string.Join(' ', verified.Witnesses.Select(w => w.Name)));
            Assert.All(verified.Witnesses, w => Assert.Equal(s_time, w.Time));
        }
        else
        {
            Assert.Contains("not witnessed as the policy asks", Assert.Throws<RecordException>(() => OperatorAndTwo.Verify(note)).Message, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void What_lacks_is_told()
    {
        var error = Assert.Throws<RecordException>(() => OperatorAndTwo.Verify(Signed(["operator", "court"])));
        Assert.Contains("overseers needs 2 of 3 and has 1 (legislature did not cosign; court cosigned; partner did not cosign)", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void One_witness_who_signs_twice_counts_once()
    {
        var twice = Signed(["operator", "court"]);
        Assert.Throws<RecordException>(() => OperatorAndTwo.Verify(new SignedNote(twice.Text, [.. twice.Signatures, .. twice.Signatures])));
    }

    [Fact]
    public void A_log_speaks_for_its_own_origin_only()
    {
        using var other = NoteSigner.Create("example.org/other", NoteAlgorithm.Ed25519);
        var policy = Read($"log {_log.Verifier}\nlog {other.Verifier}\nquorum none\n");
        Assert.Equal("example.org/log", policy.Verify(Signed([])).Head.Origin);
        Assert.Throws<RecordException>(() => policy.Verify(new SignedNote(s_text, [other.Sign(s_text, s_time)])));
        Assert.Throws<RecordException>(() => policy.ForLog(other.Verifier).Verify(Signed([])));
    }

    [Theory]
    [InlineData("", "no quorum line")]
    [InlineData("quorum x\n", "x is not defined above")]
    [InlineData("quorum none\nquorum none\n", "one quorum line")]
    [InlineData("group g all\nquorum g\n", "is none of")]
    [InlineData("group g 0 operator\nquorum g\n", "no threshold")]
    [InlineData("group g 2 operator\nquorum g\n", "no threshold")]
    [InlineData("group g 01 operator\nquorum g\n", "no threshold")]
    [InlineData("group g any operator operator\nquorum g\n", "counts in one way only")]
    [InlineData("group g any operator\ngroup h any operator\nquorum g\n", "counts in one way only")]
    [InlineData("group g any h\ngroup h any operator\nquorum g\n", "not defined above")]
    [InlineData("group operator any court\nquorum operator\n", "is taken")]
    [InlineData("group none any court\nquorum none\n", "is taken")]
    [InlineData("log nonsense\nquorum none\n", "no vkey")]
    [InlineData("something else\nquorum none\n", "is none of")]
    [InlineData("quorum none\r\n", "control characters")]
    public void What_is_no_policy_is_refused_with_its_line(string rest, string reason)
    {
        Assert.Contains(reason, Assert.Throws<RecordException>(() => Read(Head + rest)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Keys_may_be_there_once_and_for_what_they_are()
    {
        using var cosigner = NoteSigner.Create("w.example", NoteAlgorithm.Ed25519Cosignature);
        Assert.Contains("there already", Assert.Throws<RecordException>(() => Read(Head + $"witness again {_witnesses["court"].Verifier}\nquorum none\n")).Message, StringComparison.Ordinal);
        Assert.Contains("not for a log", Assert.Throws<RecordException>(() => Read($"log {cosigner.Verifier}\nquorum none\n")).Message, StringComparison.Ordinal);
        Assert.Contains("not for a witness", Assert.Throws<RecordException>(() => Read($"witness w {_log.Verifier}\nquorum none\n")).Message, StringComparison.Ordinal);
        Assert.Contains("no http address", Assert.Throws<RecordException>(() => Read($"log {_log.Verifier} file:///etc/passwd\nquorum none\n")).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Comments_spaces_and_addresses_are_read()
    {
        var policy = Read($"# \u00fcber\n \t log\t{_log.Verifier}  https://log.example/ \n\n  #x\n{Head[Head.IndexOf('\n', StringComparison.Ordinal)..]}quorum partner");
        Assert.Equal("https://log.example/", policy.Logs[0].Address!.AbsoluteUri);
        Assert.True(policy.NeedsWitnesses);
        Assert.Throws<RecordException>(() => policy.Verify(Signed(["court"])));
        Assert.Single(policy.Verify(Signed(["partner"])).Witnesses);
    }

    [Fact]
    public void Any_bytes_are_read_or_refused()
    {
        var good = Encoding.UTF8.GetBytes(Head + "group overseers 2 legislature court partner\ngroup both all operator overseers\nquorum both\n");
        Gen.Select(Gen.Int[0, good.Length - 1], Gen.Byte.Array[0, 4], Gen.Int[0, 4]).Sample((at, put, cut) =>
        {
            byte[] bytes = [.. good[..at], .. put, .. good[Math.Min(good.Length, at + cut)..]];
            try
            {
                WitnessPolicy.Parse(bytes);
            }
            catch (RecordException)
            {
            }
        }, iter: 3_000);
    }

    public void Dispose()
    {
        _log.Dispose();
        foreach (var witness in _witnesses.Values)
            witness.Dispose();
    }

    private SignedNote Signed(string[] cosigners) => new(s_text, [_log.Sign(s_text, s_time), .. cosigners.Select(name => _witnesses[name].Sign(s_text, s_time))]);

    private static WitnessPolicy Read(string text) => WitnessPolicy.Parse(Encoding.UTF8.GetBytes(text));
}
