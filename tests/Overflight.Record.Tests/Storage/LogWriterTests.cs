using Overflight.Record.Checking;
using Overflight.Record.Merkle;
using Overflight.Record.Notes;
using Overflight.Record.Storage;
using Overflight.Record.Tests.Merkle;

namespace Overflight.Record.Tests.Storage;

public sealed class LogWriterTests
{
    [Fact]
    public async Task Entries_get_consecutive_indexes_and_are_read_back()
    {
        using var log = new MadeLog();
        await using (var writer = log.Open())
        {
            var appends = Enumerable.Range(0, 700).Select(i => writer.AppendAsync(MadeLog.Entry(i)).AsTask()).ToArray();
            Assert.Equal(Enumerable.Range(0, 700).Select(i => (long)i), await Task.WhenAll(appends));
            await writer.CheckpointAsync();
        }
        var reader = new LogReader(log.Path);
        Assert.Equal(700, reader.Head.Size);
        Assert.Equal(MadeLog.Entry(699), reader.Entry(699).ToArray());
        Assert.Equal(Enumerable.Range(0, 700).Select(i => Convert.ToBase64String(MadeLog.Entry(i))), reader.Entries().Select(e => Convert.ToBase64String(e.Entry.Span)));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(255)]
    [InlineData(256)]
    [InlineData(257)]
    [InlineData(1_000)]
    public async Task The_root_is_that_of_the_definition(int size)
    {
        using var log = new MadeLog();
        await log.GrowTo(size);
        var expected = MerkleHash.From(ReferenceTree.Root([.. Enumerable.Range(0, size).Select(i => MadeLog.Entry(i))]));
        var reader = new LogReader(log.Path);
        Assert.Equal(new Checkpoint(MadeLog.Origin, size, expected), reader.Head);
        Assert.Equal(expected, reader.RootAt(size));
        Assert.Single(reader.Note.Verify([log.Key.Verifier]));
    }

    [Fact]
    public async Task Files_are_exactly_those_of_the_standard()
    {
        using var log = new MadeLog();
        // 70,000 is the standard's own example: 273 whole tiles, and partial ones of width 112, 17 and 1.
        await log.GrowTo(70_000);
        var files = Directory.EnumerateFiles(log.Path, "*", SearchOption.AllDirectories).Select(f => Path.GetRelativePath(log.Path, f)).Where(f => !f.StartsWith(".record", StringComparison.Ordinal)).ToHashSet();
        var expected = Enumerable.Range(0, 273).SelectMany(n => new[] { $"tile/0/{n:D3}", $"tile/entries/{n:D3}" })
            .Concat(["checkpoint", "tile/0/273.p/112", "tile/entries/273.p/112", "tile/1/000", "tile/1/001.p/17", "tile/2/000.p/1"]);
        Assert.Equal(expected.Order(StringComparer.Ordinal), files.Order(StringComparer.Ordinal));
        Assert.All(files.Where(f => f.StartsWith("tile/0/", StringComparison.Ordinal) && !f.Contains(".p", StringComparison.Ordinal)), f => Assert.Equal(8_192, new FileInfo(Path.Combine(log.Path, f)).Length));
    }

    [Fact]
    public async Task What_was_acknowledged_is_there_without_a_checkpoint()
    {
        using var log = new MadeLog();
        await using (var writer = log.Open())
            await writer.AppendAsync(MadeLog.Entries(0, 300));
        await using (var writer = log.Open())
        {
            Assert.Equal((300, new LogRecovery(300, 0)), (writer.Size, writer.Recovery));
            Assert.Equal(300, await writer.AppendAsync(MadeLog.Entry(300)));
            Assert.Equal(301, Checkpoint.Of(await writer.CheckpointAsync()).Size);
        }
        Assert.Equal(MadeLog.Entry(299), new LogReader(log.Path).Entry(299).ToArray());
    }

    [Fact]
    public async Task Growth_does_not_depend_on_where_batches_and_checkpoints_fall()
    {
        using var whole = new MadeLog();
        await whole.GrowTo(1_100);
        using var pieces = new MadeLog();
        var random = new Random(7);
        for (long size = 0; size < 1_100;)
        {
            await using var writer = pieces.Open();
            for (var i = 0; i < 3 && size < 1_100; i++)
            {
                var count = (int)Math.Min(random.Next(1, 200), 1_100 - size);
                await writer.AppendAsync(MadeLog.Entries(size, count));
                size += count;
                if (random.Next(2) == 0)
                    await writer.CheckpointAsync();
            }
            await writer.CheckpointAsync();
        }
        Assert.Equal(new LogReader(whole.Path).Head, new LogReader(pieces.Path).Head);
    }

    [Fact]
    public async Task Growth_does_not_depend_on_how_long_a_journal_may_be()
    {
        using var whole = new MadeLog();
        await whole.GrowTo(2_000);
        foreach (var most in new[] { 1, 7, 256, 600 })
        {
            using var log = new MadeLog();
            await using (var writer = log.Open(new() { MostEntriesInJournal = most }))
            {
                await Task.WhenAll(Enumerable.Range(0, 2_000).Select(i => writer.AppendAsync(MadeLog.Entry(i)).AsTask()));
                await writer.CheckpointAsync();
            }
            Assert.Equal(new LogReader(whole.Path).Head, new LogReader(log.Path).Head);
            Assert.True(LogCheck.Run(log.Path).IsSound);
            Assert.False(File.Exists(Path.Combine(log.Path, ".record", "journal.next")));
        }
    }

    [Fact]
    public async Task A_journal_and_the_one_that_follows_it_are_both_read_after_a_crash()
    {
        using var log = new MadeLog();
        await Between(log, 300, 40);
        var found = LogCheck.Run(log.Path);
        Assert.True(found.IsSound, string.Join("; ", found.Faults.Select(f => f.What)));
        Assert.Equal(340, found.PendingEntries);

        await using (var writer = log.Open())
        {
            Assert.Equal((340, new LogRecovery(340, 0)), (writer.Size, writer.Recovery));
            Assert.Equal(340, await writer.AppendAsync(MadeLog.Entry(340)));
            await writer.CheckpointAsync();
        }
        using var whole = new MadeLog();
        await whole.GrowTo(341);
        Assert.Equal(new LogReader(whole.Path).Head, new LogReader(log.Path).Head);
        Assert.True(LogCheck.Run(log.Path).IsSound);
    }

    [Fact]
    public async Task Journals_that_do_not_follow_one_another_are_told_and_not_signed_over()
    {
        var (journal, next) = (Path.Combine(".record", "journal"), Path.Combine(".record", "journal.next"));
        foreach (var (name, change) in new (string, Func<byte[], byte[]>)[]
        {
            (journal, bytes => bytes[..^(JournalFormat.EntryOverhead + MadeLog.Entry(29).Length)]),
            (next, bytes => [.. JournalFormat.Header(29, MerkleTree.EmptyRoot), .. bytes[JournalFormat.HeaderLength..]]),
            (next, bytes => [.. JournalFormat.Header(30, MerkleTree.EmptyRoot), .. bytes[JournalFormat.HeaderLength..]]),
            (next, bytes => [.. bytes[..40], (byte)(bytes[40] ^ 1), .. bytes[41..]]),
            (next, bytes => [.. bytes[..^1], (byte)(bytes[^1] ^ 1)]),
        })
        {
            using var log = new MadeLog();
            await Between(log, 30, 4);
            var path = Path.Combine(log.Path, name);
            File.WriteAllBytes(path, change(File.ReadAllBytes(path)));
            Assert.Contains(LogCheck.Run(log.Path).Faults, fault => fault.Path.StartsWith(".record/journal", StringComparison.Ordinal));
            Assert.Throws<RecordException>(() => log.Open());
        }
    }

    [Fact]
    public async Task Tiles_that_cannot_be_written_in_the_background_stop_the_log_and_lose_nothing()
    {
        using var log = new MadeLog();
        var inTheWay = Path.Combine(log.Path, "tile");
        File.WriteAllText(inTheWay, "");
        long acknowledged = 0;
        await using (var writer = log.Open(new() { MostEntriesInJournal = 10 }))
        {
            await Assert.ThrowsAsync<LogStoppedException>(async () =>
            {
                while (acknowledged < 1_000)
                    acknowledged = await writer.AppendAsync(MadeLog.Entry(acknowledged)) + 1;
            });
        }
        Assert.InRange(acknowledged, 10, 20);
        File.Delete(inTheWay);
        await using (var writer = log.Open())
        {
            Assert.Equal(acknowledged, writer.Size);
            await writer.CheckpointAsync();
        }
        Assert.Equal(Enumerable.Range(0, (int)acknowledged).Select(i => Convert.ToBase64String(MadeLog.Entry(i))), new LogReader(log.Path).Entries().Select(e => Convert.ToBase64String(e.Entry.Span)));
    }

    /// <summary>Leaves a log as a crash does between the begin of a journal and the last tile of the one before it.</summary>
    private static async Task Between(MadeLog log, int inJournal, int inNext)
    {
        await using (var writer = log.Open())
            await writer.AppendAsync(MadeLog.Entries(0, inJournal));
        var tree = new TreeFrontier();
        foreach (var entry in MadeLog.Entries(0, inJournal))
            tree.Append(MerkleTree.HashLeaf(entry.Span));
        var folder = new LogFolder(log.Path);
        using var next = Journal.Begin(folder, folder.NextJournal, inJournal, tree.Root());
        next.Append([.. MadeLog.Entries(inJournal, inNext).Select(entry => (entry, MerkleTree.HashLeaf(entry.Span)))]);
    }

    [Fact]
    public async Task A_second_writer_is_refused_while_there_is_one()
    {
        using var log = new MadeLog();
        await using (log.Open())
            Assert.Contains("one writer", Assert.Throws<RecordException>(() => log.Open()).Message, StringComparison.Ordinal);
        await using (log.Open())
        {
        }
    }

    [Fact]
    public async Task A_copy_of_the_folder_cannot_fork_the_log()
    {
        using var log = new MadeLog();
        await log.GrowTo(10);
        CopyFolder(log.Path, log.Beside("copy"));
        await log.GrowTo(12);

        await using var other = LogWriter.Open(log.Beside("copy"), [log.Key]);
        await other.AppendAsync("another eleventh"u8.ToArray());
        Assert.Contains("older copy", (await Assert.ThrowsAsync<RecordException>(async () => await other.CheckpointAsync())).Message, StringComparison.Ordinal);

        await using var third = LogWriter.Open(CopyFolder(log.Path, log.Beside("third")), [log.Key]);
        await log.GrowTo(13);
        await third.AppendAsync("another thirteenth"u8.ToArray());
        await third.AppendAsync("and one more"u8.ToArray());
        Assert.Contains("fork", (await Assert.ThrowsAsync<RecordException>(async () => await third.CheckpointAsync())).Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_changed_right_edge_is_not_signed_over()
    {
        foreach (var file in new[] { "checkpoint", "tile/0/001.p/44", "tile/entries/001.p/44", "tile/1/000.p/1", ".record/journal" })
        {
            using var log = new MadeLog();
            await log.GrowTo(300);
            var path = Path.Combine(log.Path, file);
            var bytes = File.ReadAllBytes(path);
            bytes[bytes.Length / 2] ^= 1;
            File.WriteAllBytes(path, bytes);
            Assert.Throws<RecordException>(() => log.Open());
        }
    }

    [Fact]
    public async Task A_torn_tail_is_dropped_and_damage_is_not()
    {
        using var log = new MadeLog();
        await using (var writer = log.Open())
            await writer.AppendAsync(MadeLog.Entries(0, 20));
        var journal = Path.Combine(log.Path, ".record", "journal");
        var good = File.ReadAllBytes(journal);
        var last = good.Length - JournalFormat.EntryOverhead - MadeLog.Entry(19).Length;

        for (var length = last; length < good.Length; length++)
        {
            File.WriteAllBytes(journal, good[..length]);
            await using var writer = log.Open();
            Assert.Equal(new LogRecovery(19, length - last), writer.Recovery);
        }
        for (var bit = 8 * last; bit < 8 * good.Length; bit++)
        {
            var bytes = (byte[])good.Clone();
            bytes[bit / 8] ^= (byte)(1 << bit % 8);
            File.WriteAllBytes(journal, bytes);
            Assert.Contains($"byte {last} is damaged", Assert.Throws<RecordException>(() => log.Open()).Message, StringComparison.Ordinal);
        }

        File.WriteAllBytes(journal, good);
        await using (var writer = log.Open())
            await writer.AppendAsync(new ReadOnlyMemory<byte>([.. Enumerable.Repeat((byte)'y', 3_000)]));
        var longer = File.ReadAllBytes(journal);
        foreach (var (from, to) in new[] { (2_048, 2_560), (4_096, 4_608), (3_072, longer.Length) })
        {
            var bytes = (byte[])longer.Clone();
            bytes.AsSpan(from, Math.Min(to, longer.Length) - from).Clear();
            File.WriteAllBytes(journal, bytes);
            await using var writer = log.Open();
            Assert.Equal(20, writer.Size);
        }
    }

    [Fact]
    public async Task An_entry_too_long_is_refused_and_the_longest_is_not()
    {
        using var log = new MadeLog();
        await using var writer = log.Open();
        await Assert.ThrowsAsync<RecordException>(async () => await writer.AppendAsync(new byte[65_536]));
        Assert.Equal(0, await writer.AppendAsync(new byte[65_535]));
        Assert.Equal(1, await writer.AppendAsync(ReadOnlyMemory<byte>.Empty));
        await writer.CheckpointAsync();
        Assert.Equal(65_535, new LogReader(log.Path).Entry(0).Length);
        Assert.Equal(0, new LogReader(log.Path).Entry(1).Length);
    }

    [Fact]
    public async Task A_full_queue_holds_callers_back()
    {
        using var log = new MadeLog();
        await using var writer = log.Open(new LogWriterOptions { QueueLength = 1 });
        var indexes = await Task.WhenAll(Enumerable.Range(0, 500).Select(i => Task.Run(async () => await writer.AppendAsync(MadeLog.Entry(i)))));
        Assert.Equal(Enumerable.Range(0, 500).Select(i => (long)i), indexes.Order());
    }

    [Fact]
    public async Task Keys_take_over_from_one_another_with_overlap()
    {
        using var log = new MadeLog();
        await log.GrowTo(3);
        using var next = LogKey.LoadOrCreate(log.Beside("next.key"), MadeLog.Origin);
        Assert.Contains("not one of", Assert.Throws<RecordException>(() => LogWriter.Open(log.Path, [log.Key, next])).Message, StringComparison.Ordinal);

        LogKeys.Add(log.Path, next.Verifier);
        await using (var writer = LogWriter.Open(log.Path, [log.Key, next]))
            Assert.Equal(2, (await writer.CheckpointAsync()).Verify([log.Key.Verifier, next.Verifier]).Count);
        LogKeys.Retire(log.Path, log.Key.Verifier);
        await using (var writer = LogWriter.Open(log.Path, [next]))
        {
            await writer.AppendAsync(MadeLog.Entry(3));
            var note = await writer.CheckpointAsync();
            Assert.Single(note.Verify([next.Verifier]));
            Assert.Empty(note.Verify([log.Key.Verifier]));
        }
        Assert.Throws<RecordException>(() => LogWriter.Open(log.Path, [log.Key]));
        Assert.Throws<RecordException>(() => LogKeys.Retire(log.Path, next.Verifier));
    }

    [Fact]
    public async Task Checkpoints_come_on_a_timer()
    {
        using var log = new MadeLog();
        var time = new ManualTime();
        await using var writer = log.Open(new LogWriterOptions { CheckpointInterval = TimeSpan.FromSeconds(1), Time = time });
        await writer.AppendAsync(MadeLog.Entry(0));
        Assert.Equal(0, new LogReader(log.Path).Head.Size);
        time.Tick();
        // An append behind the timer's checkpoint in the one queue: when it is acknowledged, that is done.
        await writer.AppendAsync(MadeLog.Entry(1));
        Assert.Equal(1, new LogReader(log.Path).Head.Size);
    }

    [Fact]
    public void A_log_begins_in_a_folder_of_its_own()
    {
        using var log = new MadeLog();
        Assert.Throws<RecordException>(() => LogWriter.Create(log.Path, log.Key));
        Assert.Throws<RecordException>(() => LogWriter.Open(log.Beside("nothing"), [log.Key]));
        using var inside = LogKey.LoadOrCreate(log.Beside("new/inside.key"), "x");
        Assert.Throws<RecordException>(() => LogWriter.Create(log.Beside("new"), inside));
    }

    internal static string CopyFolder(string from, string to)
    {
        foreach (var file in Directory.EnumerateFiles(from, "*", SearchOption.AllDirectories))
        {
            var target = Path.Combine(to, Path.GetRelativePath(from, file));
            Directory.CreateDirectory(Path.GetDirectoryName(target)!);
            File.Copy(file, target, overwrite: true);
        }
        return to;
    }
}
