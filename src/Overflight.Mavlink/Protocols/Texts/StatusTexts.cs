using System.Text;
using Overflight.Mavlink.Links;
using Overflight.Mavlink.Messages;

namespace Overflight.Mavlink.Protocols.Texts;

/// <summary>Sends texts of any length, in chunks of 50 bytes where they need it.</summary>
/// <param name="node">Who speaks.</param>
public sealed class StatusTexts(MavlinkNode node)
{
    internal const int ChunkBytes = 50;

    /// <summary>The longest text: what 255 chunks hold.</summary>
    public const int MostBytes = 255 * ChunkBytes;

    private readonly Lock _lock = new();
    private ushort _id;

    /// <summary>Sends a text.</summary>
    /// <exception cref="ArgumentException">It is too long.</exception>
    public void Send(MavSeverity severity, string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        if (Encoding.UTF8.GetByteCount(text) > MostBytes)
            throw new ArgumentException("the text is too long", nameof(text));
        var chunks = Split(text);
        ushort id = 0;
        if (chunks.Count > 1)
        {
            lock (_lock)
                id = _id = (ushort)(_id == ushort.MaxValue ? 1 : _id + 1);
        }
        for (var i = 0; i < chunks.Count; i++)
            node.Send(new Statustext { Severity = severity, Text = chunks[i], Id = id, ChunkSeq = (byte)i });
    }

    // The last chunk holds a NUL: where the text fills it, an empty one follows. No chunk cuts a character.
    private static List<string> Split(string text)
    {
        var chunks = new List<string>();
        var chunk = new StringBuilder();
        var bytes = 0;
        foreach (var rune in text.EnumerateRunes())
        {
            if (bytes + rune.Utf8SequenceLength > ChunkBytes)
            {
                chunks.Add(chunk.ToString());
                chunk.Clear();
                bytes = 0;
            }
            chunk.Append(rune);
            bytes += rune.Utf8SequenceLength;
        }
        chunks.Add(chunk.ToString());
        if (chunks.Count > 1 && bytes == ChunkBytes)
            chunks.Add("");
        return chunks;
    }
}
