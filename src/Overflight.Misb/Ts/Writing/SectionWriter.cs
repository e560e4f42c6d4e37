using System.Buffers.Binary;

namespace Overflight.Misb.Ts;

/// <summary>Makes the sections of the association table and of programme maps (ISO/IEC 13818-1, 2.4.4).</summary>
internal static class SectionWriter
{
    private const int MostContent = 3 + Section.MostLength - Section.HeaderBytes - Section.CrcBytes;

    /// <summary>The association table in one section.</summary>
    /// <exception cref="ArgumentException">There are more programmes than fit in a section.</exception>
    public static byte[] Association(int transportStreamId, int version, IReadOnlyCollection<TsProgram> programs)
    {
        var content = new List<byte>();
        foreach (var program in programs)
            content.AddRange([(byte)(program.Number >> 8), (byte)program.Number, (byte)(0xE0 | program.MapPid >> 8), (byte)program.MapPid]);
        return Make(0x00, transportStreamId, version, content);
    }

    /// <summary>The map of a programme, its descriptors byte for byte.</summary>
    /// <exception cref="ArgumentException">The map is longer than a section may be.</exception>
    public static byte[] Map(TsProgram program, IEnumerable<TsStreamInfo> streams)
    {
        var content = new List<byte> { (byte)(0xE0 | program.ClockPid >> 8), (byte)program.ClockPid };
        Add(content, program.Descriptors.Span);
        foreach (var stream in streams)
        {
            content.AddRange([stream.StreamType, (byte)(0xE0 | stream.Pid >> 8), (byte)stream.Pid]);
            Add(content, stream.Descriptors.Span);
        }
        return Make(0x02, program.Number, program.Version, content);
    }

    private static void Add(List<byte> content, ReadOnlySpan<byte> descriptors)
    {
        content.AddRange([(byte)(0xF0 | descriptors.Length >> 8), (byte)descriptors.Length]);
        content.AddRange(descriptors);
    }

    private static byte[] Make(byte tableId, int extension, int version, List<byte> content)
    {
        if (content.Count > MostContent)
            throw new ArgumentException($"The table has {content.Count} bytes; a section holds {MostContent}.", nameof(content));
        var section = new byte[Section.HeaderBytes + content.Count + Section.CrcBytes];
        section[0] = tableId;
        BinaryPrimitives.WriteUInt16BigEndian(section.AsSpan(1), (ushort)(0xB000 | section.Length - 3));
        BinaryPrimitives.WriteUInt16BigEndian(section.AsSpan(3), (ushort)extension);
        section[5] = (byte)(0xC1 | (version & 31) << 1);
        content.CopyTo(section, Section.HeaderBytes);
        BinaryPrimitives.WriteUInt32BigEndian(section.AsSpan(section.Length - Section.CrcBytes), Crc32.Of(section.AsSpan(0, section.Length - Section.CrcBytes)));
        return section;
    }
}
