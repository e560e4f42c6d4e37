using System.Globalization;
using System.Text;

namespace Overflight.Feeds.Tests;

public sealed class NumberTests
{
    [Fact]
    public void Decimals_are_read_correctly_rounded()
    {
        var random = new Random(20260101);
        for (var i = 0; i < 300_000; i++)
        {
            var text = RandomDecimal(random);
            var bytes = Encoding.UTF8.GetBytes(text);
            Assert.True(DecimalText.TryParse(bytes, out var value), text);
            var expected = double.Parse(text, NumberStyles.Float, CultureInfo.InvariantCulture);
            Assert.True(BitConverter.DoubleToInt64Bits(expected) == BitConverter.DoubleToInt64Bits(value), $"{text}: {value:R} is not {expected:R}");
        }
    }

    [Fact]
    public void Doubles_written_in_full_come_back()
    {
        var random = new Random(7);
        for (var i = 0; i < 100_000; i++)
        {
            var value = BitConverter.Int64BitsToDouble(random.NextInt64());
            if (!double.IsFinite(value))
                continue;
            Assert.True(DecimalText.TryParse(Encoding.UTF8.GetBytes(value.ToString("R", CultureInfo.InvariantCulture)), out var read));
            Assert.Equal(value, read);
        }
    }

    [Theory]
    [InlineData("")]
    [InlineData("-")]
    [InlineData(".")]
    [InlineData("12a")]
    [InlineData("1e")]
    [InlineData("--1")]
    [InlineData("nan")]
    [InlineData("0x10")]
    public void What_is_no_number_is_refused(string text) => Assert.False(DecimalText.TryParse(Encoding.UTF8.GetBytes(text), out _));

    private static string RandomDecimal(Random random)
    {
        var text = new StringBuilder(random.Next(2) == 0 ? "-" : "");
        for (var n = random.Next(1, random.Next(4) == 0 ? 22 : 4); n > 0; n--)
            text.Append((char)('0' + random.Next(10)));
        if (random.Next(5) > 0)
        {
            text.Append('.');
            for (var n = random.Next(1, random.Next(4) == 0 ? 25 : 16); n > 0; n--)
                text.Append((char)('0' + random.Next(10)));
        }
        if (random.Next(10) == 0)
            text.Append('e').Append(random.Next(-320, 300));
        return text.ToString();
    }
}
