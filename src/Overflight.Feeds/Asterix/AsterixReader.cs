using Overflight.Tracks;

namespace Overflight.Feeds.Asterix;

/// <summary>Reads ASTERIX data blocks, one behind another, from a file; in recordings with a head and trailers these are passed over.</summary>
internal sealed class AsterixReader(ByteWindow window, ReadSession session)
{
    private const int LargestBlock = ushort.MaxValue;
    private readonly AsterixDecoder _decoder = new(session);

    /// <summary>Reads bare blocks.</summary>
    public void Read() => Read(RecordingFrame.None);

    /// <summary>Reads blocks framed as a recorder framed them.</summary>
    public void Read(RecordingFrame frame)
    {
        session.Format = TrackFormat.Asterix;
        if (window.Peek(frame.HeadOctets).Length == frame.HeadOctets)
            window.Consume(frame.HeadOctets);
        while (true)
        {
            var start = window.Peek(Categories.HeaderOctets);
            if (start.IsEmpty)
                break;
            var length = start.Length < Categories.HeaderOctets ? 0 : Octets.Unsigned16(start[1..]);
            if (start.Length == Categories.HeaderOctets && (length <= Categories.HeaderOctets || !Categories.IsKnown(start[0])))
            {
                session.Refuse(RejectionKind.Malformed, window.Offset, _decoder.Records, "", "no data block starts here; reading goes on with the next that is found");
                if (!SkipToBlocks())
                    break;
                continue;
            }
            var block = window.Peek(Math.Max(length, Categories.HeaderOctets));
            if (block.Length < Math.Max(length, Categories.HeaderOctets))
            {
                session.Truncated(window.Offset, _decoder.Records, $"the input ends within a data block, after {block.Length} of {length} octets");
                window.Consume(block.Length);
                break;
            }
            _decoder.Accept(block, window.Offset, Received());
            window.Consume(length);
            SkipTrailer(frame);
        }
        _decoder.Finish();
    }

    /// <summary>When a block comes that is read as it comes; of a recording nothing is known of that.</summary>
    private long? Received() => session.Options.ArrivalClock is { } clock ? UtcInstant.From(clock.GetUtcNow()).Microseconds : null;

    private void SkipTrailer(RecordingFrame frame)
    {
        if (frame.TrailerOctets == 0)
            return;
        var trailer = window.Peek(frame.TrailerOctets);
        if (trailer.Length < frame.TrailerOctets && !trailer.IsEmpty)
            session.Truncated(window.Offset, _decoder.Records, "the input ends within the trailer of a block");
        window.Consume(trailer.Length);
    }

    /// <summary>Moves on to where blocks start again.</summary>
    private bool SkipToBlocks()
    {
        window.Consume(1);
        while (true)
        {
            var bytes = window.Peek(2 * LargestBlock);
            var isEnd = bytes.Length < 2 * LargestBlock;
            for (var i = 0; i < bytes.Length - (isEnd ? 0 : LargestBlock); i++)
            {
                if (!Categories.StartBlocks(bytes[i..]))
                    continue;
                window.Consume(i);
                return true;
            }
            window.Consume(isEnd ? bytes.Length : LargestBlock);
            if (isEnd)
                return false;
        }
    }
}
