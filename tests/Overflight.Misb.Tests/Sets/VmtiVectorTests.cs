using System.Text.Json;
using Overflight.Misb.Klv;
using Overflight.Misb.Sets;
using Overflight.Misb.Sets.St0903;

namespace Overflight.Misb.Tests.Sets;

/// <summary>The recorded values of ST 0903, in both its codings.</summary>
[Trait("Category", "Recorded")]
public sealed class VmtiVectorTests
{
    [Theory]
    [InlineData("st0903_vmti")]
    [InlineData("st0903_vtarget")]
    public void Every_value_is_met(string section)
    {
        var unmet = Vectors.Section(section).Where(row => !IsMet(section, row)).Select(r => r.GetRawText()).ToArray();

        Assert.True(unmet.Length == 0, $"{unmet.Length} unmet:\n{string.Join('\n', unmet)}");
    }

    [Fact]
    public void Stand_alone_packets_are_read_with_valid_checksums()
    {
        using var document = JsonDocument.Parse(File.ReadAllBytes(Overflight.Testing.Recorded.PathOf("vectors/st0601_vectors.json")));
        var bytes = Convert.FromHexString(document.RootElement.GetProperty("st0903_streams").GetProperty("jmisb_0903_bin").GetString()!);
        var packets = RecordedPacketTests.Packets(bytes, out var problems);
        var packet = new MetadataPacket(St0903Set.Definition);

        Assert.Empty(problems);
        Assert.NotEmpty(packets);
        foreach (var memory in packets)
        {
            var inner = new List<KlvProblem>();
            Assert.True(packet.Read(memory));
            Assert.Equal(ChecksumState.Valid, packet.Checksum);
            var targets = packet.Set.ToNodes(inner).Single(n => n.Tag == 101).Children;
            Assert.NotEmpty(targets);
            Assert.Empty(inner);
            Assert.Empty(packet.Set.Problems);
        }
    }

    [Fact]
    public void A_version_stated_once_holds_for_the_sets_after_it()
    {
        var state = new VmtiState();

        Assert.Same(St0903Set.Definition, state.Choose([7, 1, 0]));
        Assert.Same(St0903Set.Legacy, state.Choose([7, 1, 0, 4, 1, 3]));
        Assert.Same(St0903Set.Legacy, state.Choose([7, 1, 0]));
        Assert.Same(St0903Set.Definition, state.Choose([4, 1, 5]));
    }

    private static bool IsMet(string section, JsonElement row)
    {
        var legacy = row.Optional("encoding")?.StartsWith("legacy", StringComparison.Ordinal) == true;
        var definition = (section, legacy) switch
        {
            ("st0903_vmti", true) => St0903Set.Legacy,
            ("st0903_vmti", false) => St0903Set.Definition,
            (_, true) => VTargetSet.Legacy,
            _ => VTargetSet.Definition,
        };
        var tag = row.GetProperty("tag").GetUInt64();
        var value = row.GetProperty("value");
        var hex = row.Hex();
        var set = new KlvSet(definition);
        var field = row.Optional("field");
        // Two rows name a whole set or packet, of which they ask one thing.
        if (field == "displayHeader")
            return new MetadataPacket(definition).Read(hex);
        if (tag == 4 && hex.Length > 2)
            set.Read(hex);
        else
            set.SetBytes(tag, hex);
        if (!set.TryGet(tag, out var item) || set.Problems.Count > 0)
            return false;
        var node = item.ToNode();
        if (value.ValueKind == JsonValueKind.String)
            return node.Text == value.GetString();
        var tolerance = row.TryGetProperty("tolerance", out var stated) ? stated.GetDouble() : 1e-9;
        var expected = value.GetDouble();
        if (field == "getVersion" && tag == 13)
            return node.Raw.Span[0] == expected;
        // The rows of the series each ask for another of its two targets.
        if (field == "getTargetIdentifier")
            return node.Children.Any(c => c["Target ID"]!.Number == expected);
        if (!(Math.Abs(Find(node, field) - expected) <= tolerance))
            return false;
        if (row.GetProperty("kind").GetString() == "decode")
            return true;
        var built = new KlvSet(definition);
        built.SetNumber(tag, expected);
        return built[0].Raw.Span.SequenceEqual(hex);
    }

    private static double Find(KlvNode node, string? field) => field switch
    {
        "getYear" => Time(node).Year,
        "getDayOfMonth" => Time(node).Day,
        "getHour" => Time(node).Hour,
        "getSecond" => Time(node).Second,
        "getNano" => Time(node).Nanosecond,
        "getRed" => node["Red"]!.Number,
        "getGreen" => node["Green"]!.Number,
        "getBlue" => node["Blue"]!.Number,
        "getFpaRow" => node["Row"]!.Number,
        "getFpaColumn" => node["Column"]!.Number,
        "getLat" => node["Latitude"]!.Number,
        "getLon" => node["Longitude"]!.Number,
        "getHae" => node["Height Above Ellipsoid"]!.Number,
        "getSigEast" => node["Standard Deviation East"]!.Number,
        "getSigNorth" => node["Standard Deviation North"]!.Number,
        "getSigUp" => node["Standard Deviation Up"]!.Number,
        "getRhoEastNorth" => node["Correlation East North"]!.Number,
        "getRhoEastUp" => node["Correlation East Up"]!.Number,
        "getRhoNorthUp" => node["Correlation North Up"]!.Number,
        _ => node.Number,
    };

    private static DateTimeOffset Time(KlvNode node) => DateTimeOffset.UnixEpoch.AddTicks(10 * node.IntegerBits);
}
