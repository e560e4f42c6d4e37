using System.Buffers.Binary;
using Overflight.Misb.Klv;

namespace Overflight.Misb.Ts;

/// <summary>Makes the sections of the association table and of programme maps (ISO/IEC 13818-1, 2.4.4).</summary>
internal static class SectionWriter
{
    private const int MostContent = 3 + Section.MostLength - Section.HeaderBytes - Section.CrcBytes;

    /// <summary>The association table, in several sections where it must be.</summary>
    public static IReadOnlyList<byte[]> Association(int transportStreamId, int version, IEnumerable<TsProgram> programs)
    {
        var contents = new List<List<byte>> { new() };
        foreach (var program in programs)
            Append(contents, [(byte)(program.Number >> 8), (byte)program.Number, (byte)(0xE0 | program.MapPid >> 8), (byte)program.MapPid], []);
        return Make(0x00, transportStreamId, version, contents);
    }

    /// <summary>
    /// The map of a programme, its descriptors byte for byte. What does not fit in one section, which is all that the standard
    /// allows, goes into further ones: some encoders do so, and what they declared must be declared in a copy.
    /// </summary>
    /// <exception cref="ArgumentException">The descriptors of a stream or of the programme are longer than a section.</exception>
    public static IReadOnlyList<byte[]> Map(TsProgram program, IEnumerable<TsStreamInfo> streams)
    {
        byte[] clock = [(byte)(0xE0 | program.ClockPid >> 8), (byte)program.ClockPid];
        var first = new List<byte>(clock);
        Add(first, program.Descriptors.Span);
        var contents = new List<List<byte>> { first };
        foreach (var stream in streams)
        {
            var declaration = new List<byte> { stream.StreamType, (byte)(0xE0 | stream.Pid >> 8), (byte)stream.Pid };
            Add(declaration, stream.Descriptors.Span);
            Append(contents, declaration, [.. clock, 0xF0, 0]);
        }
        return Make(0x02, program.Number, program.Version, contents);
    }

    private static void Append(List<List<byte>> contents, List<byte> item, List<byte> head)
    {
        if (contents[^1].Count + item.Count > MostContent)
            contents.Add([.. head]);
        contents[^1].AddRange(item);
    }

    private static void Add(List<byte> content, ReadOnlySpan<byte> descriptors)
    {
        content.AddRange([(byte)(0xF0 | descriptors.Length >> 8), (byte)descriptors.Length]);
        content.AddRange(descriptors);
    }

    private static byte[][] Make(byte tableId, int extension, int version, List<List<byte>> contents)
    {
        if (contents.Count > 256 || contents.Exists(c => c.Count > MostContent))
            throw new ArgumentException($"The table is longer than sections of {MostContent} bytes hold.", nameof(contents));
        return [.. contents.Select((content, number) => Make(tableId, extension, version, content, number, contents.Count - 1))];
    }

    private static byte[] Make(byte tableId, int extension, int version, List<byte> content, int number, int last)
    {
        var section = new byte[Section.HeaderBytes + content.Count + Section.CrcBytes];
        section[0] = tableId;
        BinaryPrimitives.WriteUInt16BigEndian(section.AsSpan(1), (ushort)(0xB000 | section.Length - 3));
        BinaryPrimitives.WriteUInt16BigEndian(section.AsSpan(3), (ushort)extension);
        (section[5], section[6], section[7]) = ((byte)(0xC1 | (version & 31) << 1), (byte)number, (byte)last);
        content.CopyTo(section, Section.HeaderBytes);
        BinaryPrimitives.WriteUInt32BigEndian(section.AsSpan(section.Length - Section.CrcBytes), Crc32.Of(section.AsSpan(0, section.Length - Section.CrcBytes)));
        return section;
    }
}
