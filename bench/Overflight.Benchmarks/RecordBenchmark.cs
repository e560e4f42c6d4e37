using System.Diagnostics;
using System.Text;
using Microsoft.Data.Sqlite;
using Overflight.Record.Checking;
using Overflight.Record.Storage;

namespace Overflight.Benchmarks;

/// <summary>
/// The record against named peers, in turns in one run: durable appends against the same batches appended to one file with fsync, and
/// against SQLite (WAL, synchronous=FULL) committing them; a million entries verified against sha256sum over the same files. Wall-clock
/// times: it is the disk and other processes that are compared with.
/// </summary>
internal static class RecordBenchmark
{
    private const int Runs = 5;
    private const int Batch = 256;
    private const int Batches = 1_200;
    private const int SingleCommits = 2_000;
    private const int VerifiedEntries = 1_000_000;

    public static void Run(string work)
    {
        var folder = Path.Combine(work, "record");
        if (Directory.Exists(folder))
            Directory.Delete(folder, recursive: true);
        Directory.CreateDirectory(folder);
        Appends(folder);
        Singles(folder);
        Verification(folder);
        Directory.Delete(folder, recursive: true);
    }

    private static void Appends(string folder)
    {
        var (log, pairs, file, sqlite) = (new List<double>(), new List<double>(), new List<double>(), new List<double>());
        for (var run = 0; run <= Runs; run++)
        {
            var name = Path.Combine(folder, $"run{run}");
            var ours = Seconds(() => AppendToLog(name + "-log", Batches));
            var paired = Seconds(() => AppendToLog(name + "-pair", Batches, callers: 2));
            var plain = Seconds(() => AppendToFile(name + "-file"));
            var database = Seconds(() => CommitToSqlite(name + "-sqlite", Batches, Batch));
            if (run == 0)
                continue;
            log.Add(ours);
            pairs.Add(paired);
            file.Add(plain);
            sqlite.Add(database);
        }
        var entries = Batches * Batch;
        Console.WriteLine($"Durable appends, {entries:N0} entries of about 300 bytes in batches of {Batch}, tiles and checkpoint made: medians of {Runs} runs in turns");
        Console.WriteLine($"  record, one caller             {Timing.Rate(entries, Median(log)),12}   runs {Listed(log, entries)}");
        Console.WriteLine($"  record, two callers            {Timing.Rate(entries, Median(pairs)),12}   record = {Median(file) / Median(pairs):0.00} of it");
        Console.WriteLine($"  one file, write + fsync        {Timing.Rate(entries, Median(file)),12}   record = {Median(file) / Median(log):0.00} of it");
        Console.WriteLine($"  SQLite WAL, the same batches   {Timing.Rate(entries, Median(sqlite)),12}   record = {Median(sqlite) / Median(log):0.00} times");
    }

    /// <summary>Writers that each wait for their own entry: the record gathers them, SQLite commits one after the other.</summary>
    private static void Singles(string folder)
    {
        var (log, sqlite) = (new List<double>(), new List<double>());
        for (var run = 0; run <= 2; run++)
        {
            var name = Path.Combine(folder, $"single{run}");
            var ours = Seconds(() => AppendSingly(name + "-log"));
            var database = Seconds(() => CommitToSqlite(name + "-sqlite", SingleCommits, 1));
            if (run == 0)
                continue;
            log.Add(ours);
            sqlite.Add(database);
        }
        Console.WriteLine($"  each entry acknowledged by itself, {SingleCommits:N0} entries of 64 callers at once: record {Timing.Rate(SingleCommits, Median(log))}, SQLite a commit each {Timing.Rate(SingleCommits, Median(sqlite))}: {Median(sqlite) / Median(log):0.0} times");
    }

    private static void Verification(string folder)
    {
        var path = Path.Combine(folder, "million");
        AppendToLog(path, VerifiedEntries / 4_000, 4_000);
        var tiles = Directory.EnumerateFiles(Path.Combine(path, "tile"), "*", SearchOption.AllDirectories).ToList();
        var bytes = tiles.Sum(f => new FileInfo(f).Length);
        var (ours, peer) = (new List<double>(), new List<double>());
        for (var run = 0; run <= Runs; run++)
        {
            var check = Seconds(() =>
            {
                if (!LogCheck.Run(path).IsSound)
                    throw new InvalidOperationException("the log is not sound");
            });
            var sum = Seconds(() => Sum(tiles));
            if (run == 0)
                continue;
            ours.Add(check);
            peer.Add(sum);
        }
        Console.WriteLine($"Verification from tiles, {VerifiedEntries:N0} entries, {bytes / 1e6:0} MB: record {Median(ours):0.00} s, sha256sum over the same files {Median(peer):0.00} s: {Median(ours) / Median(peer):0.00} times its time");
        Console.WriteLine($"  memory: {Process.GetCurrentProcess().PeakWorkingSet64 / 1e6:0} MB at most in this process, all runs");
    }

    private static void AppendToLog(string path, int batches, int batch = Batch, int callers = 1)
    {
        using var key = LogKey.LoadOrCreate(path + ".key", "example.org/bench");
        LogWriter.Create(path, key);
        Task.Run(async () =>
        {
            await using var writer = LogWriter.Open(path, [key]);
            // Each waits for its own batch: with two, one is made and hashed while the other is on its way to the disk.
            var next = -1;
            await Task.WhenAll(Enumerable.Range(0, callers).Select(_ => Task.Run(async () =>
            {
                for (var i = Interlocked.Increment(ref next); i < batches; i = Interlocked.Increment(ref next))
                    await writer.AppendAsync(Entries((long)i * batch, batch));
            })));
            await writer.CheckpointAsync();
        }).GetAwaiter().GetResult();
    }

    private static void AppendSingly(string path)
    {
        using var key = LogKey.LoadOrCreate(path + ".key", "example.org/bench");
        LogWriter.Create(path, key);
        Task.Run(async () =>
        {
            await using var writer = LogWriter.Open(path, [key]);
            var next = -1;
            await Task.WhenAll(Enumerable.Range(0, 64).Select(_ => Task.Run(async () =>
            {
                for (var i = Interlocked.Increment(ref next); i < SingleCommits; i = Interlocked.Increment(ref next))
                    await writer.AppendAsync(Entry(i));
            })));
            await writer.CheckpointAsync();
        }).GetAwaiter().GetResult();
    }

    private static void AppendToFile(string path)
    {
        using var stream = new FileStream(path, new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write, BufferSize = 0 });
        for (var i = 0; i < Batches; i++)
        {
            using var bytes = new MemoryStream();
            foreach (var entry in Entries((long)i * Batch, Batch))
            {
                bytes.Write(BitConverter.GetBytes((ushort)entry.Length));
                bytes.Write(entry.Span);
            }
            stream.Write(bytes.GetBuffer().AsSpan(0, (int)bytes.Length));
            stream.Flush(flushToDisk: true);
        }
    }

    private static void CommitToSqlite(string path, int commits, int batch)
    {
        using var connection = new SqliteConnection($"Data Source={path};Pooling=False");
        connection.Open();
        foreach (var statement in new[] { "PRAGMA journal_mode=WAL", "PRAGMA synchronous=FULL", "CREATE TABLE entries (id INTEGER PRIMARY KEY, entry BLOB NOT NULL)" })
        {
            using var prepare = connection.CreateCommand();
            prepare.CommandText = statement;
            prepare.ExecuteNonQuery();
        }
        using var insert = connection.CreateCommand();
        insert.CommandText = "INSERT INTO entries VALUES ($id, $entry)";
        var id = insert.Parameters.Add("$id", SqliteType.Integer);
        var value = insert.Parameters.Add("$entry", SqliteType.Blob);
        for (var i = 0; i < commits; i++)
        {
            using var transaction = connection.BeginTransaction();
            insert.Transaction = transaction;
            for (var j = 0; j < batch; j++)
            {
                id.Value = (long)i * batch + j;
                value.Value = Entry((long)i * batch + j);
                insert.ExecuteNonQuery();
            }
            transaction.Commit();
        }
    }

    private static void Sum(List<string> files)
    {
        var start = new ProcessStartInfo("xargs", ["-0", "sha256sum"]) { RedirectStandardInput = true, RedirectStandardOutput = true };
        using var process = Process.Start(start)!;
        var output = process.StandardOutput.ReadToEndAsync();
        process.StandardInput.Write(string.Join('\0', files));
        process.StandardInput.Close();
        output.GetAwaiter().GetResult();
        process.WaitForExit();
    }

    private static ReadOnlyMemory<byte>[] Entries(long from, int count) => [.. Enumerable.Range(0, count).Select(i => new ReadOnlyMemory<byte>(Entry(from + i)))];

    private static byte[] Entry(long index) =>
        Encoding.UTF8.GetBytes($"{{\"entry\":{index},\"kind\":\"sortie.heartbeat\",\"pad\":\"{new string((char)('a' + index % 26), 210 + (int)(index % 40))}\"}}");

    private static double Seconds(Action work)
    {
        GC.Collect();
        var clock = Stopwatch.StartNew();
        work();
        return clock.Elapsed.TotalSeconds;
    }

    private static double Median(List<double> seconds) => seconds.Order().ElementAt(seconds.Count / 2);

    private static string Listed(List<double> seconds, int entries) => string.Join(", ", seconds.Select(s => Timing.Rate(entries, s)));
}
