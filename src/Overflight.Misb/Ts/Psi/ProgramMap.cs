namespace Overflight.Misb.Ts;

/// <summary>The content of a program map table (ISO/IEC 13818-1, 2.4.4.9): PCR PID, descriptors, then the streams.</summary>
internal static class ProgramMap
{
    /// <summary>Reads a table, of one section by the standard, of several by some encoders: their streams are put together.</summary>
    public static TsProgram Read(TableAssembler table, int number, int mapPid, long offset, FaultReporter faults)
    {
        var streams = new List<TsStreamInfo>();
        TsProgram? first = null;
        foreach (var content in table.Contents)
        {
            var read = Read(content, streams, number, mapPid, table.Version, offset, faults);
            first ??= read;
        }
        return first!;
    }

    // What is wrong with a section ends the reading of it, and what came before is kept.
    private static TsProgram Read(ReadOnlySpan<byte> content, List<TsStreamInfo> streams, int number, int mapPid, int version, long offset, FaultReporter faults)
    {
        if (content.Length < 4)
        {
            Malformed("the program map is shorter than its fixed fields");
            return new TsProgram(number, mapPid, TsPid.Null, version, ReadOnlyMemory<byte>.Empty, streams, offset);
        }
        var clockPid = Pid(content);
        var length = Length(content[2..]);
        if (4 + length > content.Length)
        {
            Malformed("program_info_length points past the table");
            length = content.Length - 4;
        }
        var descriptors = content.Slice(4, length).ToArray();
        for (var rest = content[(4 + length)..]; !rest.IsEmpty;)
        {
            if (rest.Length < 5 || 5 + Length(rest[3..]) > rest.Length)
            {
                Malformed("the declaration of a stream points past the table");
                break;
            }
            var end = 5 + Length(rest[3..]);
            streams.Add(new TsStreamInfo(Pid(rest[1..]), rest[0], rest[5..end].ToArray()));
            rest = rest[end..];
        }
        return new TsProgram(number, mapPid, clockPid, version, descriptors, streams, offset);

        void Malformed(string reason) => faults.Report(TsFaultKind.SectionMalformed, offset, mapPid, reason);
    }

    private static int Pid(ReadOnlySpan<byte> field) => (field[0] & 31) << 8 | field[1];

    // The upper two of the twelve bits are 0.
    private static int Length(ReadOnlySpan<byte> field) => (field[0] & 15) << 8 | field[1];
}
