using Overflight.Feeds.Asterix;
using Overflight.Feeds.Cot;

namespace Overflight.Feeds.Capture;

/// <summary>Hands captured datagrams to the decoder of what they hold, and counts what is neither ASTERIX nor Cursor on Target.</summary>
internal sealed class DatagramRouter(ReadSession session)
{
    private readonly AsterixDecoder _asterix = new(session);
    private readonly CotDecoder _cot = new(session);
    private readonly HashSet<int> _asterixPorts = [];
    private long _packets;

    /// <summary>Takes a captured packet.</summary>
    /// <param name="link">Its link layer.</param>
    /// <param name="packet">What was captured of it.</param>
    /// <param name="isWhole">Whether that is all of it.</param>
    /// <param name="offset">Where it stands in the input.</param>
    /// <param name="captured">When, microseconds since the Unix epoch, or null.</param>
    public void Accept(LinkType link, ReadOnlySpan<byte> packet, bool isWhole, long offset, long? captured)
    {
        var number = _packets++;
        var content = Packet.Open(link, packet, out var payload, out var port);
        switch (content)
        {
            case PacketContent.Datagram when payload.IsEmpty:
            case PacketContent.Other:
                session.PassOver(RejectionKind.OtherTraffic);
                break;
            case PacketContent.Datagram:
                Route(payload, port, offset, captured);
                break;
            case PacketContent.Fragment:
                session.Refuse(RejectionKind.Fragment, offset, number, "", "packet: a fragment of an IP packet; fragments are not put together");
                break;
            default:
                session.Refuse(RejectionKind.Malformed, offset, number, "", isWhole ? "packet: lengths of its headers do not agree" : "packet: cut short by the capture");
                break;
        }
    }

    /// <summary>Tells what only all packets together show.</summary>
    public void Finish()
    {
        _asterix.Finish();
        _cot.Finish();
        var others = session.CountOf(RejectionKind.OtherTraffic);
        if (others > 0)
            session.Note($"{others:N0} of {_packets:N0} captured packets carry something else than ASTERIX or Cursor on Target over UDP");
        if (_asterix.Records == 0 && _cot.Events == 0 && session.CountOf(RejectionKind.NotDecoded) == 0)
            session.Refuse(RejectionKind.Unrecognised, -1, -1, "", "a packet capture that holds neither ASTERIX nor Cursor on Target");
    }

    private void Route(ReadOnlySpan<byte> payload, int port, long offset, long? captured)
    {
        if (CotDecoder.StartsEvent(payload))
        {
            session.Format ??= TrackFormat.CursorOnTarget;
            _cot.Accept(payload, offset);
        }
        else if (Categories.StartBlocks(payload) || _asterixPorts.Contains(port))
        {
            // Once a port has carried whole blocks, damage on it is told rather than taken for other traffic.
            _asterixPorts.Add(port);
            session.Format = TrackFormat.Asterix;
            _asterix.Accept(payload, offset, captured);
        }
        else if (OradisFrame.Fill(payload))
        {
            session.Format = TrackFormat.Asterix;
            for (; OradisFrame.Length(payload) is > 0 and var length; payload = payload[length..])
                _asterix.Accept(payload[OradisFrame.HeaderOctets..length], offset, captured);
        }
        else
            session.PassOver(RejectionKind.OtherTraffic);
    }
}
