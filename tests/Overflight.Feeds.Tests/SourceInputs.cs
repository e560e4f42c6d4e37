using Overflight.Feeds.Tests.Asterix;
using Overflight.Feeds.Tests.Capture;

namespace Overflight.Feeds.Tests;

/// <summary>One small sound input of each format of surveillance sources.</summary>
internal static class SourceInputs
{
    public static IEnumerable<(string Name, string Text)> Text(int points)
    {
        yield return ("sbs", Joined(points, "\r\n", i => $"MSG,3,1,1,4CA2A{i % 3},1,2024/06/06,12:00:{10 + i}.250,2024/06/06,12:00:{10 + i}.300,SWR{i % 3},35000,450,90,47.{i},8.5,-64,7000,0,0,0,0"));
        yield return ("aircraft list", Joined(points, "\n", i => $$$"""{ "now" : {{{1600000000 + i}}}.5,"messages":5,"aircraft":[{"hex":"4b1814","type":"adsb_icao","flight":"AB ","alt_baro":100,"lat":47.{{{i}}},"lon":8.5,"nic":8,"rc":186,"seen_pos":0.2,"mlat":[],"tisb":["gs"]},{"hex":"4b1815","lastPosition":{"lat":1.{{{i}}},"lon":2,"nic":8,"rc":1,"seen_pos":90}}]}"""));
        yield return ("cot", Joined(points, "\n", i => $"""<event version="2.0" uid="u{i % 2}" type="a-f-A-M-F-Q" how="m-g" time="2024-06-06T12:00:{10 + i}Z" start="2024-06-06T12:00:{10 + i}Z" stale="2024-06-06T12:01:00Z"><point lat="47.{i}" lon="8" hae="1" ce="2" le="3"/><detail><contact callsign="A"/><track course="1" speed="2"/></detail></event>"""));
    }

    public static IEnumerable<(string Name, byte[] Bytes)> Binary(int points)
    {
        var blocks = Enumerable.Range(0, points).Select(Blocks).ToArray();
        yield return ("asterix", blocks.SelectMany(b => b).ToArray());
        var packets = blocks.Select(b => Captures.Ethernet(Captures.IPv4(Captures.Udp(b)))).ToArray();
        yield return ("asterix pcap", Captures.Pcap(1, 1_717_675_200, packets: packets));
        yield return ("asterix pcapng", [.. Captures.NgHead(1), .. packets.SelectMany((p, i) => Captures.NgPacket((ulong)(1_717_675_200 + i) * 1_000_000, p))]);
    }

    /// <summary>A block of ADS-B reports, one of a system track, a radar's place and a plot of that radar.</summary>
    private static byte[] Blocks(int i)
    {
        var time = Block.Time(43_200 + i);
        return
        [
            .. Block.Of(21, Block.Record((1, "1d93"), (2, "01 00"), (5, time), (7, Block.Place(47.5, 8 + i / 100.0, 4, 30)), (11, "4b1814"), (17, "11 72"), (18, "10"), (29, "4994b1df40e0"), (31, "c0 0001 0002"), (39, "01 0102030405060708"), (48, "03 0102"))),
            .. Block.Of(62, Block.Record((1, "1964"), (4, time), (5, Block.Place(41 + i / 100.0, 15, 4, 25)), (11, "80 4ca7a8"), (12, "0007"), (13, "01 01 01 00"), (21, "08 42373338"), (27, "80 0064 0050"))),
            .. Block.Of(34, Block.Record((1, "190c"), (2, "01"), (3, time), (8, "02 0001 0002"), (11, "030c" + Block.Place(43.5, 16.4, 3, 23)))),
            .. Block.Of(48, Block.Record((1, "190c"), (2, time), (3, "a0"), (4, "2000" + Block.Signed(0x1000 + 16 * i, 2)), (6, "0528"), (8, "3c660c"), (10, "01 0102030405060708"))),
        ];
    }

    private static string Joined(int points, string between, Func<int, string> part) => string.Join(between, Enumerable.Range(0, points).Select(part));
}
