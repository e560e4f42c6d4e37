using System.Runtime.Versioning;
using System.Text;
using CsCheck;
using Overflight.Record.Merkle;
using Overflight.Record.Notes;

namespace Overflight.Record.Tests.Notes;

public sealed class NoteTests
{
    /// <summary>The example of Go's sumdb/note documentation, and its log's.</summary>
    private const string PeterNeumann = "PeterNeumann+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW";

    private static readonly DateTimeOffset s_time = new(2026, 11, 30, 12, 0, 0, TimeSpan.Zero);

    [Fact]
    public void The_note_of_the_reference_implementation_verifies()
    {
        const string text = "If you think cryptography is the answer to your problem,\nthen you don't know what your problem is.\n";
        const string note = text + "\n— PeterNeumann x08go/ZJkuBS9UG/SffcvIAQxVBtiFupLLr8pAcElZInNIuGUgYN1FFYC2pZSNXgKvqfqdngotpRZb6KE6RyyBwJnAM=\n";

        var read = SignedNote.Parse(Encoding.UTF8.GetBytes(note));
        Assert.Equal(text, read.Text);
        Assert.Equal(note, read.ToString());
        Assert.Equal("PeterNeumann", Assert.Single(read.Verify([NoteVerifier.Parse(PeterNeumann)])).Verifier.Name);
        Assert.Throws<RecordException>(() => new SignedNote(text + "not.\n", read.Signatures).Verify([NoteVerifier.Parse(PeterNeumann)]));
    }

    [Fact]
    public void A_key_is_read_back_from_its_texts()
    {
        // The standard base64 alphabet has the plus that separates the parts: all of many random keys must come back.
        for (var i = 0; i < 100; i++)
        {
            using var signer = NoteSigner.Create("example.org/log", NoteAlgorithm.Ed25519);
            using var again = NoteSigner.Parse(signer.ToPrivateText());
            Assert.Equal(signer.Verifier, NoteVerifier.Parse(signer.Verifier.ToString()));
            Assert.Equal(signer.Verifier, again.Verifier);
        }
    }

    [Theory]
    [InlineData(NoteAlgorithm.Ed25519)]
    [InlineData(NoteAlgorithm.Ed25519Cosignature)]
    [InlineData(NoteAlgorithm.MlDsa44Cosignature)]
    public void A_checkpoint_is_signed_and_verified(NoteAlgorithm algorithm)
    {
        using var signer = NoteSigner.Create("example.org/w1", algorithm);
        var text = new Checkpoint("example.org/log", 3, MerkleTree.HashLeaf("x"u8)).ToText();
        var note = new SignedNote(text, [signer.Sign(text, s_time)]);
        var verifier = NoteVerifier.Parse(signer.Verifier.ToString());

        var verified = Assert.Single(SignedNote.Parse(note.ToBytes()).Verify([verifier]));
        Assert.Equal(algorithm == NoteAlgorithm.Ed25519 ? null : s_time, verified.Time);

        var other = new Checkpoint("example.org/log", 4, MerkleTree.HashLeaf("x"u8)).ToText();
        Assert.Throws<RecordException>(() => new SignedNote(other, note.Signatures).Verify([verifier]));
        var bytes = note.Signatures[0].Bytes.ToArray();
        for (var at = 0; at < bytes.Length; at += bytes.Length > 100 ? 97 : 1)
        {
            bytes[at] ^= 4;
            Assert.Throws<RecordException>(() => new SignedNote(text, [note.Signatures[0] with { Bytes = bytes.ToArray() }]).Verify([verifier]));
            bytes[at] ^= 4;
        }
    }

    [Fact]
    public void Signatures_of_unknown_keys_are_not_looked_at()
    {
        using var log = NoteSigner.Create("example.org/log", NoteAlgorithm.Ed25519);
        using var other = NoteSigner.Create("example.org/log", NoteAlgorithm.Ed25519);
        var note = new SignedNote("text\n", [other.Sign("something else\n", s_time), log.Sign("text\n", s_time), log.Sign("text\n", s_time)]);
        Assert.Single(note.Verify([log.Verifier]));
        Assert.Empty(new SignedNote("text\n", [other.Sign("text\n", s_time)]).Verify([log.Verifier]));
    }

    [Theory]
    [InlineData("no signature at all\n")]
    [InlineData("text\n\n- wrong dash AAAAAAAA\n")]
    [InlineData("text\n\n\u2014 name not base64!\n")]
    [InlineData("text\n\n\u2014 name AAAA\n")]
    [InlineData("text\n\n\u2014 na me AAAAAAAAAAA=\n")]
    [InlineData("text\n\n\u2014 name AAAAAAAAAAB=\n")]
    [InlineData("te\txt\n\n\u2014 name AAAAAAAAAAA=\n")]
    [InlineData("text\n\n\u2014 name AAAAAAAAAAA=")]
    [InlineData("")]
    public void What_is_no_note_is_refused(string text) => Assert.Throws<RecordException>(() => SignedNote.Parse(Encoding.UTF8.GetBytes(text)));

    [Fact]
    public void Bytes_that_are_not_UTF_8_and_notes_too_long_are_refused()
    {
        Assert.Throws<RecordException>(() => SignedNote.Parse([0xff, .. "\n\n\u2014 name AAAAAAAAAAA=\n"u8]));
        Assert.Throws<RecordException>(() => SignedNote.Parse(new byte[SignedNote.MaximumLength + 1]));
        var lines = string.Concat(Enumerable.Repeat("\u2014 name AAAAAAAAAAA=\n", SignedNote.MaximumSignatures + 1));
        Assert.Throws<RecordException>(() => SignedNote.Parse(Encoding.UTF8.GetBytes("text\n\n" + lines)));
    }

    [Theory]
    [InlineData("PeterNeumann+c74f20a4+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW")]
    [InlineData("PeterNeuman+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW")]
    [InlineData("PeterNeumann+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10T")]
    [InlineData("PeterNeumann+c74f20a3+CRpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW")]
    [InlineData("PeterNeumann")]
    [InlineData("+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW")]
    [InlineData("")]
    public void What_is_no_key_is_refused(string vkey) => Assert.Throws<RecordException>(() => NoteVerifier.Parse(vkey));

    [Theory]
    [InlineData("o\n1\nAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=\n", true)]
    [InlineData("o\n0\nAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=\nmore\n", true)]
    [InlineData("o\n01\nAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=\n", false)]
    [InlineData("o\n+1\nAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=\n", false)]
    [InlineData("o\n1 \nAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=\n", false)]
    [InlineData("o\n9223372036854775808\nAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=\n", false)]
    [InlineData("\n1\nAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=\n", false)]
    [InlineData("o\n1\nAAAA\n", false)]
    [InlineData("o\n1\n", false)]
    [InlineData("o\n1\nAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=\n\nx\n", false)]
    public void Checkpoints_are_read_strictly(string text, bool isOne) => Assert.Equal(isOne, Checkpoint.TryParse(text) is not null);

    [Fact]
    public void No_change_of_a_signed_checkpoint_verifies()
    {
        using var log = NoteSigner.Create("example.org/log", NoteAlgorithm.Ed25519);
        using var witness = NoteSigner.Create("example.org/w", NoteAlgorithm.Ed25519Cosignature);
        var text = new Checkpoint("example.org/log", 300, MerkleTree.HashLeaf("x"u8)).ToText();
        var good = new SignedNote(text, [log.Sign(text, s_time), witness.Sign(text, s_time)]).ToBytes();
        Gen.Select(Gen.Int[0, good.Length - 1], Gen.Byte, Gen.Int[0, 2]).Sample((at, value, how) =>
        {
            byte[] bytes = how switch
            {
                0 => [.. good[..at], value, .. good[(at + 1)..]],
                1 => [.. good[..at], value, .. good[at..]],
                _ => [.. good[..at], .. good[(at + 1)..]],
            };
            try
            {
                var note = SignedNote.Parse(bytes);
                if (note.Verify([log.Verifier, witness.Verifier]).Count == 2)
                    Assert.Equal(text, note.Text);
            }
            catch (RecordException)
            {
            }
        }, iter: 5_000);
    }

    [Fact]
    [SupportedOSPlatform("linux")]
    public void Key_files_are_for_their_owner_only()
    {
        using var folder = new TemporaryFolder();
        var path = Path.Combine(folder.Path, "keys", "log.key");
        using var signer = NoteSigner.Create("example.org/log", NoteAlgorithm.Ed25519);
        KeyFile.Save(path, signer);
        Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(path));
        using (var read = KeyFile.Load(path))
            Assert.Equal(signer.Verifier, read.Verifier);
        Assert.Contains("never overwritten", Assert.Throws<RecordException>(() => KeyFile.Save(path, signer)).Message, StringComparison.Ordinal);
        File.SetUnixFileMode(path, File.GetUnixFileMode(path) | UnixFileMode.GroupRead);
        Assert.Contains("chmod 600", Assert.Throws<RecordException>(() => KeyFile.Load(path)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_key_inside_the_log_is_refused_also_through_a_link()
    {
        using var folder = new TemporaryFolder();
        var log = Directory.CreateDirectory(Path.Combine(folder.Path, "log")).FullName;
        var link = Path.Combine(folder.Path, "link");
        Directory.CreateSymbolicLink(link, log);
        Assert.Throws<RecordException>(() => KeyFile.RefuseInside(log, Path.Combine(log, "a.key")));
        Assert.Throws<RecordException>(() => KeyFile.RefuseInside(log, Path.Combine(link, "a.key")));
        Assert.Throws<RecordException>(() => KeyFile.RefuseInside(log, Path.Combine(log, "..", "log", "deep", "a.key")));
        KeyFile.RefuseInside(log, Path.Combine(folder.Path, "log.key"));
        KeyFile.RefuseInside(log, Path.Combine(folder.Path, "logs", "a.key"));
    }
}
