using System.Text;
using Overflight.Record.Leaves;
using Overflight.Record.Notes;
using Overflight.Record.Storage;

namespace Overflight.Record.Tests;

public sealed class RecordWriterTests
{
    private static readonly LeafDraft s_note = LeafDraft.Parse("""{"note":"x"}"""u8);

    [Fact]
    public async Task Leaves_are_chained_by_subject()
    {
        using var log = new MadeLog();
        await using (var record = await RecordWriter.OpenAsync(log.Path, [log.Key]))
        {
            for (var i = 0; i < 30; i++)
                await record.AppendAsync(About($"s{i % 3}", i));
            await record.CheckpointAsync();
        }
        var leaves = new RecordReader(log.Path).Leaves().Select(l => l.Leaf).ToArray();
        Assert.Equal(30, leaves.Length);
        for (var i = 0; i < 30; i++)
        {
            Assert.Equal((i / 3, $"s{i % 3}"), (leaves[i].N, leaves[i].Subject));
            Assert.Equal(i < 3 ? null : leaves[i - 3].Hash, leaves[i].Previous);
        }
    }

    [Fact]
    public async Task Chains_hold_where_many_append_at_once()
    {
        using var log = new MadeLog();
        await using (var record = await RecordWriter.OpenAsync(log.Path, [log.Key], new LogWriterOptions { QueueLength = 2 }))
        {
            var appended = await Task.WhenAll(Enumerable.Range(0, 400).Select(i => Task.Run(async () => await record.AppendAsync(About($"s{i % 5}", i)))));
            Assert.Equal(Enumerable.Range(0, 400).Select(i => (long)i), appended.Select(a => a.Index).Order());
            var reader = await record.ReadAsync();
            Assert.All(appended, a => Assert.Equal(a.Bytes.ToArray(), reader.LeafAt(a.Reference).Bytes.ToArray()));
        }
        await RequireWhole(log, 400);
    }

    [Fact]
    public async Task What_no_checkpoint_counts_is_still_in_the_chains()
    {
        using var log = new MadeLog();
        for (var i = 0; i < 5; i++)
        {
            await using var record = await RecordWriter.OpenAsync(log.Path, [log.Key]);
            var leaf = Leaf.Parse((await record.AppendAsync(About("s", i))).Bytes);
            Assert.Equal(i, leaf.N);
            Assert.Equal(i + 1, (await record.ReadAsync()).Head.Size);
        }
        Assert.Equal(0, new RecordReader(log.Path).Head.Size);
        await RequireWhole(log, 5);
    }

    [Fact]
    public async Task The_snapshot_is_only_a_memory()
    {
        using var log = new MadeLog();
        await using (var record = await RecordWriter.OpenAsync(log.Path, [log.Key]))
            await record.AppendAsync([.. Enumerable.Range(0, 300).Select(i => About($"s{i % 7} €", i))]);
        var path = Path.Combine(log.Path, ".record", "subjects");
        var good = File.ReadAllBytes(path);
        for (var at = 0; at < good.Length; at += 13)
        {
            var bytes = (byte[])good.Clone();
            bytes[at] ^= 0x10;
            File.WriteAllBytes(path, bytes);
            await GoesOn();
        }
        foreach (var length in new[] { 0, 10, 99, 100, good.Length - 1 })
        {
            File.WriteAllBytes(path, good[..length]);
            await GoesOn();
        }
        File.Delete(path);
        await GoesOn();

        using var other = new MadeLog();
        await using (var record = await RecordWriter.OpenAsync(other.Path, [other.Key]))
            await record.AppendAsync([.. Enumerable.Range(0, 200).Select(i => About($"s{i % 7} €", -i - 1))]);
        File.Copy(Path.Combine(other.Path, ".record", "subjects"), path, overwrite: true);
        await GoesOn();

        async Task GoesOn()
        {
            await using var record = await RecordWriter.OpenAsync(log.Path, [log.Key]);
            var size = record.Size;
            var leaf = Leaf.Parse((await record.AppendAsync(About("s3 €", 0))).Bytes);
            Assert.Equal(leaf.N, (await record.ReadAsync()).Leaves().Count(l => l.Leaf.Subject == "s3 €") - 1);
            Assert.Equal(size + 1, record.Size);
        }
    }

    [Fact]
    public async Task Opening_reads_only_what_is_behind_the_snapshot()
    {
        using var log = new MadeLog();
        await using (var record = await RecordWriter.OpenAsync(log.Path, [log.Key]))
        {
            await record.AppendAsync([.. Enumerable.Range(0, 700).Select(i => About("s", i))]);
            await record.CheckpointAsync();
        }
        // The first entries are not asked for any more: without their bundle, only a new snapshot would be missed.
        File.Delete(Path.Combine(log.Path, "tile", "entries", "000"));
        await using (var record = await RecordWriter.OpenAsync(log.Path, [log.Key]))
            Assert.Equal(700, Leaf.Parse((await record.AppendAsync(About("s", 1))).Bytes).N);
        File.Delete(Path.Combine(log.Path, ".record", "subjects"));
        await Assert.ThrowsAsync<RecordException>(async () => await RecordWriter.OpenAsync(log.Path, [log.Key]));
    }

    [Fact]
    public async Task A_snapshot_is_written_while_the_log_grows()
    {
        using var log = new MadeLog();
        await using var record = await RecordWriter.OpenAsync(log.Path, [log.Key]);
        var path = Path.Combine(log.Path, ".record", "subjects");
        for (var batch = 0; batch < 65; batch++)
            await record.AppendAsync([.. Enumerable.Repeat(s_note, 1_000)]);
        Assert.False(File.Exists(path));
        await record.AppendAsync([.. Enumerable.Repeat(s_note, 1_000)]);
        Assert.True(File.Exists(path));
    }

    [Fact]
    public async Task Times_never_go_back()
    {
        using var log = new MadeLog();
        var time = new ManualTime();
        var now = time.Now.ToUnixTimeMilliseconds();
        await using var record = await RecordWriter.OpenAsync(log.Path, [log.Key], new LogWriterOptions { Time = time });
        Assert.Equal(now, await TimeOf(About("a", 1)));
        time.Now -= TimeSpan.FromHours(1);
        Assert.Equal(now, await TimeOf(About("b", 1)));
        time.Now += TimeSpan.FromHours(2);
        Assert.Equal(now + 3_600_000, await TimeOf(About("a", 2)));
        Assert.Contains("the entry before it has", (await Assert.ThrowsAsync<RecordException>(async () => await TimeOf(LeafDraft.Create("entry", "a", "{}"u8, time: now)))).Message, StringComparison.Ordinal);
        Assert.Equal(now + 3_800_000, await TimeOf(LeafDraft.Create("entry", "a", "{}"u8, time: now + 3_800_000)));
        Assert.Equal(now + 3_800_000, await TimeOf(About("c", 2)));
        Assert.Contains("ahead of the clock", (await Assert.ThrowsAsync<RecordException>(async () => await TimeOf(LeafDraft.Create("entry", "a", "{}"u8, time: now + 4_000_000)))).Message, StringComparison.Ordinal);
        Assert.Contains("t is Unix milliseconds", Assert.Throws<RecordException>(() => LeafDraft.Create("entry", "a", "{}"u8, time: now * 1_000)).Message, StringComparison.Ordinal);
        // What was refused left the chain as it was.
        Assert.Equal(3, Leaf.Parse((await record.AppendAsync(About("a", 3))).Bytes).N);

        async Task<long> TimeOf(LeafDraft draft) => Leaf.Parse((await record.AppendAsync(draft)).Bytes).Time;
    }

    [Fact]
    public async Task A_batch_is_appended_as_a_whole_or_not_at_all()
    {
        using var log = new MadeLog();
        await using (var record = await RecordWriter.OpenAsync(log.Path, [log.Key]))
        {
            await record.AppendAsync(About("a", 0));
            await Assert.ThrowsAsync<RecordException>(async () => await record.AppendAsync([About("a", 1), About("b", 1), LeafDraft.Parse("""{"subject":"a","n":7}"""u8)]));
            await Assert.ThrowsAsync<InvalidOperationException>(async () => await record.AppendAsync([About("a", 1), About("c", 1)], _ => throw new InvalidOperationException(), CancellationToken.None));
            using var cancelled = new CancellationTokenSource();
            await cancelled.CancelAsync();
            await Assert.ThrowsAnyAsync<OperationCanceledException>(async () => await record.AppendAsync(About("a", 1), cancelled.Token));
            var batch = await record.AppendAsync([About("a", 1), About("a", 2), LeafDraft.Parse("""{"subject":"a","n":3}"""u8)]);
            Assert.Equal([1L, 2, 3], batch.Select(a => a.Index));
            Assert.Equal([1L, 2, 3], batch.Select(a => Leaf.Parse(a.Bytes).N));
        }
        await RequireWhole(log, 4);
    }

    [Fact]
    public async Task A_draft_with_salts_is_appended_once()
    {
        using var log = new MadeLog();
        await using var record = await RecordWriter.OpenAsync(log.Path, [log.Key]);
        var draft = LeafDraft.Parse("""{"a":1}"""u8, ["a"]);
        await record.AppendAsync(draft);
        Assert.Contains("once", (await Assert.ThrowsAsync<RecordException>(async () => await record.AppendAsync(draft))).Message, StringComparison.Ordinal);
        await record.AppendAsync([s_note, s_note]);
    }

    [Theory]
    [InlineData("no leaf", "entry 2 is no leaf")]
    [InlineData("""{"kind":"entry","n":0,"prev":null,"subject":"s","t":9999999999999,"v":1}""", "entry 2 is not the leaf that was due")]
    [InlineData("""{"kind":"entry","n":0,"prev":null,"subject":"new","t":1,"v":1}""", "earlier than the entry before it")]
    public async Task An_entry_that_is_not_the_leaf_due_is_told_with_its_index(string entry, string message)
    {
        using var log = new MadeLog();
        await using (var record = await RecordWriter.OpenAsync(log.Path, [log.Key]))
            await record.AppendAsync([About("s", 0), About("s", 1)]);
        await using (var writer = log.Open())
            await writer.AppendAsync(Encoding.UTF8.GetBytes(entry));
        Assert.Contains(message, (await Assert.ThrowsAsync<RecordException>(async () => await RecordWriter.OpenAsync(log.Path, [log.Key]))).Message, StringComparison.Ordinal);
        // The log was let go of.
        await using (log.Open())
        {
        }
    }

    [Fact]
    public async Task Checkpoints_count_all_that_was_appended()
    {
        using var log = new MadeLog();
        await using var record = await RecordWriter.OpenAsync(log.Path, [log.Key]);
        await record.AppendAsync([s_note, s_note, s_note]);
        // Reading what is not signed yet makes tiles, and leaves the checkpoint as it was.
        Assert.Equal(3, (await record.ReadAsync()).Head.Size);
        Assert.Equal(0, new LogReader(log.Path).Head.Size);
        var head = Checkpoint.Of(await record.CheckpointAsync());
        Assert.Equal(head, new LogReader(log.Path).Head);
        Assert.Equal(head, (await record.ReadAsync()).Head);
        Assert.Equal(3, new RecordReader(log.Path).Leaves().Count());
        Assert.Throws<RecordException>(() => new RecordReader(log.Path).LeafAt(3));
    }

    internal static LeafDraft About(string subject, int number) => LeafDraft.Create("entry", subject, Encoding.UTF8.GetBytes($"{{\"number\":{number}}}"));

    /// <summary>Opens without a snapshot, which follows every chain from its beginning.</summary>
    internal static async Task RequireWhole(MadeLog log, long size)
    {
        File.Delete(Path.Combine(log.Path, ".record", "subjects"));
        await using var record = await RecordWriter.OpenAsync(log.Path, [log.Key]);
        Assert.Equal(size, record.Size);
    }
}
