using System.Text;
using Overflight.Record.Checking;
using Overflight.Record.Leaves;
using Overflight.Record.Notes;
using Overflight.Record.Storage;
using Overflight.Record.Witnessing;

namespace Overflight.Record.Tests.Checking;

public sealed class LeafCheckTests : IDisposable
{
    private readonly MadeLog _log = new();
    private readonly NoteSigner _witness = NoteSigner.Create("w.example", NoteAlgorithm.Ed25519Cosignature);
    private readonly ManualTime _time = new();

    private WitnessPolicy Policy => WitnessPolicy.Parse(Encoding.UTF8.GetBytes($"log {_log.Key.Verifier}\nwitness w {_witness.Verifier}\nquorum none\n"));

    [Fact]
    public async Task Leaves_of_a_record_are_those_that_are_due()
    {
        await Append("a", "b", "a", "a");
        Assert.Empty(Check().Faults);
    }

    [Fact]
    public async Task An_operator_who_drops_or_reorders_leaves_breaks_chains()
    {
        await Append("a", "b", "a", "a");
        var entries = new LogReader(_log.Path).Entries().Select(e => e.Entry.ToArray()).ToList();
        foreach (var (order, blamed) in new[] { (new[] { 0, 1, 3 }, 2L), ([1, 2, 3], 1), ([0, 1, 3, 2], 2) })
        {
            var path = _log.Beside("anew" + Guid.NewGuid());
            File.Delete(_log.Key.Path + ".heads");
            LogWriter.Create(path, _log.Key);
            await using (var writer = LogWriter.Open(path, [_log.Key]))
            {
                await writer.AppendAsync([.. order.Select(i => new ReadOnlyMemory<byte>(entries[i]))]);
                await writer.CheckpointAsync();
            }
            var report = LogCheck.Run(path, new() { EntriesAreLeaves = true, Policy = Policy });
            Assert.Equal(blamed, report.Faults[0].Entry);
            Assert.Contains("is not the leaf that was due", report.Faults[0].What, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task A_back_dated_leaf_is_told_by_what_a_witness_saw()
    {
        await Append("a");
        _time.Now += TimeSpan.FromHours(2);
        await using (var writer = _log.Open())
        {
            var note = await writer.CheckpointAsync();
            await writer.PublishAsync(note.With(_witness.Sign(note.Text, _time.Now)));
        }
        // The leaf says a time after the entry before it, but before the witness saw the log without it.
        var early = _time.Now - TimeSpan.FromHours(1);
        await using (var record = await RecordWriter.OpenAsync(_log.Path, [_log.Key], new() { Time = _time }))
        {
            await record.AppendAsync(LeafDraft.Create("entry", "a", "{}"u8, time: early.ToUnixTimeMilliseconds()));
            await record.AppendAsync(LeafDraft.Create("entry", "a", "{}"u8));
            await record.CheckpointAsync();
        }
        var fault = Assert.Single(Check().Faults);
        Assert.Equal(1, fault.Entry);
        Assert.Contains("back-dated: it says 2026-11-30 13:00:00 UTC, and on 2026-11-30 14:00:00 UTC", fault.What, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Entries_that_are_no_leaves_are_told()
    {
        await _log.GrowTo(3);
        Assert.Equal(3, Check().FaultCount);
        Assert.True(LogCheck.Run(_log.Path).IsSound);
    }

    public void Dispose()
    {
        _witness.Dispose();
        _log.Dispose();
    }

    private LogReport Check() => LogCheck.Run(_log.Path, new() { EntriesAreLeaves = true, Policy = Policy });

    private async Task Append(params string[] subjects)
    {
        await using var record = await RecordWriter.OpenAsync(_log.Path, [_log.Key], new() { Time = _time });
        foreach (var subject in subjects)
            await record.AppendAsync(LeafDraft.Create("entry", subject, "{\"x\":1}"u8));
        await record.CheckpointAsync();
    }
}
