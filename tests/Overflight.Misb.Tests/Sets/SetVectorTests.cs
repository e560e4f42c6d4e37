using System.Text.Json;
using Overflight.Misb.Klv;
using Overflight.Misb.Sets;
using Overflight.Misb.Sets.St0102;
using Overflight.Misb.Sets.St0601;
using Overflight.Misb.Sets.St0806;
using Overflight.Misb.Sets.St0903;
using Overflight.Misb.Sets.St1107;
using Overflight.Misb.Sets.St1204;
using Overflight.Misb.Sets.St1206;
using Overflight.Misb.Sets.St1303;
using Overflight.Misb.Sets.St1601;
using Overflight.Misb.Sets.St1602;

namespace Overflight.Misb.Tests.Sets;

/// <summary>The recorded values of the sets beside ST 0601.</summary>
[Trait("Category", "Recorded")]
public sealed class SetVectorTests
{
    // In the row of ST 0806 the expression 0 << 6 | 1 of its source became the three bytes 00 06 01; it is the byte 01, as the lengths around it say.
    private static byte[] Repaired(JsonElement row) => Convert.FromHexString(row.Optional("hex")!.Replace("0b090101000601", "0b09010101", StringComparison.Ordinal));

    [Fact]
    public void Whole_sets_have_the_stated_values_and_no_problem()
    {
        foreach (var row in Vectors.Section("sets"))
        {
            var what = row.Optional("source")!;
            if (Definition(row.Optional("standard")!, what) is not { } definition)
                continue;
            var problems = new List<KlvProblem>();
            var set = new KlvSet(definition);
            set.Read(Repaired(row));
            var nodes = set.ToNodes(problems);

            // An array of elevations in the row of ST 1601 and repeated items are sound; nothing else may be amiss.
            Assert.True(set.Problems.Count == 0 && problems.Count == 0, $"{what}: {string.Join("; ", set.Problems.Concat(problems))}");
            foreach (var expected in row.GetProperty("expected").EnumerateObject())
                if (ulong.TryParse(expected.Name, out var tag))
                    Assert.True(Matches(nodes.First(n => n.Tag == tag), expected.Value), $"{what}, tag {tag}: {nodes.First(n => n.Tag == tag)}");
        }
    }

    [Fact]
    public void Identifiers_are_read_and_written_in_both_forms()
    {
        foreach (var row in Vectors.Section("st1204"))
        {
            var packet = row.Hex("klv_hex");
            var reader = new KlvReader(packet);
            Assert.Equal(KlvRead.Found, reader.Read());
            Assert.True(MiisIdentifier.TryRead(reader.Packet.Value, out var identifier));
            Assert.Equal(row.Optional("text"), identifier.ToString());
            Assert.True(MiisIdentifier.TryParse(row.Optional("text")!, out var parsed));
            Assert.Equal(identifier, parsed);
            Assert.Equal(reader.Packet.Value.ToArray(), parsed.ToBytes());
        }
    }

    [Fact]
    public void Security_items_are_met()
    {
        foreach (var row in Vectors.Section("st0102"))
        {
            var item = St0102Set.Definition.Find(row.GetProperty("tag").GetUInt64())!;
            var set = new KlvSet(St0102Set.Definition);
            set.SetBytes(item.Tag, row.Hex());
            Assert.True(Matches(set[0].ToNode(), row.GetProperty("value")), row.GetRawText());
            if (row.GetProperty("kind").GetString() != "encode")
                continue;
            set.SetBytes(item.Tag, []);
            set.SetText(item.Tag, row.Optional("value")!);
            Assert.Equal(row.Hex(), set[0].Raw.ToArray());
        }
    }

    [Fact]
    public void Arrays_of_every_algorithm_are_read()
    {
        var rows = Vectors.Section("sets").Where(r => r.Optional("standard") == "ST 1303").ToDictionary(r => r.Optional("source")!.Split('#')[1], r => r.Hex());
        var signed = new ItemDefinition { Tag = 1, Name = "Element", Coding = Coding.SignedInteger, MaxLength = 8 };

        Assert.Equal([12, 54, 350, 2, 2048, 0, 127, 128, 1], Read(rows["read_write_1303_uint_example1"]).Values);
        Assert.Equal([0, 1, 0, 0, 1, 0, 0, 0, 1, 0, 1, 0, 1, 0, 0, 0, 1, 1, 1, 1], Read(rows["read_write_1303_bool"]).Values);
        Assert.Equal([1, 1, 2, 2, 3, 3, 3, 4, 3, 3, 4, 4, 0, 1, 2, 2, 3, 3, 3, 3, 3, 3, 4, 4], Read(rows["read_write_1303_rle_3d"]).Values);
        var plan = Read(rows["read_write_1303_rle_example"]);
        Assert.Equal([10, 10], plan.Sizes);
        Assert.Equal((1656, -1424, 0, -1015, 978, 1260), (plan.Values[0], plan.Values[3], plan.Values[9], plan.Values[40], plan.Values[45], plan.Values[99]));

        Mdap Read(byte[] bytes)
        {
            Assert.True(Mdap.TryRead(bytes, [signed], out var array));
            return array;
        }
    }

    [Fact]
    public void Locations_of_targets_are_read_alone_and_in_series()
    {
        var rows = Vectors.Section("sets").Where(r => r.Optional("what")!.Contains("location_pack", StringComparison.Ordinal)).ToArray();
        var set = new KlvSet(VTargetSet.Definition);
        foreach (var row in rows)
            set.SetBytes(row.Optional("what")!.StartsWith("std", StringComparison.Ordinal) ? 18UL : 17, row.Hex());
        var problems = new List<KlvProblem>();
        var nodes = set.ToNodes(problems);
        var expected = rows.Single(r => r.Optional("what") == "klv_0903_location_pack").GetProperty("expected");
        double[] numbers = [.. new[] { "lat", "lon", "hae" }.Select(n => expected.GetProperty(n).GetDouble()), .. expected.GetProperty("sigma_enu").EnumerateArray().Concat(expected.GetProperty("rho").EnumerateArray()).Select(v => v.GetDouble())];

        Assert.Empty(problems);
        Assert.Equal(numbers, nodes.Single(n => n.Tag == 17).Children.Select(c => c.Number));
        var series = nodes.Single(n => n.Tag == 18).Children;
        Assert.Equal(numbers, Assert.Single(series).Children.Select(c => c.Number));
    }

    [Fact]
    public void Uncertainties_are_read()
    {
        var row = Vectors.Section("sets").Single(r => r.Optional("standard") == "ST 1010");
        var set = new KlvSet(St0601Set.Definition);
        set.Read(row.Hex());
        Assert.True(set.TryGet(102, out var item));
        var pack = item.Uncertainties();

        Assert.NotNull(pack);
        Assert.Equal([13UL, 14, 5], pack.Members);
        Assert.Equal([1.0, 2.0, 0.0], pack.StandardDeviations);
        Assert.Equal([-0.5, 0.0, 0.0], pack.Correlations);
        Assert.Equal((-0.5, 1, 0), (pack.Correlation(1, 0), pack.Correlation(2, 2), pack.Correlation(2, 1)));
    }

    private static SetDefinition? Definition(string standard, string source) => standard switch
    {
        "ST 0102" => St0102Set.Definition,
        "ST 0806" => St0806Set.Definition,
        "ST 1010" => St0601Set.Definition,
        "ST 1107" => St1107Set.Definition,
        "ST 1206" => St1206Set.Definition,
        "ST 1601" => St1601Set.Definition,
        "ST 1602" => St1602Set.Definition,
        "ST 0903" => source.Split('_')[^1] switch
        {
            "vobject" => VmtiParts.Object,
            "vfeature" => VmtiParts.Feature,
            "vtracker" => VmtiParts.Tracker,
            "vmask" => VmtiParts.Mask,
            "vchip" => VmtiParts.Chip,
            _ => null,
        },
        _ => null,
    };

    private static bool Matches(KlvNode node, JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.Number => Math.Abs(node.Number - value.GetDouble()) <= 1e-9 * Math.Max(1, Math.Abs(value.GetDouble())) + (node.Tag is 36 or 37 ? 1e-5 : 0),
        JsonValueKind.String => node.Text == value.GetString(),
        JsonValueKind.Object when value.TryGetProperty("enum", out var number) => node.Number == number.GetDouble(),
        _ => node.Kind == ValueKind.Structure,
    };
}
