using Overflight.Misb.Klv;
using Overflight.Misb.Ts;

namespace Overflight.Misb.Diagnosis.Repairing;

/// <summary>
/// Writes a copy of a stream in which what a diagnosis can put right is right. Video is copied as it is but for the counts of its time stamps;
/// bytes that belong to no packet are left out of transport streams and kept in bare KLV.
/// </summary>
public sealed class StreamRepair
{
    private static readonly Dictionary<string, string> s_words = new()
    {
        ["wrong-length"] = "values written with the number of bytes that the standard has",
        ["altitude-impossible"] = "the frame centre's elevation (tag 25) put where the line of sight is at the slant range",
        ["ground-range-wrong"] = "the ground range (tag 57) replaced by the distance between the stated places",
        ["target-width-wrong"] = "the target width (tag 22) replaced by that of field of view and slant range",
        ["angles-earth-referenced"] = "azimuth, elevation and roll (tags 18 to 20) counted from the platform; the line of sight stays",
        ["angles-platform-relative"] = "azimuth and elevation counted from north and the horizon",
        ["azimuth-grid-north"] = "the azimuth counted from true north",
        ["azimuth-offset"] = "the azimuth turned by the angle by which it was off",
        ["vmti-version-missing"] = "the version that was stated last put into VMTI sets",
        ["target-heights-sea-level"] = "heights of targets counted from the ellipsoid",
        ["wrong-checksum"] = "checksums made anew",
        ["checksum-missing"] = "checksums added",
        ["stamp-unit"] = "counts of pictures written in microseconds",
        ["stamp-rate"] = "counts of pictures made to run at the pace of the pictures",
        ["async-with-pts"] = "metadata declared and carried as synchronous, with the times that it had",
        ["undeclared-klv"] = "metadata declared as KLV",
    };

    private readonly StreamDiagnosis _diagnosis;
    private readonly RepairCounts _counts = new();
    private readonly PacketRepair _packets;
    private readonly HashSet<int> _toSynchronous;
    private readonly HashSet<int> _toDeclared;

    /// <summary>Plans a repair.</summary>
    /// <param name="diagnosis">What was found of the stream.</param>
    public StreamRepair(StreamDiagnosis diagnosis)
    {
        ArgumentNullException.ThrowIfNull(diagnosis);
        _diagnosis = diagnosis;
        _packets = new PacketRepair(diagnosis, _counts);
        _toSynchronous = [.. diagnosis.Findings.Where(f => f is { Id: "async-with-pts", CanRepair: true } && f.Count == f.Of).Select(f => f.Pid!.Value)];
        _toDeclared = [.. diagnosis.Findings.Where(f => f is { Id: "undeclared-klv", CanRepair: true }).Select(f => f.Pid!.Value)];
    }

    /// <summary>What was changed so far.</summary>
    public IReadOnlyList<RepairNote> Notes => _counts.Notes(s_words);

    /// <summary>Copies bare KLV.</summary>
    public void Bare(ReadOnlyMemory<byte> bytes, Stream output)
    {
        ArgumentNullException.ThrowIfNull(output);
        output.Write(Repaired(bytes).Span);
    }

    /// <summary>Copies a transport stream. It is read twice where counts in pictures are to be changed.</summary>
    /// <param name="open">Opens the stream from its start.</param>
    /// <param name="output">Where to; not closed.</param>
    public void TransportStream(Func<Stream> open, Stream output)
    {
        ArgumentNullException.ThrowIfNull(open);
        ArgumentNullException.ThrowIfNull(output);
        var stamps = new StampRepair(_diagnosis, _counts);
        if (stamps.IsWanted)
            using (var first = open())
                new TsDemuxer(stamps).Read(first);
        using var input = open();
        using var patched = new PatchedStream(input, stamps.Patches);
        var remuxer = new TsRemuxer(output, new TsRemuxOptions
        {
            Rewrites = (in unit) => Unit(unit),
            Redeclares = stream => _toSynchronous.Contains(stream.Pid) ? TsStreamInfo.SynchronousKlv(stream.Pid)
                : _toDeclared.Contains(stream.Pid) ? TsStreamInfo.AsynchronousKlv(stream.Pid) : stream,
        });
        remuxer.Read(patched);
    }

    private ReadOnlyMemory<byte> Unit(in KlvAccessUnit unit)
    {
        if (_toSynchronous.Contains(unit.Pid))
            _counts.Done("async-with-pts");
        if (_toDeclared.Contains(unit.Pid))
            _counts.Done("undeclared-klv");
        // What is not whole cannot be told from what is damaged: it stays as it came.
        return unit.IsWhole ? Repaired(unit.Bytes.ToArray()) : unit.Bytes.ToArray();
    }

    private ReadOnlyMemory<byte> Repaired(ReadOnlyMemory<byte> bytes)
    {
        using var repaired = new MemoryStream(bytes.Length + 64);
        var reader = new KlvReader(bytes.Span);
        var at = 0;
        for (var step = reader.Read(); step != KlvRead.End; step = reader.Read())
        {
            if (step != KlvRead.Found)
                continue;
            var start = (int)reader.Packet.Offset;
            repaired.Write(bytes.Span[at..start]);
            at = start + reader.Packet.Bytes.Length;
            repaired.Write(_packets.Repair(bytes[start..at]).Span);
        }
        repaired.Write(bytes.Span[at..]);
        return repaired.ToArray();
    }
}
