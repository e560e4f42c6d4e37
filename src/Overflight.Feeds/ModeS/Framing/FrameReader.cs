namespace Overflight.Feeds.ModeS;

/// <summary>Takes frames out of a stream one by one. Damage is told to the session; what follows it is read.</summary>
internal abstract class FrameReader(ByteWindow window, ReadSession session)
{
    private const int LeastBytes = 64;
    private long _damagedFrom = -1;

    protected ByteWindow Window => window;

    protected ReadSession Session => session;

    /// <summary>Frames given so far: the number of the next.</summary>
    public long Records { get; protected set; }

    /// <summary>Whether damaged bytes were passed over that have not been told yet.</summary>
    protected bool IsInDamage => _damagedFrom >= 0;

    /// <summary>The next frame; false at the end, when everything that was amiss has been told.</summary>
    public abstract bool TryNext(out RawFrame frame);

    /// <summary>The reader for what a window holds, or null where it holds no Mode S recording. Nothing is consumed.</summary>
    public static FrameReader? Open(ByteWindow window, ReadSession session)
    {
        // Two records of Beast at the least, or one of AVR, have to be seen whole.
        if (window.Peek(session.Options.RecogniseFrom) is [0x1A or (byte)'*' or (byte)'@', ..])
            window.Peek(LeastBytes);
        var start = window.Available[..Math.Min(window.Available.Length, BeastClock.LookedBytes)];
        if (BeastReader.Recognises(start))
        {
            session.Format = TrackFormat.Beast;
            return new BeastReader(window, session, BeastClock.Detect(start, session));
        }
        var text = start.TrimStart(" \r\n\t"u8);
        if (AvrReader.Recognises(text))
        {
            session.Format = TrackFormat.Avr;
            return new AvrReader(window, session);
        }
        if (FrameLinesReader.Recognises(text))
        {
            session.Format = TrackFormat.ModeSLines;
            return new FrameLinesReader(window, session);
        }
        return null;
    }

    /// <summary>Passes over damaged bytes; neighbouring ones are told as one.</summary>
    protected void PassDamaged(int count)
    {
        if (_damagedFrom < 0)
            _damagedFrom = window.Offset;
        window.Consume(count);
    }

    /// <summary>Tells damage that ends here.</summary>
    protected void TellDamage(string what)
    {
        if (_damagedFrom >= 0)
            Tell(what);
    }

    private void Tell(string what)
    {
        session.Refuse(RejectionKind.Malformed, _damagedFrom, Records, "", $"{window.Offset - _damagedFrom:N0} byte(s) {what}");
        _damagedFrom = -1;
    }
}
