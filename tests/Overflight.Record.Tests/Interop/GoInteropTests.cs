using System.Diagnostics;
using Overflight.Record.Notes;
using Overflight.Record.Proofs;
using Overflight.Record.Storage;
using Overflight.Testing;

namespace Overflight.Record.Tests.Interop;

/// <summary>Go's own packages read what we write: the checkpoint, every tile and entry, proofs, a cosignature.</summary>
public sealed class GoInteropTests
{
    private static readonly DateTimeOffset s_time = new(2026, 11, 30, 12, 0, 0, TimeSpan.Zero);

    [Fact]
    public async Task Go_verifies_a_record_at_every_kind_of_size()
    {
        Assert.SkipUnless(Process.Start(new ProcessStartInfo("sh", ["-c", "command -v go && test -d /usr/share/gocode/src/golang.org/x/mod"]) { RedirectStandardOutput = true }) is { } probe && probe.WaitForExit(60_000) && probe.ExitCode == 0,
            "Go's packages are missing: tests/interop/record/run installs them");
        using var log = new MadeLog();
        var checker = log.Beside("checker");
        Run(Path.Combine(Repository.Root, "tests/interop/record/build"), checker);
        using var witness = NoteSigner.Create("witness.example/w1", NoteAlgorithm.Ed25519Cosignature);
        using var mlDsa = NoteSigner.Create("witness.example/w2", NoteAlgorithm.MlDsa44Cosignature);
        long before = 0;
        foreach (var size in new[] { 1, 2, 255, 256, 257, 65_535, 65_536, 65_537, 1_000_000 })
        {
            await log.GrowTo(size);
            var note = new LogReader(log.Path).Note;
            await using (var writer = log.Open())
                await writer.PublishAsync(note.With(mlDsa.Sign(note.Text, s_time)).With(witness.Sign(note.Text, s_time)));

            var reader = new LogReader(log.Path);
            var proofs = Directory.CreateDirectory(log.Beside($"proofs-{size}")).FullName;
            long[] indexes = [.. new long[] { 0, 1, 254, 255, 256, 257, 65_534, 65_535, 65_536, size / 3, size - 2, size - 1 }.Where(i => i >= 0 && i < size).Distinct()];
            foreach (var index in indexes)
                File.WriteAllText(Path.Combine(proofs, $"{index}.tlog-proof"), ProofBundle.Create(reader, index).ToString());
            long[] sizes = [.. new[] { 0, 1, before, size / 2, size - 1, size }.Distinct()];
            foreach (var old in sizes)
                File.WriteAllText(Path.Combine(proofs, $"{old}.growth"), GrowthProof.Create(reader, old).ToString());

            Assert.Equal($"size {size}, entries {size}, inclusion proofs {indexes.Length}, growth proofs {sizes.Length}\n",
                Run(checker, log.Path, log.Key.Verifier.ToString(), proofs, witness.Verifier.ToString()));
            before = size;
        }
    }

    [Fact]
    public void Go_and_we_know_each_others_keys()
    {
        // The private key of the documentation of Go's note package, and its public one.
        using var signer = NoteSigner.Parse("PRIVATE+KEY+PeterNeumann+c74f20a3+AYEKFALVFGyNhPJEMzD1QIDr+Y7hfZx09iUvxdXHKDFz");
        Assert.Equal("PeterNeumann+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW", signer.Verifier.ToString());
    }

    private static string Run(string program, params string[] arguments)
    {
        using var process = Process.Start(new ProcessStartInfo(program, arguments) { RedirectStandardOutput = true, RedirectStandardError = true })!;
        var error = process.StandardError.ReadToEndAsync();
        var output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        Assert.True(process.ExitCode == 0, $"{program}: {error.Result}");
        return output;
    }
}
