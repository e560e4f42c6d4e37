using Overflight.Feeds.Capture;
using Overflight.Feeds.Tests.Asterix;

namespace Overflight.Feeds.Tests.Capture;

public sealed class CaptureTests
{
    // 2024-06-06T23:59:59Z.
    private const long BeforeMidnight = 1717718399;

    private static byte[] Report(double seconds, string address = "4b1814") => Block.Of(21, Block.Record(
        (1, "1d93"), (2, "00"), (5, Block.Time(seconds)), (7, Block.Place(47.5, 8.25 + seconds / 1e6, 4, 30)), (11, address)));

    [Theory]
    [InlineData(true, false)]
    [InlineData(false, false)]
    [InlineData(true, true)]
    [InlineData(false, true)]
    public void Packets_date_the_reports_across_midnight(bool isLittle, bool inNanoseconds)
    {
        var capture = Captures.Pcap(1, BeforeMidnight, isLittle, inNanoseconds,
            Captures.Ethernet(Captures.IPv4(Captures.Udp(Report(86_399.25)))),
            // Sent before midnight, captured after it; then one whose clock is ahead of the capture's.
            Captures.Ethernet(Captures.IPv4(Captures.Udp(Report(86_399.75)))),
            Captures.Ethernet(Captures.IPv4(Captures.Udp(Report(2)))));
        var reading = Reading.Of(capture);
        Assert.True(reading.Report.IsComplete);
        Assert.Equal(TrackFormat.Asterix, reading.Report.Format);
        Assert.Equal(
            ["2024-06-06T23:59:59.250Z", "2024-06-06T23:59:59.750Z", "2024-06-07T00:00:02Z"],
            Enumerable.Range(0, 3).Select(i => reading.Only[i].Time.ToString()));
    }

    public static TheoryData<int, string> Links => new()
    {
        { 1, "ethernet" },
        { 1, "vlan" },
        { 1, "two vlans" },
        { 1, "ethernet 6" },
        { 113, "cooked" },
        { 276, "cooked 2" },
        { 101, "raw" },
        { 101, "raw 6" },
        { 101, "raw 6 extended" },
        { 0, "loopback" },
        { 228, "raw" },
        { 229, "raw 6" },
    };

    [Theory]
    [MemberData(nameof(Links))]
    public void Every_link_layer_gives_the_same_datagram(int link, string form)
    {
        var udp = Captures.Udp(Report(100));
        var v4 = Captures.IPv4(udp);
        var v6 = Captures.IPv6(udp);
        byte[] packet = form switch
        {
            "ethernet" => Captures.Ethernet(v4),
            "vlan" => Captures.Ethernet([0, 5, 8, 0, .. v4], "8100"),
            "two vlans" => Captures.Ethernet([0, 5, 0x81, 0, 0, 6, 0x86, 0xdd, .. v6], "88a8"),
            "ethernet 6" => Captures.Ethernet(v6, "86dd"),
            "cooked" => [.. new byte[14], 8, 0, .. v4],
            "cooked 2" => [8, 0, .. new byte[18], .. v4],
            "raw" => v4,
            "raw 6" => v6,
            // Hop-by-hop options, then a fragment header that fragments nothing.
            "raw 6 extended" => Captures.IPv6(udp, 0, [44, 0, 0, 0, 0, 0, 0, 0, 17, 0, 0, 0, 0, 0, 0, 1]),
            _ => [2, 0, 0, 0, .. v4],
        };
        // Ethernet pads short frames: what is behind the packet is not of it.
        Assert.Equal(PacketContent.Datagram, Packet.Open((LinkType)link, [.. packet, 0, 0, 0], out var payload, out var port));
        Assert.Equal(8600, port);
        Assert.True(payload.SequenceEqual(Report(100)));
        Assert.Equal(1, Reading.Of(Captures.Pcap(link, BeforeMidnight, packets: packet)).Report.FixesRead);
    }

    [Fact]
    public void Fragments_are_refused_and_counted()
    {
        var reading = Reading.Of(Captures.Pcap(1, BeforeMidnight, packets:
        [
            Captures.Ethernet(Captures.IPv4(Captures.Udp(Report(1)), fragment: 0x2000)),
            Captures.Ethernet(Captures.IPv4(Captures.Udp(Report(2)), fragment: 0x0010)),
            Captures.Ethernet(Captures.IPv6(Captures.Udp(Report(3)), 44, [17, 0, 0, 1, 0, 0, 0, 1]), "86dd"),
            Captures.Ethernet(Captures.IPv4(Captures.Udp(Report(4)), fragment: 0x4000)),
        ]));
        Assert.Equal((1, 3), (reading.Report.FixesRead, reading.Report.RejectedByKind["fragment"]));
        Assert.False(reading.Report.IsComplete);
    }

    [Fact]
    public void Other_traffic_is_counted_and_no_damage_but_damage_on_an_ASTERIX_port_is()
    {
        var good = Captures.Ethernet(Captures.IPv4(Captures.Udp(Report(1))));
        var other = Captures.Ethernet(Captures.IPv4(Captures.Udp([1, 2, 3], 53)));
        var tcp = Captures.Ethernet(Captures.IPv4(new byte[20], protocol: 6));
        var reading = Reading.Of(Captures.Pcap(1, BeforeMidnight, packets: [other, good, tcp]));
        Assert.True(reading.Report.IsComplete);
        Assert.Equal(2, reading.Report.RejectedByKind["other-traffic"]);
        var cut = Captures.Ethernet(Captures.IPv4(Captures.Udp(Report(2)[..^4])));
        var damaged = Reading.Of(Captures.Pcap(1, BeforeMidnight, packets: [good, cut]));
        Assert.Equal(1, damaged.Report.RejectedByKind["malformed"]);
    }

    [Fact]
    public void A_capture_without_anything_that_is_read_says_so()
    {
        var reading = Reading.Of(Captures.Pcap(1, BeforeMidnight, packets: Captures.Ethernet(new byte[40], "0806")));
        Assert.Equal(1, reading.Report.RejectedByKind["unrecognised"]);
        Assert.False(reading.Report.IsComplete);
    }

    [Theory]
    [InlineData("", 1_000_000)]
    [InlineData("09000100 09000000 00000000", 1_000_000_000)] // nanoseconds
    [InlineData("09000100 94000000 00000000", 1 << 20)] // 2^-20 s
    public void The_newer_form_is_read_with_the_clock_of_its_interface(string options, long ticks)
    {
        byte[] capture =
        [
            .. Captures.NgHead(1, Block.Hex(options)),
            .. Captures.Ng(0x0bad, 1, 2, 3, 4),
            .. Captures.NgPacket((ulong)(BeforeMidnight * ticks), Captures.Ethernet(Captures.IPv4(Captures.Udp(Report(86_398))))),
        ];
        var reading = Reading.Of(capture);
        Assert.True(reading.Report.IsComplete);
        Assert.Equal("2024-06-06T23:59:58Z", reading.Only[0].Time.ToString());
    }

    [Fact]
    public void Cursor_on_Target_in_a_capture_is_read_too()
    {
        var reading = Reading.Of(Captures.Pcap(1, BeforeMidnight, packets: Captures.Ethernet(Captures.IPv4(Captures.Udp(
            """<?xml version="1.0"?><event uid="a" type="a-f-A-M-F-Q" how="m-g" time="2024-06-06T12:00:00Z" start="2024-06-06T12:00:00Z"><point lat="1" lon="2" hae="3" ce="4" le="5"/></event>"""u8.ToArray(), 6969)))));
        Assert.Equal((TrackFormat.CursorOnTarget, 1), (reading.Report.Format, reading.Report.FixesRead));
        Assert.True(reading.Report.IsComplete);
    }

    [Theory]
    [InlineData(10)]
    [InlineData(30)]
    [InlineData(60)]
    public void A_capture_cut_short_is_told(int octets)
    {
        var capture = Captures.Pcap(1, BeforeMidnight, packets: Captures.Ethernet(Captures.IPv4(Captures.Udp(Report(1)))));
        var reading = Reading.Of(capture[..octets]);
        Assert.Equal(1, reading.Report.RejectedByKind["truncated"]);
    }

    [Fact]
    public void Lengths_that_cannot_be_end_the_reading()
    {
        var capture = Captures.Pcap(1, BeforeMidnight, packets: Captures.Ethernet(Captures.IPv4(Captures.Udp(Report(1)))));
        capture[24 + 11] = 0x7f;
        Assert.False(Reading.Of(capture).Report.IsComplete);
        byte[] newer = [.. Captures.NgHead(1), .. Captures.Ng(6, new byte[20])];
        newer[^1] = 0xff;
        Assert.False(Reading.Of(newer).Report.IsComplete);
    }
}
