using Overflight.Tracks;

namespace Overflight.Feeds.ModeS;

/// <summary>Makes tracks of a recording of Mode S messages.</summary>
internal sealed class ModeSTrackReader
{
    private readonly FrameReader _frames;
    private readonly ReadSession _session;
    private readonly ModeSDecoder _decoder;
    private long _codes;
    private long _placed;

    public ModeSTrackReader(FrameReader frames, ReadSession session)
    {
        _frames = frames;
        _session = session;
        // Who takes each fix at once takes them in the order of the messages, unless told otherwise; positions found later come too late for that.
        var takesLate = session.Options.EachFix is null || session.Options.TakesLateFixes;
        _decoder = new ModeSDecoder(session.Options.ModeS, takesLate ? AddLate : null);
    }

    public void Read()
    {
        while (_frames.TryNext(out var raw))
        {
            _decoder.Decode(raw, out var message);
            Add(message);
        }
        _decoder.Finish();
        if (_codes > _placed)
            _session.PassOver(RejectionKind.NotPlaced, _codes - _placed);
    }

    private void Add(in DecodedMessage message)
    {
        if (message.Parity == ParityStatus.Bad)
            _session.PassOver(RejectionKind.BadParity);
        else if (message.Parity == ParityStatus.Unconfirmed)
            _session.PassOver(RejectionKind.UnconfirmedAddress);
        else if (!message.HasPositionCode)
            _session.PassOver(RejectionKind.NoPosition);
        if (message.Callsign != 0 && !message.HasPositionCode && _session.Tracks.Of(message.Address) is { } named)
            NoteCallsign(named, message);
        if (!message.HasPositionCode)
            return;
        if (!message.Raw.HasTime)
            _session.PassOver(RejectionKind.NoTime);
        else
        {
            _codes++;
            if (message.HasPosition)
                AddFix(message.Address, message.Fix);
        }
    }

    private void AddLate(AircraftAddress address, in Fix fix) => AddFix(address, fix);

    private void AddFix(AircraftAddress address, in Fix fix)
    {
        _placed++;
        if (_session.Tracks.Of(address) is { } track)
            _session.Tracks.Add(track, fix);
    }

    private static void NoteCallsign(OpenTrack track, in DecodedMessage message)
    {
        Span<byte> text = stackalloc byte[8];
        CallsignText.Note(track, new UtcInstant(message.Raw.TimeMicroseconds), text[..CallsignCode.Write(message.Callsign, text)]);
    }
}
