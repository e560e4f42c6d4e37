using System.Diagnostics;
using System.IO.Compression;
using System.Security.Cryptography;
using System.Text;
using CsCheck;
using Overflight.Record.Leaves;
using Overflight.Record.Notes;
using Overflight.Record.Packaging;
using Overflight.Record.Storage;
using Overflight.Record.Vaults;
using Overflight.Record.Witnessing;

namespace Overflight.Record.Tests.Packaging;

public sealed class EvidenceTests : IAsyncLifetime
{
    private static readonly DateTimeOffset s_made = new(2026, 12, 1, 9, 30, 0, TimeSpan.Zero);

    private readonly MadeLog _log = new();
    private readonly NoteSigner _witness = NoteSigner.Create("court.example", NoteAlgorithm.Ed25519Cosignature);
    private readonly ManualTime _time = new();

    private byte[] PolicyText => Encoding.UTF8.GetBytes($"log {_log.Key.Verifier}\nwitness court {_witness.Verifier}\nquorum court\n");

    /// <summary>Ten leaves: some public, one with a sealed field that is opened, one with a file, one of another subject.</summary>
    public async ValueTask InitializeAsync()
    {
        File.WriteAllText(_log.Beside("video.ts"), "not really a video, but a file with bytes");
        using var key = CompartmentKey.Create(_log.Beside("imagery.key"), MadeLog.Origin, "imagery");
        using var first = NoteSigner.Create("one.example", NoteAlgorithm.Ed25519);
        using var second = NoteSigner.Create("two.example", NoteAlgorithm.Ed25519);
        Vault.Create(_log.Beside("vault"), _log.Path, new VaultSettings(MadeLog.Origin, new Dictionary<string, string> { ["imagery"] = key.Id }, [first.Verifier, second.Verifier], 2));
        var vault = Vault.Load(_log.Beside("vault"), _log.Path, [key]);
        await using var record = await RecordWriter.OpenAsync(_log.Path, [_log.Key], new() { Time = _time });
        for (var i = 0; i < 5; i++)
            await record.AppendAsync(LeafDraft.Create("sortie.heartbeat", "sortie/LANTERN-1", Encoding.UTF8.GetBytes($"{{\"minute\":{i},\"text\":\"\\u00e9 <b>\"}}")));
        var fields = new Dictionary<string, ReadOnlyMemory<byte>> { ["place"] = "\"31.5 -110.2\""u8.ToArray(), ["unit"] = "\"secret unit\""u8.ToArray() };
        var sealedLeaf = await vault.SealAsync(record, LeafDraft.Create("sortie.sensor-on", "sortie/LANTERN-1", "{\"minutes\":12}"u8, fields), "imagery");
        await vault.PublishAsync(record, sealedLeaf.Reference, ["place"], "Court of Example", "case 17");
        var bytes = File.ReadAllBytes(_log.Beside("video.ts"));
        await record.AppendAsync(new Attachment("vid\u00e9o 1.ts", Convert.ToHexStringLower(SHA256.HashData(bytes)), bytes.Length, "video/mp2t").ToDraft("sortie/LANTERN-1"));
        await record.AppendAsync(LeafDraft.Create("entry", "another", "{}"u8));
        var note = await record.CheckpointAsync();
        await record.PublishAsync(note.With(_witness.Sign(note.Text, _time.Now)));
    }

    [Fact]
    public void A_package_is_verified_by_both_verifiers_and_holds_what_is_about_its_entries()
    {
        var (zip, indexes) = Package([0, 1, 5, 7], [_log.Beside("video.ts")]);
        Assert.Equal([0, 1, 5, 6, 7], indexes);

        var report = EvidenceVerifier.Verify(new MemoryStream(zip), _log.Key.Verifier, WitnessPolicy.Parse(PolicyText));
        Assert.Empty(report.Problems);
        Assert.True(report.IsVerified);
        Assert.Equal(1, report.AttachmentsChecked);
        Assert.Equal("court", Assert.Single(report.Checkpoint!.Witnesses).Name);
        var opened = Assert.Single(report.Entries.Single(e => e.Index == 5).Opened);
        Assert.Equal(("place", "\"31.5 -110.2\""), (opened.Key, Encoding.UTF8.GetString(opened.Value.Value.Span)));

        File.WriteAllBytes(_log.Beside("package.zip"), zip);
        Assert.Equal(0, Node(_log.Beside("package.zip"), "--vkey", _log.Key.Verifier.ToString()).Code);
        ZipFile.ExtractToDirectory(_log.Beside("package.zip"), _log.Beside("extracted"));
        var alone = Node(_log.Beside("extracted"));
        Assert.Equal(0, alone.Code);
        Assert.Contains("5 entries are in the log example.org/log as of 2026-11-30 12:00:00 UTC", alone.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void The_readers_own_key_and_policy_decide()
    {
        var (zip, _) = Package([0]);
        using var other = NoteSigner.Create(MadeLog.Origin, NoteAlgorithm.Ed25519);
        Assert.False(EvidenceVerifier.Verify(new MemoryStream(zip), other.Verifier).IsVerified);
        Assert.Contains("came with the package", Assert.Single(EvidenceVerifier.Verify(new MemoryStream(zip)).Warnings), StringComparison.Ordinal);
        Assert.Contains("witnesses that count came with the package", Assert.Single(EvidenceVerifier.Verify(new MemoryStream(zip), _log.Key.Verifier).Warnings), StringComparison.Ordinal);
        using var unknown = NoteSigner.Create("unknown.example", NoteAlgorithm.Ed25519Cosignature);
        var strict = WitnessPolicy.Parse(Encoding.UTF8.GetBytes($"log {_log.Key.Verifier}\nwitness w {unknown.Verifier}\nquorum w\n"));
        Assert.Contains("not witnessed as the policy asks", Assert.Single(EvidenceVerifier.Verify(new MemoryStream(zip), null, strict).Problems.Take(1)), StringComparison.Ordinal);
    }

    [Fact]
    public void A_package_of_the_same_content_is_the_same_bytes()
    {
        Assert.Equal(Package([0, 5]).Zip, Package([5, 0]).Zip);
    }

    [Fact]
    public void What_does_not_fit_is_refused_when_it_is_made()
    {
        Assert.Throws<RecordException>(() => Package([99]));
        Assert.Throws<RecordException>(() => Package([]));
        Assert.Contains("no leaf in the package tells of a file", Assert.Throws<RecordException>(() => Package([0], [_log.Beside("video.ts")])).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Both_verifiers_say_no_to_the_same_changes()
    {
        var files = Files(Package([0, 1, 5, 7], [_log.Beside("video.ts")]).Zip);
        var policy = WitnessPolicy.Parse(PolicyText);
        var changes = new List<(string What, Action<Dictionary<string, byte[]>> Change)>
        {
            ("a leaf edited", f => f["leaves/0.json"] = Replace(f["leaves/0.json"], "\"minute\":0", "\"minute\":9")),
            ("a leaf with spaces", f => f["leaves/0.json"] = Replace(f["leaves/0.json"], ",", ", ")),
            ("leaves exchanged", f => (f["leaves/0.json"], f["leaves/1.json"]) = (f["leaves/1.json"], f["leaves/0.json"])),
            ("proofs exchanged", f => (f["proofs/0.tlog-proof"], f["proofs/1.tlog-proof"]) = (f["proofs/1.tlog-proof"], f["proofs/0.tlog-proof"])),
            ("a disclosure of another leaf", f => { f["disclosures/0.json"] = Replace(f["disclosures/5.json"], "\"index\":5", "\"index\":0"); f["evidence.json"] = ReplaceFirst(f["evidence.json"], "\"disclosures\": null", "\"disclosures\": \"disclosures/0.json\""); }),
            ("a file missing", f => f.Remove("proofs/5.tlog-proof")),
            ("a file more", f => f["leaves/9.json"] = f["leaves/1.json"]),
            ("an attachment changed", f => f[f.Keys.Single(k => k.StartsWith("attachments/", StringComparison.Ordinal))][3] ^= 1),
            ("an attachment longer", f => f[f.Keys.Single(k => k.StartsWith("attachments/", StringComparison.Ordinal))] = new byte[100]),
            ("the witness left out", f => f["checkpoint"] = Encoding.UTF8.GetBytes(string.Concat(Encoding.UTF8.GetString(f["checkpoint"]).Split('\n').Where(l => !l.Contains("court", StringComparison.Ordinal)).Select(l => l + "\n"))[..^1])),
            ("another size told", f => f["evidence.json"] = Replace(f["evidence.json"], "\"size\": 9", "\"size\": 8")),
            ("a member twice", f => f["evidence.json"] = Replace(f["evidence.json"], "\"v\": 1,", "\"v\": 1,\"v\": 1,")),
            ("an entry twice", f => f["evidence.json"] = Replace(f["evidence.json"], "\"index\": 1,", "\"index\": 0,")),
            ("a name that leaves the folder", f => { f["../leaf"] = f["leaves/0.json"]; f.Remove("leaves/0.json"); f["evidence.json"] = Replace(f["evidence.json"], "leaves/0.json", "../leaf"); }),
            ("one leaf for two entries", f => { f["evidence.json"] = Replace(f["evidence.json"], "leaves/1.json", "leaves/0.json"); f.Remove("leaves/1.json"); }),
        };
        foreach (var (what, change) in changes)
        {
            var changed = files.ToDictionary(f => f.Key, f => (byte[])f.Value.Clone());
            change(changed);
            var zip = Zip(changed);
            Assert.False(EvidenceVerifier.Verify(new MemoryStream(zip), null, policy).IsVerified, $"ours takes {what}");
            File.WriteAllBytes(_log.Beside("changed.zip"), zip);
            File.WriteAllBytes(_log.Beside("policy"), PolicyText);
            Assert.True(Node(_log.Beside("changed.zip"), "--policy", _log.Beside("policy")).Code == 1, $"the independent one takes {what}");
        }
        Assert.True(EvidenceVerifier.Verify(new MemoryStream(Zip(files)), null, policy).IsVerified);
    }

    [Fact]
    public void Whatever_the_bytes_nothing_is_thrown_and_nothing_changed_is_verified()
    {
        var files = Files(Package([0, 1, 5, 7], [_log.Beside("video.ts")]).Zip);
        var policy = WitnessPolicy.Parse(PolicyText);
        // Evidence.json may have other white space and another time of making; the reader's own policy stands in for the package's.
        string[] names = [.. files.Keys.Where(k => k is not ("README.txt" or "verify.html" or "verify.mjs" or "policy" or "evidence.json"))];
        Gen.Select(Gen.Int[0, names.Length - 1], Gen.Int[0, 1 << 20], Gen.Byte.Array[0, 3], Gen.Int[0, 3]).Sample((name, at, put, cut) =>
        {
            var good = files[names[name]];
            at %= good.Length;
            byte[] bytes = [.. good[..at], .. put, .. good[Math.Min(good.Length, at + cut)..]];
            var changed = new Dictionary<string, byte[]>(files) { [names[name]] = bytes };
            if (EvidenceVerifier.Verify(new MemoryStream(Zip(changed, CompressionLevel.NoCompression)), null, policy).IsVerified)
                Assert.Equal(good, bytes);
        }, iter: 1_500);

        var zip = Zip(files);
        Gen.Select(Gen.Int[0, zip.Length - 1], Gen.Byte.Array[0, 4], Gen.Int[0, 4]).Sample((at, put, cut) =>
        {
            byte[] bytes = [.. zip[..at], .. put, .. zip[Math.Min(zip.Length, at + cut)..]];
            EvidenceVerifier.Verify(new MemoryStream(bytes), null, policy);
        }, iter: 2_000);
    }

    [Fact]
    public void The_page_says_so_in_a_real_browser()
    {
        Assert.SkipUnless(File.Exists("/usr/bin/chromium"), "Chromium is missing: install chromium");
        File.WriteAllBytes(_log.Beside("package.zip"), Package([0, 5, 7], [_log.Beside("video.ts")]).Zip);
        ZipFile.ExtractToDirectory(_log.Beside("package.zip"), _log.Beside("page"));
        var dom = Run("chromium", "--headless", "--no-sandbox", "--disable-gpu", $"--user-data-dir={_log.Beside("profile")}", "--virtual-time-budget=20000", "--dump-dom", $"file://{_log.Beside("page")}/verify.html").Output;
        Assert.Matches("Verified</[a-z]+>: 4 entries are in the log example.org/log as of (<[^>]+>)?2026-11-30 12:00:00 UTC", dom);
        Assert.Contains("31.5 -110.2", dom, StringComparison.Ordinal);
        Assert.DoesNotContain("secret unit", dom, StringComparison.Ordinal);
    }

    [Fact]
    public void The_verifiers_own_tests_pass()
    {
        Assert.SkipUnless(Run("sh", "-c", "command -v node").Code == 0, "Node is missing");
        // The long pass is "node --test tests/verifier/".
        Environment.SetEnvironmentVariable("OVERFLIGHT_FUZZ_CASES", Environment.GetEnvironmentVariable("OVERFLIGHT_FUZZ_CASES") ?? "1000");
        var result = Run("node", ["--test", .. Directory.EnumerateFiles(Path.Combine(Testing.Repository.Root, "tests", "verifier"), "*.test.mjs").Order(StringComparer.Ordinal)]);
        Assert.True(result.Code == 0, result.Output.Length > 4_000 ? result.Output[^4_000..] : result.Output);
    }

    public ValueTask DisposeAsync()
    {
        _witness.Dispose();
        _log.Dispose();
        return ValueTask.CompletedTask;
    }

    private (byte[] Zip, IReadOnlyList<long> Indexes) Package(long[] entries, string[]? attachments = null)
    {
        using var zip = new MemoryStream();
        var indexes = EvidenceWriter.Write(_log.Path, new EvidenceContent { Entries = entries, Policy = PolicyText, Attachments = attachments ?? [], Made = s_made }, zip);
        return (zip.ToArray(), indexes);
    }

    private static Dictionary<string, byte[]> Files(byte[] zip)
    {
        using var archive = new ZipArchive(new MemoryStream(zip));
        return archive.Entries.ToDictionary(e => e.FullName, e =>
        {
            using var stream = e.Open();
            using var bytes = new MemoryStream();
            stream.CopyTo(bytes);
            return bytes.ToArray();
        });
    }

    private static byte[] Zip(Dictionary<string, byte[]> files, CompressionLevel level = CompressionLevel.Fastest)
    {
        using var bytes = new MemoryStream();
        using (var archive = new ZipArchive(bytes, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var (name, content) in files)
            {
                using var stream = archive.CreateEntry(name, level).Open();
                stream.Write(content);
            }
        }
        return bytes.ToArray();
    }

    private static byte[] Replace(byte[] bytes, string from, string to) => Encoding.UTF8.GetBytes(Encoding.UTF8.GetString(bytes).Replace(from, to, StringComparison.Ordinal));

    private static byte[] ReplaceFirst(byte[] bytes, string from, string to)
    {
        var text = Encoding.UTF8.GetString(bytes);
        var at = text.IndexOf(from, StringComparison.Ordinal);
        return Encoding.UTF8.GetBytes(text[..at] + to + text[(at + from.Length)..]);
    }

    private static (int Code, string Output) Node(params string[] arguments) => Run("node", [Path.Combine(Testing.Repository.Root, "src/Overflight.Record/Packaging/Verifier/verify.mjs"), .. arguments]);

    private static (int Code, string Output) Run(string program, params string[] arguments)
    {
        using var process = Process.Start(new ProcessStartInfo(program, arguments) { RedirectStandardOutput = true, RedirectStandardError = true })!;
        var error = process.StandardError.ReadToEndAsync();
        var output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return (process.ExitCode, output + error.Result);
    }
}
