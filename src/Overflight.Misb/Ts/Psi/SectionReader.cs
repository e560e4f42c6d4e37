using Overflight.Misb.Klv;

namespace Overflight.Misb.Ts;

/// <summary>Puts the sections of one PID together and checks them (ISO/IEC 13818-1, 2.4.4). What repeats the last section of its number is not handed on again.</summary>
internal sealed class SectionReader(int pid, FaultReporter faults, SectionReader.Handler handler) : PidReader(pid, faults)
{
    private const byte Stuffing = 0xFF;
    private const int LengthEnd = 3;
    private readonly byte[] _buffer = new byte[LengthEnd + 4095];
    private int _length;
    private bool _isGathering;
    private long _offset;

    public delegate void Handler(SectionReader reader, in Section section);

    public override void Complete()
    {
        if (_isGathering)
            Faults.Report(TsFaultKind.SectionMalformed, _offset, Pid, "the stream ends inside the section");
        _isGathering = false;
    }

    protected override void OnLoss()
    {
        if (_isGathering)
            Faults.Report(TsFaultKind.SectionMalformed, _offset, Pid, "packets of the section are missing");
        _isGathering = false;
    }

    protected override void Read(in PacketView packet)
    {
        var payload = packet.Payload;
        var offset = packet.PayloadOffset;
        if (!packet.IsUnitStart)
        {
            if (_isGathering)
                Gather(payload);
            return;
        }
        var pointer = payload[0];
        if (1 + pointer > payload.Length)
        {
            Faults.Report(TsFaultKind.SectionMalformed, packet.Offset, Pid, "pointer_field points past the packet");
            _isGathering = false;
            return;
        }
        if (_isGathering)
        {
            Gather(payload.Slice(1, pointer));
            if (_isGathering)
                Faults.Report(TsFaultKind.SectionMalformed, _offset, Pid, "the next section begins before this one ends");
            _isGathering = false;
        }
        for (var at = 1 + pointer; at < payload.Length && payload[at] != Stuffing;)
        {
            (_length, _isGathering, _offset) = (0, true, offset + at);
            at += Gather(payload[at..]);
            if (_isGathering)
                break;
        }
    }

    /// <summary>Adds bytes to the section until it is whole.</summary>
    /// <returns>How many were its own.</returns>
    private int Gather(ReadOnlySpan<byte> bytes)
    {
        var taken = 0;
        while (true)
        {
            var wanted = _length < LengthEnd ? LengthEnd : LengthEnd + ((_buffer[1] & 15) << 8 | _buffer[2]);
            var count = Math.Min(wanted - _length, bytes.Length);
            bytes[..count].CopyTo(_buffer.AsSpan(_length));
            bytes = bytes[count..];
            _length += count;
            taken += count;
            if (_length < wanted)
                return taken;
            if (wanted == LengthEnd && (_buffer[1] & 15 | _buffer[2]) != 0)
                continue;
            _isGathering = false;
            Check(_buffer.AsSpan(0, _length));
            return taken;
        }
    }

    private void Check(ReadOnlySpan<byte> bytes)
    {
        if ((bytes[1] & 0x80) == 0 || bytes[0] > 0x02)
            // Other tables may share the PID; only those with the long header are of interest.
            return;
        if (bytes.Length < Section.HeaderBytes + Section.CrcBytes || bytes.Length - LengthEnd > Section.MostLength)
            Faults.Report(TsFaultKind.SectionMalformed, _offset, Pid, "section_length is out of its range");
        else if (Crc32.Of(bytes) != 0)
            Faults.Report(TsFaultKind.SectionCrc, _offset, Pid, "the CRC-32 of the section is wrong");
        else
            handler(this, new Section(bytes, _offset));
    }
}
