namespace Overflight.Misb.Ts;

/// <summary>Takes a PES packet to be written: its header with all that precedes the payload, its payload, and its time.</summary>
internal delegate void PesHandler(ReadOnlySpan<byte> header, ReadOnlySpan<byte> payload, long? time);

/// <summary>Puts KLV access units into PES packets as their stream is declared (MISB ST 1402).</summary>
internal sealed class KlvPesWriter
{
    private const byte AsynchronousStreamId = 0xBD;
    private const byte SynchronousStreamId = 0xFC;

    // PES_packet_length counts three bytes, the time and the header of the cell.
    private const int MostCellBytes = ushort.MaxValue - 3 - 5 - AuCell.HeaderBytes;

    private readonly byte[] _sequence = new byte[TsPid.Count];

    /// <summary>The most bytes of an asynchronous unit.</summary>
    public const int MostAsynchronousBytes = ushort.MaxValue - 3;

    /// <summary>Hands on the PES packets of a unit: one, or as many as its cells take.</summary>
    public void Write(TsStreamInfo stream, ReadOnlySpan<byte> bytes, long? pts, PesHandler write)
    {
        if (stream.Carriage == KlvCarriage.Synchronous)
        {
            WriteCells(stream, bytes, pts, write);
            return;
        }
        Span<byte> header = stackalloc byte[PesHeaderWriter.MostBytes];
        write(header[..PesHeaderWriter.Write(header, AsynchronousStreamId, bytes.Length, null, null)], bytes, pts);
    }

    private void WriteCells(TsStreamInfo stream, ReadOnlySpan<byte> bytes, long? pts, PesHandler write)
    {
        Span<byte> header = stackalloc byte[PesHeaderWriter.MostBytes + AuCell.HeaderBytes];
        for (var isFirst = true; !bytes.IsEmpty; isFirst = false)
        {
            var piece = bytes[..Math.Min(bytes.Length, MostCellBytes)];
            bytes = bytes[piece.Length..];
            // The time is of the access unit that begins in the PES packet (2.4.3.7); where none begins there is none.
            var length = PesHeaderWriter.Write(header, SynchronousStreamId, AuCell.HeaderBytes + piece.Length, isFirst ? pts : null, null, isAligned: isFirst);
            new AuCell(0, _sequence[stream.Pid]++, AuCell.FlagsOf(isFirst, bytes.IsEmpty), piece.Length).Write(header[length..]);
            write(header[..(length + AuCell.HeaderBytes)], piece, isFirst ? pts : null);
        }
    }
}
