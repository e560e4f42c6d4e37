namespace Overflight.Feeds.AircraftList;

/// <summary>Reads a file of one or more <c>aircraft.json</c> documents, one behind another.</summary>
internal sealed class AircraftListReader(ByteWindow window, ReadSession session)
{
    private const int LongestDocument = 128 << 20;
    private readonly AircraftListDecoder _decoder = new(session);

    public void Read()
    {
        window.AllowRecordsOf(LongestDocument);
        while (true)
        {
            var scanner = new JsonScanner(window.Available);
            if (scanner.Next() is not 0 and not (byte)'{' and var other)
            {
                if (other is not (byte)',')
                    session.Refuse(RejectionKind.Malformed, window.Offset + scanner.Position, _decoder.Entries, "", "what follows the document is no other one; reading goes on with the next brace");
                if (!SkipToBrace(scanner.Position))
                    break;
                continue;
            }
            if (scanner.IsGood)
                scanner.SkipValue();
            if (scanner.IsGood)
            {
                _decoder.Accept(window.Available[..scanner.Position], window.Offset);
                window.Consume(scanner.Position);
                continue;
            }
            if (scanner.State == ScanState.NeedsMore && window.More())
                continue;
            if (!TakeRest(scanner.State))
                break;
        }
        _decoder.Finish();
    }

    /// <summary>The input, or the room for a document, ends within one: what there is of it is read.</summary>
    private bool TakeRest(ScanState state)
    {
        var rest = window.Available;
        if (rest.Trim(" \t\r\n"u8).IsEmpty)
            return false;
        if (window.IsFull)
            session.Refuse(RejectionKind.RecordTooLong, window.Offset, _decoder.Entries, "", $"a document longer than {rest.Length:N0} bytes is read up to there only");
        else if (state == ScanState.NeedsMore)
            session.Truncated(window.Offset, _decoder.Entries, "the input ends within a document");
        else
            session.Refuse(RejectionKind.Malformed, window.Offset, _decoder.Entries, "", "the document is nested too deeply; what follows is not read");
        _decoder.Accept(rest, window.Offset);
        window.Consume(rest.Length);
        return false;
    }

    private bool SkipToBrace(int from)
    {
        window.Consume(from);
        do
        {
            var brace = window.Available.IndexOf((byte)'{');
            if (brace >= 0)
            {
                window.Consume(brace);
                return true;
            }
            window.Consume(window.Available.Length);
        }
        while (window.More());
        return false;
    }
}
