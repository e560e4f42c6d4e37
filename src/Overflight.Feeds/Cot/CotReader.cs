namespace Overflight.Feeds.Cot;

/// <summary>Reads a file of Cursor on Target events, one behind another, with or without an element around them.</summary>
internal sealed class CotReader(ByteWindow window, ReadSession session)
{
    // One less than the longest that is looked for between events, so that it is met once, in pieces or whole.
    private const int KeptOctets = 8;
    private readonly CotDecoder _decoder = new(session);

    public void Read()
    {
        session.Format = TrackFormat.CursorOnTarget;
        while (ToEvent())
        {
            var length = EventSpan.Length(window.Available);
            if (length > 0)
            {
                _decoder.AcceptEvent(window.Available[..length], window.Offset);
                window.Consume(length);
            }
            else if (window.IsFull)
            {
                session.Refuse(RejectionKind.RecordTooLong, window.Offset, _decoder.Events, "", $"an event longer than {window.Available.Length:N0} bytes is given up; reading goes on with the next");
                // All of it: looking for an end from each start within it would take the square of its length.
                window.Consume(window.Available.Length);
            }
            else if (!window.More())
            {
                session.Truncated(window.Offset, _decoder.Events, "the input ends within an event");
                window.Consume(window.Available.Length);
            }
        }
        _decoder.Finish();
    }

    /// <summary>Moves to the next event's start tag; false at the end.</summary>
    private bool ToEvent()
    {
        while (true)
        {
            var bytes = window.Available;
            var start = EventSpan.Start(bytes);
            if (start >= 0)
            {
                _decoder.CheckBetween(bytes[..start], window.Offset);
                window.Consume(start);
                return true;
            }
            var passed = Math.Max(0, bytes.Length - KeptOctets);
            if (passed > 0)
            {
                _decoder.CheckBetween(bytes, window.Offset);
                window.Consume(passed);
            }
            if (window.More())
                continue;
            if (window.Available.LastIndexOf((byte)'<') > window.Available.LastIndexOf((byte)'>'))
                session.Truncated(window.Offset, _decoder.Events, "the input ends within a tag");
            window.Consume(window.Available.Length);
            return false;
        }
    }
}
