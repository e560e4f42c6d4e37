using System.Text;
using Overflight.Record.Storage;

namespace Overflight.Record.Tests;

/// <summary>A log in a folder of its own, with its key beside it.</summary>
internal sealed class MadeLog : IDisposable
{
    public const string Origin = "example.org/log";

    private readonly TemporaryFolder _folder = new();

    public MadeLog()
    {
        Key = LogKey.LoadOrCreate(_folder["log.key"], Origin);
        LogWriter.Create(Path, Key);
    }

    public string Path => _folder["log"];

    public string Beside(string name) => _folder[name];

    public LogKey Key { get; }

    public static byte[] Entry(long index) => Encoding.UTF8.GetBytes($"{{\"entry\":{index},\"text\":\"{new string('x', (int)(index * 7 % 40))}\"}}");

    public static ReadOnlyMemory<byte>[] Entries(long from, int count) => [.. Enumerable.Range(0, count).Select(i => new ReadOnlyMemory<byte>(Entry(from + i)))];

    public LogWriter Open(LogWriterOptions? options = null) => LogWriter.Open(Path, [Key], options);

    /// <summary>Grows to that size in batches, and signs.</summary>
    public async Task GrowTo(long size)
    {
        await using var writer = Open();
        while (writer.Size < size)
            await writer.AppendAsync(Entries(writer.Size, (int)Math.Min(1_000, size - writer.Size)));
        await writer.CheckpointAsync();
    }

    public void Dispose()
    {
        Key.Dispose();
        _folder.Dispose();
    }
}
