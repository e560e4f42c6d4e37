using CsCheck;
using Overflight.Misb.Klv;

namespace Overflight.Misb.Tests.Klv;

public sealed class ImapbTests
{
    private static readonly Gen<Imapb> s_map = Gen.Select(Gen.Double[-1e6, 1e6], Gen.Double[1e-3, 1e7], Gen.Int[1, 8], (min, width, length) => new Imapb(min, min + width, length));

    [Fact]
    public void A_number_returns_at_most_a_step_lower() =>
        Gen.Select(s_map, Gen.Double[0, 1]).Sample((map, part) =>
        {
            var value = Math.Clamp(map.Min + part * (map.Max - map.Min), map.Min, map.Max);
            Assert.True(map.TryEncode(value, out var code));
            var back = map.Decode(code, out var special);
            var rounding = 8 * Math.Max(Math.BitIncrement(Math.Abs(map.Min)) - Math.Abs(map.Min), Math.BitIncrement(Math.Abs(map.Max)) - Math.Abs(map.Max));
            return special == SpecialValue.None && back <= value + rounding && back > value - map.Step - rounding;
        });

    [Fact]
    public void A_code_of_up_to_four_bytes_returns_whole() =>
        Gen.Select(Gen.Double[-1e4, 1e4], Gen.Double[1, 1e5], Gen.Int[1, 4], Gen.Double[0, 1]).Sample((min, width, length, part) =>
        {
            var map = new Imapb(min, min + width, length);
            var code = (ulong)(part * (map.Max - map.Min) / map.Step);
            var value = map.Decode(code, out _);
            // The first and last code may stand for numbers just outside the range.
            return value < map.Min || value > map.Max || map.TryEncode(value, out var back) && back == code;
        });

    [Fact]
    public void Numbers_outside_the_range_are_refused()
    {
        var map = new Imapb(-900, 40_000, 3);

        Assert.False(map.TryEncode(-900.001, out _));
        Assert.False(map.TryEncode(40_000.001, out _));
        Assert.True(map.TryEncode(-900, out var lowest));
        Assert.Equal(0UL, lowest);
    }

    [Theory]
    [InlineData(0xC800, SpecialValue.PositiveInfinity)]
    [InlineData(0xE812, SpecialValue.NegativeInfinity)]
    [InlineData(0xD000, SpecialValue.PositiveQuietNaN)]
    [InlineData(0xF001, SpecialValue.NegativeQuietNaN)]
    [InlineData(0xD800, SpecialValue.PositiveSignallingNaN)]
    [InlineData(0xF800, SpecialValue.NegativeSignallingNaN)]
    [InlineData(0xE000, SpecialValue.BelowRange)]
    [InlineData(0xE100, SpecialValue.AboveRange)]
    [InlineData(0xC000, SpecialValue.UserDefined)]
    [InlineData(0xA000, SpecialValue.Reserved)]
    [InlineData(0x7FFF, SpecialValue.Reserved)]
    [InlineData(0x4000, SpecialValue.None)]
    public void Special_codes_are_told_apart(int code, SpecialValue expected)
    {
        new Imapb(0, 100, 2).Decode((ulong)code, out var special);

        Assert.Equal(expected, special);
    }

    [Theory]
    [InlineData(0, 0, 1)]
    [InlineData(1, 0, 1)]
    [InlineData(0, double.PositiveInfinity, 1)]
    [InlineData(double.NaN, 1, 1)]
    [InlineData(0, 1, 0)]
    [InlineData(0, 1, 9)]
    public void A_mapping_that_cannot_be_is_refused(double min, double max, int length) =>
        Assert.Throws<ArgumentOutOfRangeException>(() => new Imapb(min, max, length));
}
