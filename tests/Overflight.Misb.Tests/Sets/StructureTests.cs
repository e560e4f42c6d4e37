using Overflight.Misb.Klv;
using Overflight.Misb.Sets;
using Overflight.Misb.Sets.St0601;

namespace Overflight.Misb.Tests.Sets;

public sealed class StructureTests
{
    [Fact]
    [Trait("Category", "Recorded")]
    public void Every_recorded_structure_is_written_back_byte_for_byte()
    {
        foreach (var row in Vectors.Section("st0601").Where(r => !(r.Optional("source")!.Contains("Weapon", StringComparison.Ordinal))))
            Same(row.GetProperty("tag").GetUInt64(), row.Hex());
        var packet = new St0601Packet();
        Assert.True(packet.Read(Vectors.Section("packets")[0].Hex()));
        for (var i = 0; i < packet.Set.Count; i++)
            Same(packet.Set[i].Tag, packet.Set[i].Raw.ToArray());
        Assert.True(packet.Read(Vectors.Section("packets")[1].Hex()));
        Same(48, packet.Set.TryGet(48, out var security) ? security.Raw.ToArray() : []);
    }

    [Fact]
    public void A_structure_is_built_from_nothing()
    {
        var set = new KlvSet(St0601Set.Definition);
        set.SetNode(141, KlvNode.Of(141,
            KlvNode.Of(1, KlvNode.Of(1, 300), KlvNode.Of(2, -2), KlvNode.Of(3, 1),
                KlvNode.Of(4, KlvNode.Of(1, 38.5), KlvNode.Of(2, -77.25), KlvNode.Of(3, 250.0)))));
        set.SetNode(48, KlvNode.Of(48, KlvNode.Of(1, 1), KlvNode.Of(3, "//USA"), KlvNode.Of(13, "USA")));

        var problems = new List<KlvProblem>();
        var nodes = set.ToNodes(problems);
        Assert.Empty(set.Problems);
        Assert.Empty(problems);
        var waypoint = nodes[0].Children.Single();
        Assert.Equal((300, -2), (waypoint["ID"]!.Number, waypoint["Prosecution Order"]!.Number));
        Assert.Equal(["manual mode"], waypoint["Info"]!.Flags);
        Assert.Equal(38.5, waypoint["Location"]!["Latitude"]!.Number, 1e-7);
        Assert.Equal(250, waypoint["Location"]!["Height Above Ellipsoid"]!.Number, 1e-2);
        Assert.Equal("UNCLASSIFIED", nodes[1][1]!.Text);
        Assert.Equal("USA", nodes[1]["Object Country Codes"]!.Text);
    }

    [Fact]
    public void A_part_that_cannot_be_held_is_refused_and_nothing_changes()
    {
        var set = new KlvSet(St0601Set.Definition);
        var far = KlvNode.Of(130, KlvNode.Of(1, KlvNode.Of(1, 91.0), KlvNode.Of(2, 0.0), KlvNode.Of(3, 0.0)));

        var refused = Assert.Throws<KlvRangeException>(() => set.SetNode(130, far));
        Assert.Contains("-90 to 90", refused.Message, StringComparison.Ordinal);
        Assert.Equal(0, set.Count);
    }

    [Theory]
    [InlineData(130, "0C406BC2")]
    [InlineData(138, "0301")]
    [InlineData(128, "80")]
    [InlineData(141, "020081")]
    [InlineData(81, "000A14008F")]
    [InlineData(102, "03FF")]
    public void A_damaged_structure_is_reported_and_costs_itself_alone(int tag, string hex)
    {
        var set = new KlvSet(St0601Set.Definition);
        set.SetText(3, "M");
        set.SetBytes((ulong)tag, Convert.FromHexString(hex));
        set.SetNumber(5, 10);
        var problems = new List<KlvProblem>();

        var nodes = set.ToNodes(problems);
        Assert.NotEmpty(problems);
        Assert.All(problems, p => Assert.InRange(p.Offset, 3, set.Bytes.Length - 4));
        Assert.Equal("M", nodes[0].Text);
        Assert.Equal(10, nodes[2].Number, 0.01);
    }

    private static void Same(ulong tag, byte[] raw)
    {
        var set = new KlvSet(St0601Set.Definition);
        set.SetBytes(tag, raw);
        var node = set[0].ToNode();
        set.SetBytes(tag, [0xFF]);
        set.SetNode(tag, node);
        Assert.Equal(Convert.ToHexString(raw), Convert.ToHexString(set[0].Raw.Span));
    }
}
