using Overflight.Misb.Diagnosis;
using Overflight.Misb.Diagnosis.Repairing;
using Overflight.Misb.Klv;
using Overflight.Misb.Sets.St0601;
using Overflight.Misb.Ts;
using Overflight.Testing;

namespace Overflight.Misb.Tests.Diagnosis;

/// <summary>Diagnoses of bytes, and recorded packets to be spoilt.</summary>
internal static class Diagnosed
{
    public static StreamDiagnosis Of(byte[] bytes)
    {
        var diagnoser = new StreamDiagnoser();
        if (bytes.AsSpan().StartsWith(UniversalKey.Prefix))
        {
            diagnoser.Bare(bytes);
        }
        else
        {
            using var stream = new MemoryStream(bytes);
            new TsDemuxer(diagnoser).Read(stream);
        }
        return diagnoser.Conclude();
    }

    public static StreamDiagnosis OfFile(string file) => Of(File.ReadAllBytes(Recorded.PathOf($"video/{file}")));

    public static (byte[] Bytes, IReadOnlyList<RepairNote> Notes) Repaired(byte[] bytes)
    {
        var repair = new StreamRepair(Of(bytes));
        using var output = new MemoryStream();
        if (bytes.AsSpan().StartsWith(UniversalKey.Prefix))
            repair.Bare(bytes, output);
        else
            repair.TransportStream(() => new MemoryStream(bytes), output);
        return (output.ToArray(), repair.Notes);
    }

    public static string[] Ids(StreamDiagnosis diagnosis) => [.. diagnosis.Findings.Select(f => f.Id).Distinct().Order(StringComparer.Ordinal)];

    public static Finding? Find(StreamDiagnosis diagnosis, string id) => diagnosis.Findings.FirstOrDefault(f => f.Id == id);

    /// <summary>The packets of a recorded file, each changed.</summary>
    public static byte[] Spoilt(string file, Action<St0601Packet, int> spoil) => [.. Packets(file).SelectMany((p, i) => Changed(p, i, spoil))];

    public static List<byte[]> Packets(string file)
    {
        var bytes = File.ReadAllBytes(Recorded.PathOf($"video/{file}"));
        var packets = new List<byte[]>();
        var reader = new KlvReader(bytes);
        for (var step = reader.Read(); step != KlvRead.End; step = reader.Read())
            if (step == KlvRead.Found)
                packets.Add(reader.Packet.Bytes.ToArray());
        return packets;
    }

    private static byte[] Changed(byte[] bytes, int number, Action<St0601Packet, int> spoil)
    {
        var packet = new St0601Packet();
        Assert.True(packet.Read(bytes));
        spoil(packet, number);
        return packet.Encode();
    }

    /// <summary>A stream of pictures with stamps and one packet each, 30 a second.</summary>
    public static byte[] Carried(IReadOnlyList<byte[]> packets, KlvCarriage carriage, Func<int, MispTimeStamp?> stamp, Func<int, long>? pts = null)
    {
        using var output = new MemoryStream();
        var metadata = carriage == KlvCarriage.Synchronous ? TsStreamInfo.SynchronousKlv(0x101) : TsStreamInfo.AsynchronousKlv(0x101);
        var muxer = new TsMuxer(output, [new TsProgram(1, 0x1000, 0x100, 0, default, [TsStreamInfo.Video(0x100, 0x1B), metadata], 0)]);
        for (var i = 0; i < packets.Count; i++)
        {
            var time = pts?.Invoke(i) ?? 90_000 + 3_000L * i;
            muxer.WriteKlv(0x101, packets[i], time);
            // An access unit delimiter and a slice that is none: enough for what looks for stamps.
            muxer.WriteVideo(0x100, [0, 0, 0, 1, 0x09, 0xF0, 0, 0, 0, 1, 0x65, 0x88, 0x84, 0x21, 0xA0], time, isRandomAccess: i % 30 == 0, stamp: stamp(i));
        }
        return output.ToArray();
    }
}
