using CsCheck;
using Overflight.Misb.Klv;
using Overflight.Misb.Sets;
using Overflight.Misb.Sets.St0601;

namespace Overflight.Misb.Tests.Sets;

public sealed class CodecProperties
{
    [Fact]
    public void A_number_returns_within_half_a_code_or_within_one_where_the_standard_truncates() =>
        Gen.Select(Gens.Numeric, Gen.Double[0, 1]).Sample((item, part) =>
        {
            var value = Math.Clamp(item.Min + part * (item.Max - item.Min), item.Min, item.Max);
            var set = new KlvSet(St0601Set.Definition);
            set.SetNumber(item.Tag, value);
            var back = set[0].Number;
            var rounding = 1e-12 * Math.Max(Math.Abs(item.Min), Math.Abs(item.Max));
            return item.Coding == Coding.Linear
                ? Math.Abs(back - value) <= item.Linear.Step / 2 + rounding
                : back <= value + rounding && back > value - item.Mapping(set[0].Place.Length).Step - rounding;
        });

    [Fact]
    public void A_code_that_stands_for_a_number_returns() =>
        Gen.Select(Gens.Numeric, Gen.ULong).Sample((item, bits) =>
        {
            var raw = new byte[item.Length != 0 ? item.Length : item.DefaultLength];
            BigEndian.Write(raw, bits);
            var set = new KlvSet(St0601Set.Definition);
            set.SetBytes(item.Tag, raw);
            var number = set[0].Number;
            // Special codes, and codes at the ends of IMAPB that lie a step outside the range, have no number to write.
            if (set[0].Kind != ValueKind.Number || number < item.Min || number > item.Max)
                return true;
            set.SetBytes(item.Tag, new byte[raw.Length]);
            set.SetNumber(item.Tag, number);
            return set[0].Raw.Span.SequenceEqual(raw);
        });

    [Fact]
    public void A_number_outside_the_range_is_refused_with_the_range() =>
        Gen.Select(Gens.Numeric, Gen.Double[1e-6, 1e9], Gen.Bool).Sample((item, beyond, below) =>
        {
            var set = new KlvSet(St0601Set.Definition);
            var refused = Assert.Throws<KlvRangeException>(() => set.SetNumber(item.Tag, below ? item.Min - beyond : item.Max + beyond));
            return set.Count == 0 && refused.Message.Contains($"{item.Min} to {item.Max}", StringComparison.Ordinal);
        });

    [Fact]
    public void A_packet_returns_byte_for_byte_and_typed_and_generic_access_agree() => Gens.Set.Sample(set =>
    {
        var packet = new St0601Packet();
        foreach (var node in set.ToNodes())
            packet.Set.SetBytes(node.Tag, node.Raw.Span);
        packet.Set.SetUnsigned(1, 0);
        var bytes = packet.Encode();
        var read = new St0601Packet();
        Assert.True(read.Read(bytes));
        Assert.Equal(ChecksumState.Valid, read.Checksum);
        Assert.Equal(bytes, read.Encode());
        Assert.Equal(set.Bytes.ToArray(), read.Set.Bytes[..^4].ToArray());
        Assert.Equal(read.Set.TryGet(13, out var latitude) && latitude.Kind == ValueKind.Number ? latitude.Number : null, read.SensorLatitude);
        Assert.Equal(read.Set.TryGet(3, out var mission) ? mission.Text : null, read.MissionId);
        Assert.Equal(read.Set.TryGet(136, out var leap) && leap.Kind == ValueKind.SignedInteger ? leap.SignedInteger : null, read.LeapSeconds);
    });

    [Fact]
    public void Changing_one_item_leaves_all_others_as_they_were() => Gen.Select(Gens.Set, Gen.Double[-90, 90]).Sample((set, latitude) =>
    {
        var before = set.ToNodes().Where(n => n.Tag != 13).Select(n => (n.Tag, Convert.ToHexString(n.Raw.Span))).ToArray();
        set.SetNumber(13, latitude);
        Assert.Equal(before, set.ToNodes().Where(n => n.Tag != 13).Select(n => (n.Tag, Convert.ToHexString(n.Raw.Span))));
        Assert.True(set.Remove(13));
        Assert.False(set.Remove(13));
        Assert.Equal(before, set.ToNodes().Select(n => (n.Tag, Convert.ToHexString(n.Raw.Span))));
    });

    [Fact]
    public void Items_are_added_before_the_checksum_which_is_made_anew()
    {
        var packet = new St0601Packet { MissionId = "A" };
        packet.Set.SetUnsigned(1, 0);
        packet.SensorLatitude = 12.5;
        packet.Time = new DateTimeOffset(2026, 1, 2, 3, 4, 5, TimeSpan.Zero);
        var read = new St0601Packet();

        Assert.True(read.Read(packet.Encode()));
        Assert.Equal([3UL, 13, 2, 1], Enumerable.Range(0, 4).Select(i => read.Set[i].Tag));
        Assert.Equal(ChecksumState.Valid, read.Checksum);
        Assert.Equal(packet.Time, read.Time);
        Assert.Equal(12.5, read.SensorLatitude!.Value, 1e-7);
        read.SensorLatitude = null;
        Assert.False(read.Set.TryGet(13, out _));
    }

    [Fact]
    public void Special_codes_are_read_and_written()
    {
        var packet = new St0601Packet();
        packet.Set.SetSpecial(6, SpecialValue.OutOfRange);
        packet.Set.SetSpecial(23, SpecialValue.OffEarth);
        packet.Set.SetNumber(113, double.PositiveInfinity);

        Assert.Equal([0x80, 0x00], packet.Set[0].Raw.ToArray());
        Assert.Equal((ValueKind.Special, SpecialValue.OffEarth), (packet.Set[1].Kind, packet.Set[1].Special));
        Assert.Equal(SpecialValue.PositiveInfinity, packet.Set[2].Special);
        Assert.Null(packet.FrameCenterLatitude);
        Assert.Throws<KlvRangeException>(() => packet.Set.SetSpecial(5, SpecialValue.OutOfRange));
    }

    [Fact]
    public void A_damaged_packet_is_told_by_its_checksum()
    {
        var packet = new St0601Packet { PlatformHeadingAngle = 90 };
        packet.Set.SetUnsigned(1, 0);
        var bytes = packet.Encode();
        bytes[20] ^= 1;

        Assert.True(packet.Read(bytes));
        Assert.Equal(ChecksumState.Invalid, packet.Checksum);
        Assert.Equal(bytes.Length - 2, packet.ChecksumProblem!.Value.Offset);
        Assert.Equal(bytes, packet.Encode());
    }
}
