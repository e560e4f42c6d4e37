using Overflight.Misb.Sight;
using Overflight.Misb.Ts;

namespace Overflight.Misb.Diagnosis.Checks;

/// <summary>
/// Brings packets and pictures together that are shown at about the same time, as a stream passes. Pictures come in the order of decoding, so a
/// packet waits until pictures well behind it have come.
/// </summary>
internal sealed class PairFinder
{
    private const int MostWaiting = 256;
    private const int MostPairs = 20_000;

    // Half a slow frame; and what reordering of pictures does not reach over.
    private const long NearTicks = 90_000 / 20;
    private const long BehindTicks = 90_000 / 2;

    private readonly Queue<(long Pts, ulong Time)> _packets = new();
    private readonly Queue<(long Pts, ulong Count, ulong Time)> _stamps = new();
    private readonly Thinned<ShownTogether> _pairs = new(MostPairs);

    /// <summary>Packets that could be compared.</summary>
    public long Packets { get; private set; }

    /// <summary>The pairs, spread over the stream.</summary>
    public IReadOnlyList<ShownTogether> Pairs
    {
        get
        {
            while (_packets.Count > 0)
                Settle();
            return _pairs.Kept;
        }
    }

    public void Packet(long pts, ulong time)
    {
        Packets++;
        _packets.Enqueue((pts, time));
        if (_packets.Count > MostWaiting)
            Settle();
    }

    public void Stamp(long pts, MispTimeStamp stamp)
    {
        _stamps.Enqueue((pts, stamp.Count, StampUnits.Microseconds(stamp)));
        while (_packets.TryPeek(out var waiting) && pts - waiting.Pts > BehindTicks)
            Settle();
        if (_stamps.Count > MostWaiting)
            _stamps.Dequeue();
    }

    private void Settle()
    {
        var packet = _packets.Dequeue();
        (long Pts, ulong Count, ulong Time)? nearest = null;
        foreach (var stamp in _stamps)
            if (Math.Abs(stamp.Pts - packet.Pts) <= NearTicks && (nearest is not { } best || Math.Abs(stamp.Pts - packet.Pts) < Math.Abs(best.Pts - packet.Pts)))
                nearest = stamp;
        if (nearest is { } found)
            _pairs.Add(() => new ShownTogether(packet.Time, found.Count, found.Time, (packet.Pts - found.Pts) / 90_000.0));
    }
}
