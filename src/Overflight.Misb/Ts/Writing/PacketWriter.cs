using System.Buffers.Binary;

namespace Overflight.Misb.Ts;

/// <summary>Writes sections, PES packets and clock references as packets of 188 bytes, each PID with its continuity counter.</summary>
internal sealed class PacketWriter(Stream output)
{
    private const int HeaderBytes = 4;
    private const int Room = PacketView.Bytes - HeaderBytes;
    private const int ClockBytes = 6;
    private readonly byte[] _counters = new byte[TsPid.Count];
    private readonly byte[] _packet = new byte[PacketView.Bytes];

    /// <summary>Writes a packet as it is.</summary>
    public void Copy(ReadOnlySpan<byte> packet) => output.Write(packet);

    /// <summary>Writes a section into packets of its own.</summary>
    public void WriteSection(int pid, ReadOnlySpan<byte> section)
    {
        for (var isFirst = true; !section.IsEmpty; isFirst = false)
        {
            Begin(pid, isFirst, control: 1, NextCounter(pid));
            var at = HeaderBytes;
            if (isFirst)
                _packet[at++] = 0;
            var count = Math.Min(section.Length, PacketView.Bytes - at);
            section[..count].CopyTo(_packet.AsSpan(at));
            _packet.AsSpan(at + count).Fill(0xFF);
            section = section[count..];
            output.Write(_packet);
        }
    }

    /// <summary>Writes a PES packet: its header, what stands between, and its payload, one after another.</summary>
    /// <param name="pid">Its PID.</param>
    /// <param name="header">The header, with all that precedes the payload; at most 100 bytes.</param>
    /// <param name="payload">The payload.</param>
    /// <param name="clockTicks">The clock in the first packet, in ticks of 27 MHz; none if negative.</param>
    /// <param name="isRandomAccess">Whether the first packet says that decoding can begin here.</param>
    /// <param name="isDiscontinuity">Whether the first packet says that the clock starts anew.</param>
    public void WritePes(int pid, ReadOnlySpan<byte> header, ReadOnlySpan<byte> payload, long clockTicks, bool isRandomAccess, bool isDiscontinuity)
    {
        var left = header.Length + payload.Length;
        for (var isFirst = true; left > 0; isFirst = false)
        {
            var flags = isFirst ? (isDiscontinuity ? 0x80 : 0) | (isRandomAccess ? 0x40 : 0) | (clockTicks >= 0 ? 0x10 : 0) : 0;
            var field = flags == 0 ? 0 : 2 + ((flags & 0x10) == 0 ? 0 : ClockBytes);
            field = Math.Max(field, Room - left);
            Begin(pid, isFirst, control: field > 0 ? 3 : 1, NextCounter(pid));
            WriteField(field, flags, clockTicks);
            var body = _packet.AsSpan(HeaderBytes + field);
            var count = Math.Min(header.Length, body.Length);
            header[..count].CopyTo(body);
            header = header[count..];
            body = body[count..];
            payload[..body.Length].CopyTo(body);
            payload = payload[body.Length..];
            left -= Room - field;
            output.Write(_packet);
        }
    }

    /// <summary>Writes a packet with a clock reference and nothing else.</summary>
    public void WriteClock(int pid, long ticks, bool isDiscontinuity)
    {
        // A packet without payload does not count (2.4.3.3): it bears the counter of the one before.
        Begin(pid, isUnitStart: false, control: 2, _counters[pid] + 15 & 15);
        WriteField(Room, (isDiscontinuity ? 0x80 : 0) | 0x10, ticks);
        output.Write(_packet);
    }

    private int NextCounter(int pid)
    {
        var counter = _counters[pid];
        _counters[pid] = (byte)(counter + 1 & 15);
        return counter;
    }

    private void Begin(int pid, bool isUnitStart, int control, int counter)
    {
        _packet[0] = PacketView.Sync;
        BinaryPrimitives.WriteUInt16BigEndian(_packet.AsSpan(1), (ushort)((isUnitStart ? 0x4000 : 0) | pid));
        _packet[3] = (byte)(control << 4 | counter);
    }

    /// <summary>Writes an adaptation field that takes so many bytes in all, filled up with 0xFF.</summary>
    private void WriteField(int bytes, int flags, long clockTicks)
    {
        if (bytes == 0)
            return;
        var field = _packet.AsSpan(HeaderBytes, bytes);
        field[0] = (byte)(bytes - 1);
        if (bytes == 1)
            return;
        field[1] = (byte)flags;
        var rest = field[2..];
        if ((flags & 0x10) != 0)
        {
            var (high, extension) = (clockTicks / 300 & (1L << 33) - 1, (int)(clockTicks % 300));
            BinaryPrimitives.WriteUInt32BigEndian(rest, (uint)(high >> 1));
            BinaryPrimitives.WriteUInt16BigEndian(rest[4..], (ushort)((int)(high & 1) << 15 | 0x7E00 | extension));
            rest = rest[ClockBytes..];
        }
        rest.Fill(0xFF);
    }
}
