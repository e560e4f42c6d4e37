using Overflight.Misb.Klv;
using Overflight.Misb.Sets;
using Overflight.Misb.Sets.St0102;
using Overflight.Misb.Sets.St0601;
using Overflight.Misb.Sets.St0903;
using Overflight.Misb.Sets.St1107;
using Overflight.Misb.Sets.St1607;
using Overflight.Testing;

namespace Overflight.Misb.Tests.Sets;

public sealed class ReadingTests
{
    [Fact]
    public void Reading_again_allocates_nothing()
    {
        var made = new St0601Packet { MissionId = "M", SensorLatitude = 1, SensorLongitude = 2, PlatformCourseAngle = 3, LeapSeconds = 4, FrameCenterLatitude = 5 };
        made.Set.SetBytes(9999, [1, 2]);
        made.Set.SetBytes(22, [1, 2, 3, 4]);
        made.Set.SetUnsigned(1, 0);
        ReadOnlyMemory<byte> bytes = made.Encode();
        var packet = new St0601Packet();
        var sum = Sum(packet, bytes, 2000);
        var again = 0.0;

        Assert.Equal(0, Allocation.Least(() => again = Sum(packet, bytes, 1000)));
        Assert.Equal(sum / 2, again, 1e-6);
    }

    [Fact]
    public void A_damaged_item_costs_that_item_alone()
    {
        var set = new KlvSet(St0601Set.Definition);
        // Tag 5 with three bytes, tag 200, tag 3 in broken UTF-8, tag 13 twice; then a length past the end.
        set.Read(Convert.FromHexString("0503010203" + "8148020102" + "0301FF" + "0D0400000000" + "0D0400000000" + "0602FD3D" + "0712"));

        Assert.Equal(
            [(KlvReason.WrongLength, 5UL, 0L), (KlvReason.UnknownTag, 200, 5), (KlvReason.BadValue, 3, 10), (KlvReason.Repeated, 13, 19), (KlvReason.LengthPastEnd, 7, 29)],
            set.Problems.Select(p => (p.Reason, p.Tag, p.Offset)));
        Assert.Equal(6, set.Count);
        Assert.Equal((ValueKind.Bytes, "Tag 200"), (set[1].Kind, set[1].Name));
        Assert.True(set.TryGet(200, out var unknown));
        Assert.Equal([1, 2], unknown.Raw.ToArray());
        Assert.Equal(-0.4315, set[5].Number, 1e-3);
    }

    [Fact]
    public void A_whole_number_of_another_length_is_read_and_reported()
    {
        var packet = new St0601Packet();
        packet.Set.Read(Convert.FromHexString("020704D5D024660180"));

        var problem = Assert.Single(packet.Set.Problems);
        Assert.Equal((KlvReason.WrongLength, 2UL, 7L, 8L), (problem.Reason, problem.Tag, problem.Found, problem.Expected));
        Assert.Equal(0x04D5D024660180UL, packet.PrecisionTimeStamp);
    }

    [Fact]
    public void Lengths_in_long_form_and_items_without_bytes_survive()
    {
        var bytes = Convert.FromHexString("0681" + "02FD3D" + "0500" + "0382000141");
        var set = new KlvSet(St0601Set.Definition);
        set.Read(bytes);

        Assert.Empty(set.Problems);
        Assert.Equal((ValueKind.Number, ValueKind.Empty, "A"), (set[0].Kind, set[1].Kind, set[2].Text));
        set.SetNumber(5, 90);
        Assert.Equal("068102FD3D" + "05024000" + "0382000141", Convert.ToHexString(set.Bytes.Span));
    }

    [Fact]
    public void A_packet_of_another_key_is_not_taken_for_its_own()
    {
        var bytes = new St0601Packet { MissionId = "A" }.Encode();
        var packet = new MetadataPacket(St0903Set.Definition);

        Assert.False(packet.Read(bytes));
        Assert.Same(St0601Set.Definition, Standards.Find(UniversalKey.Read(bytes)));
        Assert.False(packet.Read(bytes.AsMemory(0, 17)));
        Assert.Equal(0, packet.Set.Count);
        Assert.Equal(St0903Set.Definition.Key, packet.Key);
    }

    [Fact]
    public void A_universal_set_is_read_and_nests()
    {
        var items = St0102Set.Universal.Items;
        byte[] Item(ulong tag, byte[] value)
        {
            var bytes = new byte[UniversalKey.Size + 1];
            items.First(i => i.Tag == tag).Key.Write(bytes);
            bytes[16] = (byte)value.Length;
            return [.. bytes, .. value];
        }

        byte[] set = [.. Item(1, "SECRET//"u8.ToArray()), .. Item(3, "//US"u8.ToArray()), .. Item(22, [0, 12])];
        set[7] = 5;
        var problems = new List<KlvProblem>();
        var nodes = UniversalSet.Read(St0102Set.Universal, set, problems);

        Assert.Empty(problems);
        Assert.Equal(["SECRET//", "//US", null], nodes.Select(n => n.Text));
        Assert.Equal(12, nodes[2].Number);
    }

    [Fact]
    public void Uncertainties_in_IMAPB_take_their_ranges_from_the_items_before_them()
    {
        var set = new KlvSet(St1107Set.Definition);
        set.SetNumber(7, 0.5);
        set.SetNumber(31, 1000);
        // Two items; long form: sigma 2 bytes and rho 2 bytes, both IMAPB, not sparse.
        byte[] control = new byte[Ber.SizeOfOid(0x912)];
        Ber.WriteOid(control, 0x912);
        byte[] sigmaAndRho = [0x08, 0x00, 0x10, 0x00, 0x60, 0x00];
        set.SetBytes(32, [2, .. control, .. sigmaAndRho]);

        Assert.Empty(set.Problems);
        var pack = set[2].Uncertainties()!;
        Assert.Equal([7UL, 31], pack.Members);
        Assert.Equal([0.015625, 128], pack.StandardDeviations);
        Assert.Equal(0.5, pack.Correlation(0, 1));
        Assert.Null(set[0].Uncertainties());
    }

    [Fact]
    public void A_child_set_changes_its_parent()
    {
        var parent = new KlvSet(St0601Set.Definition);
        parent.SetText(3, "parent");
        parent.SetText(10, "both");
        parent.SetNumber(5, 90);
        parent.SetUnsigned(1, 7);
        var child = new KlvSet(St0601Set.Definition);
        child.SetText(3, "child");
        child.SetBytes(5, []);

        var applied = ChildSet.Apply(parent, child);
        Assert.Equal([(10UL, "both"), (3, "child")], Enumerable.Range(0, applied.Count).Select(i => (applied[i].Tag, applied[i].Text)));
    }

    [Fact]
    public void Every_table_is_sound()
    {
        foreach (var set in Standards.All.Append(St0903Set.Legacy))
            foreach (var item in set.Items)
            {
                Assert.True(item.Name.Length > 0 && item.Tag > 0, $"{set.Standard} {item.Tag}");
                Assert.True(item.Coding is not (Coding.Linear or Coding.Imapb) || item.Max > item.Min, $"{set.Standard} {item.Tag}");
                Assert.True(item.Coding is not (Coding.LocalSet or Coding.UniversalSet) || item.Set is not null, $"{set.Standard} {item.Tag}");
                Assert.Same(item, set.Find(item.Tag));
            }
        Assert.Equal(Enumerable.Range(1, 143).Select(t => (ulong)t), St0601Set.Definition.Items.Select(i => i.Tag).Order());
        Assert.Equal(Standards.All.Count, Standards.All.Select(s => s.Key).Distinct().Count());
    }

    private static double Sum(St0601Packet packet, ReadOnlyMemory<byte> bytes, int times)
    {
        var sum = 0.0;
        for (var t = 0; t < times; t++)
        {
            packet.Read(bytes);
            for (var i = 0; i < packet.Set.Count; i++)
                sum += packet.Set[i].Kind == ValueKind.Number ? packet.Set[i].Number : 0;
            sum += packet.SensorLatitude!.Value + packet.FrameCenterLatitude!.Value + (packet.Checksum == ChecksumState.Valid ? 1 : 0);
        }
        return sum;
    }
}
