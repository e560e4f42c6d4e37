using CsCheck;
using Overflight.Misb.Klv;

namespace Overflight.Misb.Tests.Klv;

public sealed class BerTests
{
    // Lengths of every size: a plain range would hardly ever give a short one.
    private static readonly Gen<long> s_length = Gen.Select(Gen.Long[0, long.MaxValue], Gen.Int[0, 62], (value, shift) => value >> shift);

    [Fact]
    public void A_length_returns_in_its_shortest_form() => s_length.Sample(length =>
    {
        Span<byte> bytes = stackalloc byte[Ber.MaxLengthSize];
        var size = Ber.WriteLength(bytes, length);
        return size == Ber.SizeOfLength(length) && Ber.TryReadLength(bytes, out var back, out var read) && back == length && read == size
            && !Ber.TryReadLength(bytes[..(size - 1)], out _, out _);
    });

    [Fact]
    public void A_number_returns_from_BER_OID() => Gen.Select(Gen.ULong, Gen.Int[0, 63]).Sample((value, shift) =>
    {
        value >>= shift;
        Span<byte> bytes = stackalloc byte[Ber.MaxOidSize];
        var size = Ber.WriteOid(bytes, value);
        return size == Ber.SizeOfOid(value) && Ber.TryReadOid(bytes, out var back, out var read) && back == value && read == size
            && !Ber.TryReadOid(bytes[..(size - 1)], out _, out _);
    });

    [Theory]
    [InlineData("00", 0, 1)]
    [InlineData("7F", 127, 1)]
    [InlineData("8180", 128, 2)]
    [InlineData("8105", 5, 2)]
    [InlineData("820103", 259, 3)]
    [InlineData("8B0000000000000000000001", 1, 12)]
    [InlineData("887FFFFFFFFFFFFFFF", long.MaxValue, 9)]
    public void Lengths_are_read_in_any_form(string hex, long length, int size)
    {
        Assert.True(Ber.TryReadLength(Convert.FromHexString(hex), out var read, out var readSize));
        Assert.Equal((length, size), (read, readSize));
    }

    [Theory]
    [InlineData("")]
    [InlineData("80")]
    [InlineData("82FF")]
    [InlineData("888000000000000000")]
    [InlineData("89010000000000000000")]
    public void Lengths_that_cannot_be_are_refused(string hex) => Assert.False(Ber.TryReadLength(Convert.FromHexString(hex), out _, out _));

    [Theory]
    [InlineData("05", 5, 1)]
    [InlineData("8F01", 0x781, 2)]
    [InlineData("8080805A", 0x5A, 4)]
    [InlineData("83D460", 60_000, 3)]
    public void Tags_are_read_in_any_form(string hex, int value, int size)
    {
        Assert.True(Ber.TryReadOid(Convert.FromHexString(hex), out var read, out var readSize));
        Assert.Equal(((ulong)value, size), (read, readSize));
    }

    [Theory]
    [InlineData("")]
    [InlineData("8180")]
    [InlineData("83FFFFFFFFFFFFFFFFFF7F")]
    public void Tags_that_cannot_be_are_refused(string hex) => Assert.False(Ber.TryReadOid(Convert.FromHexString(hex), out _, out _));
}
