using System.Text;
using System.Text.Json;
using Overflight.Record;

namespace Overflight.Cli.Records;

/// <summary>Tells each leaf that is durable, at once: its index, or a JSON object a line.</summary>
internal sealed class AppendedLines(bool asJson) : IDisposable
{
    private readonly Stream _output = Console.OpenStandardOutput();

    /// <summary>Tells the one leaf that a verb appended.</summary>
    public static void WriteIndex(long index, bool asJson)
    {
        if (asJson)
            JsonLine.Write(json => json.WriteNumber("index", index));
        else
            Console.WriteLine(index);
    }

    public void Write(AppendedLeaf leaf, long line)
    {
        if (!asJson)
        {
            _output.Write(Encoding.ASCII.GetBytes($"{leaf.Index}\n"));
            return;
        }
        using (var json = new Utf8JsonWriter(_output))
        {
            json.WriteStartObject();
            json.WriteNumber("index", leaf.Index);
            json.WriteString("leaf", leaf.LeafHash.ToBase64Url());
            json.WriteNumber("line", line);
            json.WriteEndObject();
        }
        _output.WriteByte((byte)'\n');
    }

    public void Dispose() => _output.Dispose();
}
