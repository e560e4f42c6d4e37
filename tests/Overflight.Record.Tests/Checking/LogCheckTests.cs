using System.Text;
using CsCheck;
using Overflight.Record.Checking;
using Overflight.Record.Notes;
using Overflight.Record.Storage;
using Overflight.Record.Tests.Storage;
using Overflight.Record.Tiles;
using Overflight.Record.Witnessing;

namespace Overflight.Record.Tests.Checking;

public sealed class LogCheckTests
{
    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(256)]
    [InlineData(700)]
    [InlineData(70_000)]
    public async Task A_sound_log_has_no_faults(int size)
    {
        using var log = new MadeLog();
        await log.GrowTo(size / 3);
        await log.GrowTo(size);
        var seen = 0L;
        var report = LogCheck.Run(log.Path, new LogCheckOptions { OnEntry = (index, entry) => { Assert.Equal(MadeLog.Entry(seen++), entry.ToArray()); Assert.Equal(seen - 1, index); } });
        Assert.Empty(report.Faults);
        Assert.True(report.IsSound);
        Assert.Equal((size, size, 0L), (report.Head!.Size, report.EntriesChecked, report.PendingEntries));
        Assert.Equal(size, seen);
    }

    [Fact]
    public async Task What_is_durable_but_not_signed_is_no_fault()
    {
        using var log = new MadeLog();
        await log.GrowTo(100);
        await using (var writer = log.Open())
            await writer.AppendAsync(MadeLog.Entries(100, 400));
        var report = LogCheck.Run(log.Path);
        Assert.True(report.IsSound);
        Assert.Equal((100L, 400L), (report.Head!.Size, report.PendingEntries));
    }

    [Fact]
    public async Task Every_bit_flip_anywhere_is_found_in_the_file_where_it_is()
    {
        using var log = new MadeLog();
        using var key = NoteSigner.Create("w.example", NoteAlgorithm.Ed25519Cosignature);
        foreach (var size in new[] { 200, 300 })
        {
            await log.GrowTo(size);
            var note = new LogReader(log.Path).Note;
            await using var writer = log.Open();
            await writer.PublishAsync(note.With(key.Sign(note.Text, DateTimeOffset.UnixEpoch.AddDays(20_000))));
        }
        await using (var writer = log.Open())
            await writer.AppendAsync(MadeLog.Entries(300, 10));
        Assert.True(LogCheck.Run(log.Path).IsSound);

        string[] files = [.. Directory.EnumerateFiles(log.Path, "*", SearchOption.AllDirectories).Where(f => new FileInfo(f).Length > 0).Order(StringComparer.Ordinal)];
        Assert.Equal(10, files.Length);
        Gen.Select(Gen.OneOf(files.Select(f => Gen.Const(f)).ToArray()), Gen.Int[0, 1 << 20], Gen.Int[0, 7]).Sample((file, where, bit) =>
        {
            var good = File.ReadAllBytes(file);
            var bytes = (byte[])good.Clone();
            bytes[where % bytes.Length] ^= (byte)(1 << bit);
            File.WriteAllBytes(file, bytes);
            var report = LogCheck.Run(log.Path);
            File.WriteAllBytes(file, good);
            var name = Path.GetRelativePath(log.Path, file);
            Assert.False(report.IsSound);
            Assert.Contains(report.Faults, fault => Concerns(fault, name));
        }, iter: 800, threads: 1);
    }

    /// <summary>A tile and its entries contradict each other: the fault may name either, and its text names both.</summary>
    private static bool Concerns(RecordFault fault, string name) =>
        fault.Path == name || fault.What.Contains(name, StringComparison.Ordinal)
        || TilePath.TryParse(fault.Path, out var level, out var index, out _) && TilePath.TryParse(name, out var l, out var n, out _) && Math.Max(l, 0) <= Math.Max(level, 0) && n / 256 == index / 256;

    [Fact]
    public async Task Every_missing_and_every_cut_file_is_found()
    {
        using var log = new MadeLog();
        await log.GrowTo(70_000);
        var kept = Directory.EnumerateFiles(log.Path, "*", SearchOption.AllDirectories).Where(f => new FileInfo(f).Length > 0).ToList();
        foreach (var file in kept.Where((_, i) => i % 29 == 0).Concat(kept.Where(f => f.Contains(".p/", StringComparison.Ordinal) || f.Contains("/1/", StringComparison.Ordinal) || f.Contains(".record", StringComparison.Ordinal))))
        {
            var good = File.ReadAllBytes(file);
            var name = Path.GetRelativePath(log.Path, file);
            File.Delete(file);
            if (name != ".record/keys")
                Assert.Contains(LogCheck.Run(log.Path).Faults, fault => fault.Path == name);
            File.WriteAllBytes(file, good[..(good.Length / 2)]);
            Assert.Contains(LogCheck.Run(log.Path).Faults, fault => fault.Path == name);
            File.WriteAllBytes(file, good);
        }
    }

    [Fact]
    public async Task An_edited_entry_is_named_and_the_tile_above_takes_a_side()
    {
        using var log = new MadeLog();
        await log.GrowTo(1_000);
        var path = Path.Combine(log.Path, "tile", "entries", "001");
        var bytes = File.ReadAllBytes(path);
        var text = Encoding.UTF8.GetString(bytes);
        var at = text.IndexOf("\"entry\":300", StringComparison.Ordinal);
        bytes[at + 8] = (byte)'4';
        File.WriteAllBytes(path, bytes);

        var report = LogCheck.Run(log.Path);
        var fault = report.Faults[0];
        Assert.Equal(("tile/entries/001", 300L), (fault.Path, fault.Entry));
        Assert.Contains($"at byte {at - 1}", fault.What, StringComparison.Ordinal);
        Assert.Contains("so the entry was changed", fault.What, StringComparison.Ordinal);
        Assert.Contains(report.Faults, f => f.Path == "checkpoint");

        File.WriteAllBytes(path, [.. bytes[..(at + 8)], (byte)'3', .. bytes[(at + 9)..]]);
        var tile = Path.Combine(log.Path, "tile", "0", "001");
        bytes = File.ReadAllBytes(tile);
        bytes[44 * 32] ^= 1;
        File.WriteAllBytes(tile, bytes);
        Assert.Contains("so the tile was changed", Assert.Single(LogCheck.Run(log.Path).Faults).What, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_operator_who_writes_the_log_anew_is_caught_by_what_others_kept()
    {
        using var log = new MadeLog();
        await log.GrowTo(10);
        var ten = new LogReader(log.Path).Note;
        await log.GrowTo(20);
        var twenty = new LogReader(log.Path).Note;

        foreach (var change in new Action<List<byte[]>>[] { l => l[15] = "edited"u8.ToArray(), l => l.RemoveAt(15), l => (l[15], l[16]) = (l[16], l[15]), l => l.Insert(15, "late"u8.ToArray()) })
        {
            var entries = Enumerable.Range(0, 30).Select(i => MadeLog.Entry(i)).ToList();
            change(entries);
            var other = log.Beside("other" + Guid.NewGuid());
            using var key = LogKey.Load(log.Key.Path);
            File.Delete(log.Key.Path + ".heads");
            LogWriter.Create(other, key);
            await using (var writer = LogWriter.Open(other, [key]))
            {
                await writer.AppendAsync([.. entries.Select(e => new ReadOnlyMemory<byte>(e))]);
                await writer.CheckpointAsync();
            }
            var policy = WitnessPolicy.OfLog(log.Key.Verifier);
            Assert.True(LogCheck.Run(other, new() { Policy = policy }).IsSound);
            var report = LogCheck.Run(other, new() { Policy = policy, Earlier = [("ten", ten), ("twenty", twenty)] });
            Assert.Equal(("twenty", 10L, 20L), (Assert.Single(report.Faults).Path, report.LastAgreed!.Head.Size, report.FirstContradicted!.Head.Size));
        }
    }

    [Fact]
    public async Task A_log_cut_short_is_told_from_an_earlier_checkpoint()
    {
        using var log = new MadeLog();
        await log.GrowTo(10);
        var copy = LogWriterTests.CopyFolder(log.Path, log.Beside("copy"));
        await log.GrowTo(20);
        var report = LogCheck.Run(copy, new() { Earlier = [("kept", new LogReader(log.Path).Note)] });
        Assert.Contains("entries were dropped", Assert.Single(report.Faults).What, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_checkpoint_of_somebody_else_accuses_nobody()
    {
        using var log = new MadeLog();
        await log.GrowTo(10);
        using var impostor = NoteSigner.Create(MadeLog.Origin, NoteAlgorithm.Ed25519);
        var text = new Checkpoint(MadeLog.Origin, 5, Overflight.Record.Merkle.MerkleTree.EmptyRoot).ToText();
        var report = LogCheck.Run(log.Path, new() { Earlier = [("forged", new SignedNote(text, [impostor.Sign(text, default)]))] });
        Assert.Contains(report.Faults, f => f.What.Contains("signed by none of the log's keys", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_copy_that_is_served_is_checked_without_the_writers_folder()
    {
        using var log = new MadeLog();
        await log.GrowTo(300);
        Directory.Delete(Path.Combine(log.Path, ".record"), recursive: true);
        Assert.True(LogCheck.Run(log.Path, new() { Policy = WitnessPolicy.OfLog(log.Key.Verifier) }).IsSound);
        using var other = NoteSigner.Create(MadeLog.Origin, NoteAlgorithm.Ed25519);
        Assert.False(LogCheck.Run(log.Path, new() { Policy = WitnessPolicy.OfLog(other.Verifier) }).IsSound);
    }

    [Fact]
    public async Task Files_that_do_not_belong_are_named()
    {
        using var log = new MadeLog();
        await log.GrowTo(300);
        File.WriteAllText(Path.Combine(log.Path, "tile", "0", "hello"), "");
        File.WriteAllBytes(Path.Combine(log.Path, "tile", "0", "007"), new byte[8_192]);
        var report = LogCheck.Run(log.Path);
        Assert.Equal("tile/0/hello", Assert.Single(report.Faults).Path);
        Assert.Contains("1 files are of entries beyond", Assert.Single(report.Remarks), StringComparison.Ordinal);
    }
}
