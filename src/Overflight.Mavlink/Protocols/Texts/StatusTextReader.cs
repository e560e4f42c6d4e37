using System.Text;
using Overflight.Mavlink.Links;
using Overflight.Mavlink.Messages;

namespace Overflight.Mavlink.Protocols.Texts;

/// <summary>Joins the chunks of texts. One with chunks missing is handed on when it gets old, its gaps marked.</summary>
public sealed class StatusTextReader : IDisposable
{
    /// <summary>What stands in a text for a chunk that never came.</summary>
    public const string Gap = "[…]";

    private const int MostOpen = 64;

    private readonly Action<StatusText> _handler;
    private readonly IDisposable _subscription;
    private readonly List<Open> _open = [];

    /// <summary>Begins to read.</summary>
    /// <param name="node">Who reads.</param>
    /// <param name="handler">Is handed each text.</param>
    public StatusTextReader(MavlinkNode node, Action<StatusText> handler)
    {
        ArgumentNullException.ThrowIfNull(node);
        _handler = handler;
        _subscription = node.On<Statustext>(Take);
    }

    /// <summary>Reads no longer.</summary>
    public void Dispose() => _subscription.Dispose();

    private void Take(MavlinkFrame frame, Statustext m)
    {
        if (m.Id == 0)
        {
            _handler(new(frame.SystemId, frame.ComponentId, m.Severity, m.Text));
            return;
        }
        var open = _open.Find(o => o.System == frame.SystemId && o.Component == frame.ComponentId && o.Id == m.Id);
        if (open is null)
        {
            // A sender that begins another text, and the oldest where there are too many, will hardly bring the rest.
            foreach (var stale in _open.Where(o => o.System == frame.SystemId && o.Component == frame.ComponentId && (ushort)(m.Id - o.Id) > 2).Concat(_open.Count >= MostOpen ? _open[..1] : []).ToArray())
                HandOn(stale);
            open = new(frame.SystemId, frame.ComponentId, m.Id, m.Severity);
            _open.Add(open);
        }
        open.Chunks[m.ChunkSeq] = m.Text;
        // A NUL inside the field ends the text: then the payload, zeros left away, does not fill it.
        if (frame.Payload.Length > 1 && Encoding.UTF8.GetByteCount(m.Text) < StatusTexts.ChunkBytes && !FillsField(frame.Payload))
            open.Last = m.ChunkSeq;
        if (open.Last is { } last && open.Chunks.Count == last + 1)
            HandOn(open);
    }

    private static bool FillsField(ReadOnlySpan<byte> payload) =>
        payload.Length > StatusTexts.ChunkBytes && payload.Slice(1, StatusTexts.ChunkBytes).IndexOf((byte)0) < 0;

    private void HandOn(Open open)
    {
        _open.Remove(open);
        var text = new StringBuilder();
        for (var i = 0; i <= (open.Last ?? open.Chunks.Keys.Max()); i++)
            text.Append(open.Chunks.TryGetValue((byte)i, out var chunk) ? chunk : Gap);
        _handler(new(open.System, open.Component, open.Severity, text.ToString()));
    }

    private sealed record Open(byte System, byte Component, ushort Id, MavSeverity Severity)
    {
        public Dictionary<byte, string> Chunks { get; } = [];

        public byte? Last { get; set; }
    }
}
