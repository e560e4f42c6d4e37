using Overflight.Testing;

namespace Overflight.Misb.Tests.Sets;

/// <summary>The bytes of each PID of a recorded transport stream that hold keys, without PES headers: enough of a demultiplexer for tests of KLV alone.</summary>
internal static class TsPayload
{
    private const int PacketSize = 188;

    public static List<byte[]> WithKeys(string relative)
    {
        var bytes = File.ReadAllBytes(Recorded.PathOf(relative));
        var byPid = new SortedDictionary<int, List<byte>>();
        for (var at = 0; at + PacketSize <= bytes.Length; at += PacketSize)
        {
            var packet = bytes.AsSpan(at, PacketSize);
            var start = (packet[3] & 0x20) != 0 ? 5 + packet[4] : 4;
            if ((packet[3] & 0x10) == 0 || start >= PacketSize)
                continue;
            var payload = packet[start..];
            var isStart = (packet[1] & 0x40) != 0;
            if (isStart && payload.Length > 9 && payload[0] == 0 && payload[1] == 0 && payload[2] == 1)
                payload = payload[Math.Min(payload.Length, 9 + payload[8])..];
            var pid = (packet[1] & 0x1F) << 8 | packet[2];
            if (!byPid.TryGetValue(pid, out var list))
                byPid[pid] = list = [];
            list.AddRange(payload);
        }
        return [.. byPid.Values.Select(v => v.ToArray()).Where(v => v.AsSpan().IndexOf((ReadOnlySpan<byte>)[0x06, 0x0E, 0x2B, 0x34, 0x02]) >= 0)];
    }
}
