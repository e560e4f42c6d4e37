using System.Buffers;
using Overflight.Misb.Klv;

namespace Overflight.Misb.Ts;

/// <summary>
/// Puts KLV units together from RTP packets (RFC 6597, 4.3). A unit of which packets are missing is handed on with
/// <see cref="KlvRtpUnit.IsWhole"/> false, so that it can be dropped; so is the first behind a loss, as its start may be what was lost. Packets
/// that come late or twice are counted and not read. The first unit of a source counts as whole if it begins with a SMPTE label.
/// </summary>
public sealed class KlvRtpReader
{
    private readonly KlvRtpHandler _onUnit;
    private readonly int _mostUnitBytes;
    private readonly ArrayBufferWriter<byte> _unit = new();
    private uint _source;
    private uint _timestamp;
    private int _next = -1;
    private bool _isOpen;
    private bool _isIntact;
    private bool _isAfterLoss;

    /// <summary>Makes a reader.</summary>
    /// <param name="onUnit">Takes the units.</param>
    /// <param name="mostUnitBytes">The most bytes of a unit; what goes past that is not kept, and the unit is not whole.</param>
    public KlvRtpReader(KlvRtpHandler onUnit, int mostUnitBytes = 16 << 20)
    {
        ArgumentNullException.ThrowIfNull(onUnit);
        ArgumentOutOfRangeException.ThrowIfLessThan(mostUnitBytes, 1);
        (_onUnit, _mostUnitBytes) = (onUnit, mostUnitBytes);
    }

    /// <summary>RTP packets read.</summary>
    public long Packets { get; private set; }

    /// <summary>Datagrams that are no RTP packets.</summary>
    public long Foreign { get; private set; }

    /// <summary>Packets that came late or twice and were not read.</summary>
    public long Late { get; private set; }

    /// <summary>Packets that are missing by their sequence numbers.</summary>
    public long Missing { get; private set; }

    /// <summary>Units handed on.</summary>
    public long Units { get; private set; }

    /// <summary>Of those, units that are not known to be whole.</summary>
    public long Damaged { get; private set; }

    /// <summary>Reads a datagram.</summary>
    public void Write(ReadOnlySpan<byte> datagram)
    {
        if (!RtpHeader.TryRead(datagram, out var header))
        {
            Foreign++;
            return;
        }
        var payload = datagram[header.PayloadStart..header.PayloadEnd];
        var isNew = _next < 0 || header.Source != _source;
        var ahead = isNew ? 0 : (short)(header.Sequence - _next);
        if (ahead < 0)
        {
            Late++;
            return;
        }
        Packets++;
        if (isNew)
        {
            Finish(isEnded: false);
            (_source, _isAfterLoss) = (header.Source, !payload.StartsWith(UniversalKey.Prefix));
        }
        if (ahead > 0)
        {
            Missing += ahead;
            _isIntact = false;
        }
        if (_isOpen && header.Timestamp != _timestamp)
            // The unit before ended without its marker: its last packet was lost, or the sender sets none.
            Finish(isEnded: false);
        _isAfterLoss |= ahead > 0 && !_isOpen;
        if (!_isOpen)
            (_isOpen, _timestamp, _isIntact, _isAfterLoss) = (true, header.Timestamp, !_isAfterLoss && ahead == 0, false);
        _next = (ushort)(header.Sequence + 1);
        if (_unit.WrittenCount + payload.Length <= _mostUnitBytes)
            _unit.Write(payload);
        else
            _isIntact = false;
        if (header.IsMarked)
            Finish(isEnded: true);
    }

    /// <summary>No more packets come: what was gathered is handed on.</summary>
    public void Complete() => Finish(isEnded: false);

    private void Finish(bool isEnded)
    {
        if (!_isOpen)
            return;
        _isOpen = false;
        Units++;
        var isWhole = isEnded && _isIntact;
        Damaged += isWhole ? 0 : 1;
        try
        {
            _onUnit(new KlvRtpUnit(_unit.WrittenSpan, _timestamp, _source, isWhole));
        }
        finally
        {
            _unit.ResetWrittenCount();
        }
    }
}
