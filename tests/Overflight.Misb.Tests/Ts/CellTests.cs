using Overflight.Misb.Ts;
using static Overflight.Misb.Tests.Ts.HandMade;

namespace Overflight.Misb.Tests.Ts;

/// <summary>KLV in access unit cells, and carriage that is not what is declared.</summary>
public sealed class CellTests
{
    private static Collected Read(params byte[][] payloads) => Read(0x15, KlvMetadata, payloads);

    private static Collected Read(int type, byte[] descriptors, params byte[][] payloads)
    {
        var made = WithKlv(type, descriptors);
        for (var i = 0; i < payloads.Length; i++)
            made.Unit(257, PesPacket(0xFC, payloads[i], 1000 * i));
        return Collected.From(made.Bytes);
    }

    [Fact]
    public void Several_cells_of_a_packet_are_units_each_with_its_place()
    {
        var read = Read([.. Cell(3, 250, 3, KlvOf(300)), .. Cell(4, 251, 3, KlvOf(20)), .. Cell(3, 252, 3, [])], Cell(3, 253, 3, KlvOf(40)));

        Assert.Equal([(3, 250, (long?)0, 319), (4, 251, 0, 39), (3, 252, 0, 0), (3, 253, 1000, 59)], read.Units.Select(u => (u.Service!.Value, u.Sequence!.Value, u.Pts, u.Bytes.Array.Length)));
        Assert.All(read.Units, u => Assert.Equal(KlvCarriage.Synchronous, u.Carriage));
        // Two packets of tables; 14 bytes of PES header and five of the cell's after the packet's four.
        Assert.Equal(2 * 188 + 4 + 14 + 5, read.Units[0].Offset);
        Assert.Empty(read.Faults);
    }

    [Fact]
    public void Fragments_are_put_together_with_the_time_of_the_first()
    {
        var unit = KlvOf(900);
        var read = Read([.. Cell(0, 255, 2, unit[..100]), .. Cell(0, 0, 0, unit[100..130])], Cell(0, 1, 0, unit[130..800]), [.. Cell(0, 2, 1, unit[800..]), .. Cell(0, 3, 3, KlvOf(3))]);

        Assert.Equal([unit, KlvOf(3)], read.Units.Select(u => u.Bytes.Array));
        Assert.Equal([(0L, 255, true), (2000, 3, true)], read.Units.Select(u => (u.Pts!.Value, u.Sequence!.Value, u.IsWhole)));
        Assert.Empty(read.Faults);
    }

    [Fact]
    public void Missing_fragments_are_told_and_what_is_there_is_read()
    {
        var unit = KlvOf(900);
        var read = Read(Cell(0, 0, 1, unit[800..]), Cell(0, 1, 2, unit[..100]), Cell(0, 3, 1, unit[800..]), Cell(0, 4, 2, unit[..50]), Cell(0, 5, 3, KlvOf(3)), Cell(0, 6, 2, unit[..60]));

        Assert.Equal([(219, 100, false), (50, 50, false), (22, 22, true), (60, 60, false)], read.Units.Select(u => (u.Bytes.Array.Length, u.Intact, u.IsWhole)));
        Assert.Equal([TsFaultKind.AuCellFragment, TsFaultKind.AuCellSequence, TsFaultKind.AuCellFragment, TsFaultKind.AuCellFragment], read.Faults.Select(f => f.Kind));
    }

    [Fact]
    public void Lengths_past_the_packet_are_told()
    {
        var read = Read(Cell(0, 0, 3, KlvOf(20), length: 100), [.. Cell(0, 1, 3, KlvOf(20)), 0, 2, 3]);

        Assert.Equal([(39, false), (39, true)], read.Units.Select(u => (u.Bytes.Array.Length, u.IsWhole)));
        Assert.Equal([TsFaultKind.AuCellMalformed, TsFaultKind.AuCellMalformed], read.Faults.Select(f => f.Kind));
    }

    [Fact]
    public void Behind_a_missing_packet_no_cells_are_sought()
    {
        var made = WithKlv(0x15, KlvMetadata);
        var pes = PesPacket(0xFC, [.. Cell(0, 0, 3, KlvOf(20)), .. Cell(0, 1, 3, KlvOf(300)), .. Cell(0, 2, 3, KlvOf(300))], 5);
        made.Packet(257, true, pes[..184]);
        made.Packet(257, false, pes[368..552], counter: 2);
        made.Packet(257, false, pes[552..]);
        var read = Collected.From(made.Bytes);

        Assert.Equal([(39, true), (319, false)], read.Units.Select(u => (u.Bytes.Array.Length, u.IsWhole)));
        Assert.Equal(184 - 14 - 5 - 39 - 5, read.Units[1].Intact);
    }

    [Fact]
    public void Carriage_that_is_not_as_declared_is_told_and_read()
    {
        var bare = Read(KlvOf(20));
        Assert.Equal((KlvOf(20), null, KlvCarriage.Synchronous), (bare.Units.Single().Bytes.Array, bare.Units[0].Service, bare.Units[0].Carriage), (a, b) => a.Item1.AsSpan().SequenceEqual(b.Item1) && a.Item2 == b.Item2 && a.Item3 == b.Item3);
        Assert.Equal(TsFaultKind.AuCellMissing, bare.Faults.Single().Kind);

        var cells = Read(0x06, KlvRegistration, Cell(1, 0, 3, KlvOf(20)));
        Assert.Equal(KlvOf(20), cells.Units.Single().Bytes.Array);
        Assert.Equal(TsFaultKind.AuCellUnexpected, cells.Faults.Single().Kind);

        var undeclared = Read(0x06, [], KlvOf(20), [1, 2, 3]);
        Assert.Equal(KlvCarriage.Undeclared, undeclared.Units.Single().Carriage);

        var other = Convert.FromHexString("26090100FF49443320000F");
        Assert.Empty(Read(0x15, other, Cell(0, 0, 3, KlvOf(20))).Units);
        Assert.Empty(Read(0x06, "\x05\x04AC-3"u8.ToArray(), [1, 2, 3, 4, 5]).Units);
    }
}
