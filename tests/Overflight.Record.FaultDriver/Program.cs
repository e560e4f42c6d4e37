// A run of appends and checkpoints that is made to fail at each of its file system calls, one run for each: FaultTests injects the
// fault and compares what is told here, line by line, with what the log holds afterwards. usage: DIR KEYFILE
using System.Text;
using Overflight.Record.Notes;
using Overflight.Record.Storage;

using var output = new StreamWriter(Console.OpenStandardOutput()) { AutoFlush = true };
using var key = LogKey.Load(args[1]);
// The journal is full with the fourth batch, and the fifth goes to the next one while tiles are written.
await using var writer = LogWriter.Open(args[0], [key], new() { MostEntriesInJournal = 6 });
for (var batch = 0; batch < 5; batch++)
{
    var from = writer.Size;
    var first = await writer.AppendAsync([.. Enumerable.Range(0, 3).Select(i => new ReadOnlyMemory<byte>(Encoding.UTF8.GetBytes($"entry {from + i}")))]);
    output.WriteLine($"acknowledged {first} {first + 2}");
    if (batch is 1 or 4)
        output.WriteLine($"signed {Checkpoint.Of(await writer.CheckpointAsync()).Size}");
}
