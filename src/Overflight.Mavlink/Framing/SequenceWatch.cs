namespace Overflight.Mavlink.Framing;

/// <summary>Sees losses in the numbers that each sender counts up.</summary>
/// <remarks>A number a little below the one awaited is a late frame, and takes back the loss that its absence was counted as.</remarks>
public sealed class SequenceWatch
{
    private const int Half = 128;

    private readonly Dictionary<int, byte> _next = [];

    /// <summary>Frames that never came.</summary>
    public long Lost { get; private set; }

    /// <summary>Frames that came behind later ones, or twice.</summary>
    public long Late { get; private set; }

    /// <summary>Takes note of a frame.</summary>
    public void Saw(byte systemId, byte componentId, byte sequence)
    {
        var sender = systemId << 8 | componentId;
        if (_next.TryGetValue(sender, out var next))
        {
            var gap = (byte)(sequence - next);
            if (gap >= Half)
            {
                Late++;
                Lost = Math.Max(0, Lost - 1);
                return;
            }
            Lost += gap;
        }
        _next[sender] = (byte)(sequence + 1);
    }
}
