namespace Overflight.Feeds.Sbs;

/// <summary>Reads a file of SBS/BaseStation lines.</summary>
internal sealed class SbsReader(ByteWindow window, ReadSession session)
{
    private readonly SbsDecoder _decoder = new(session);

    public void Read()
    {
        session.Format = TrackFormat.Sbs;
        while (true)
        {
            var end = window.Available.IndexOf((byte)'\n');
            if (end >= 0)
            {
                _decoder.Accept(window.Available[..end], window.Offset);
                window.Consume(end + 1);
            }
            else if (window.IsFull)
                GiveUp();
            else if (!window.More())
                break;
        }
        TakeLast();
        _decoder.Finish();
    }

    /// <summary>The last line may lack its end, but not some of its fields.</summary>
    private void TakeLast()
    {
        var rest = window.Available.Trim(" \t\r"u8);
        if (rest.IsEmpty || session.IsCut)
            return;
        if ((rest.StartsWith("MSG,"u8) || rest.StartsWith("MLAT,"u8)) && new SbsLine(rest).Count < SbsLine.FieldCount)
            session.Truncated(window.Offset, _decoder.Lines, "the input ends within a line");
        else
            _decoder.Accept(rest, window.Offset);
    }

    private void GiveUp()
    {
        session.Refuse(RejectionKind.RecordTooLong, window.Offset, _decoder.Lines, "", $"a line longer than {window.Available.Length:N0} bytes is given up");
        do
        {
            var end = window.Available.IndexOf((byte)'\n');
            if (end >= 0)
            {
                window.Consume(end + 1);
                return;
            }
            window.Consume(window.Available.Length);
        }
        while (window.More());
    }
}
