using CsCheck;
using Overflight.Misb.Klv;

namespace Overflight.Misb.Tests.Klv;

public sealed class KlvReaderTests
{
    private static readonly byte[] s_key = Convert.FromHexString("060E2B34020B01010E01030101000000");

    private static readonly Gen<byte[]> s_packet = Gen.Byte.Array[0, 300].Where(value => value.AsSpan().IndexOf(UniversalKey.Prefix) < 0).Select(Packet);

    // Bytes below 6 cannot start a key, nor end in the start of one.
    private static readonly Gen<byte[]> s_junk = Gen.Byte[0, 5].Array[0, 20];

    [Fact]
    public void Packets_are_found_and_the_junk_between_them_is_counted() =>
        Gen.Select(s_junk, s_packet).Array[0, 6].Sample(parts =>
        {
            byte[] bytes = [.. parts.SelectMany(p => p.Item1.Concat(p.Item2))];
            var found = new List<byte[]>();
            long junk = 0;
            var reader = new KlvReader(bytes, 1000);
            for (var step = reader.Read(); step != KlvRead.End; step = reader.Read())
                if (step == KlvRead.Found)
                    found.Add(bytes[(int)(reader.Packet.Offset - 1000)..][..reader.Packet.Bytes.Length]);
                else
                    junk += reader.Problem.Reason == KlvReason.Junk ? reader.Problem.Found : throw new InvalidDataException(reader.Problem.Text);
            return junk == parts.Sum(p => p.Item1.Length) && found.Count == parts.Length && found.Zip(parts).All(p => p.First.SequenceEqual(p.Second.Item2));
        });

    [Fact]
    public void A_length_past_the_end_costs_its_packet_and_not_the_next()
    {
        var bad = Packet([1, 2, 3]);
        bad[16] = 0x7F;
        byte[] bytes = [.. bad, .. Packet([9])];

        var reader = new KlvReader(bytes);
        Assert.Equal(KlvRead.Problem, reader.Read());
        Assert.Equal((KlvReason.LengthPastEnd, 0L, 127L), (reader.Problem.Reason, reader.Problem.Offset, reader.Problem.Found));
        Assert.Equal(KlvRead.Found, reader.Read());
        Assert.Equal([9], reader.Packet.Value.ToArray());
        Assert.Equal(KlvRead.End, reader.Read());
    }

    [Fact]
    public void A_key_cut_short_is_told()
    {
        var reader = new KlvReader(s_key.AsSpan(0, 9));

        Assert.Equal(KlvRead.Problem, reader.Read());
        Assert.Equal(KlvReason.TruncatedKey, reader.Problem.Reason);
        Assert.Equal(KlvRead.End, reader.Read());
    }

    [Fact]
    public void The_version_of_the_registry_does_not_change_what_a_key_names()
    {
        var other = (byte[])s_key.Clone();
        other[7] = 9;

        Assert.True(UniversalKey.Read(s_key).Names(UniversalKey.Read(other)));
        other[8] = 9;
        Assert.False(UniversalKey.Read(s_key).Names(UniversalKey.Read(other)));
    }

    [Theory]
    [InlineData("123456789", 0x29B1)]
    public void Crc16_has_its_check_value(string text, int crc) => Assert.Equal(crc, Crc16.Of(System.Text.Encoding.ASCII.GetBytes(text)));

    [Theory]
    [InlineData("123456789", 0x0376E6E7)]
    public void Crc32_has_its_check_value(string text, uint crc) => Assert.Equal(crc, Crc32.Of(System.Text.Encoding.ASCII.GetBytes(text)));

    [Fact]
    public void The_running_sum_adds_bytes_to_each_half_in_turn() => Gen.Byte.Array.Sample(bytes =>
    {
        ushort expected = 0;
        for (var i = 0; i < bytes.Length; i++)
            expected += (ushort)(bytes[i] << 8 * ((i + 1) % 2));
        return RunningChecksum.Of(bytes) == expected;
    });

    private static byte[] Packet(byte[] value)
    {
        Span<byte> length = stackalloc byte[Ber.MaxLengthSize];
        return [.. s_key, .. length[..Ber.WriteLength(length, value.Length)], .. value];
    }
}
