using System.Text;
using Overflight.Tracks;

namespace Overflight.Feeds.Tests;

public sealed class TimeTests
{
    [Theory]
    [InlineData("1738703622", "2025-02-04T21:13:42Z")]
    [InlineData("1738703622.619", "2025-02-04T21:13:42.619Z")]
    [InlineData("1738703622619", "2025-02-04T21:13:42.619Z")]
    [InlineData("1738703622619000", "2025-02-04T21:13:42.619Z")]
    [InlineData("1738703622619000000", "2025-02-04T21:13:42.619Z")]
    [InlineData("2025-02-04T21:13:42.619Z", "2025-02-04T21:13:42.619Z")]
    [InlineData("2025-02-04 21:13:42", "2025-02-04T21:13:42Z")]
    [InlineData("2025-02-04 21:13:42.5", "2025-02-04T21:13:42.500Z")]
    [InlineData("2025-02-04T21:13Z", "2025-02-04T21:13:00Z")]
    [InlineData("2025-02-04T23:13:42+02:00", "2025-02-04T21:13:42Z")]
    [InlineData("2025-02-04 16:13:42-0500", "2025-02-04T21:13:42Z")]
    [InlineData("2025-02-04 21:13:42 UTC", "2025-02-04T21:13:42Z")]
    [InlineData("2016-12-31T23:59:60Z", "2017-01-01T00:00:00Z")]
    [InlineData("2024-02-29T00:00:00Z", "2024-02-29T00:00:00Z")]
    public void Instants_are_read(string text, string expected)
    {
        Assert.Equal(TimePart.Instant, TimeText.Read(Encoding.UTF8.GetBytes(text), 0, out var microseconds, out _));
        Assert.Equal(expected, new UtcInstant(microseconds).ToString());
    }

    [Theory]
    [InlineData("2025-02-04", nameof(TimePart.Day))]
    [InlineData("21:13:42.5", nameof(TimePart.TimeOfDay))]
    [InlineData("5447.33", nameof(TimePart.TimeOfDay))]
    [InlineData("1985-01-01T00:00:00Z", nameof(TimePart.OutOfRange))]
    [InlineData("2101-01-01 00:00:00", nameof(TimePart.OutOfRange))]
    [InlineData("99", nameof(TimePart.TimeOfDay))]
    [InlineData("-5", nameof(TimePart.OutOfRange))]
    [InlineData("2025-02-30", nameof(TimePart.None))]
    [InlineData("2025-13-01T00:00:00Z", nameof(TimePart.None))]
    [InlineData("2025-02-04T25:00:00Z", nameof(TimePart.None))]
    [InlineData("yesterday", nameof(TimePart.None))]
    [InlineData("", nameof(TimePart.None))]
    public void Parts_of_instants_are_told_apart(string text, string expected) =>
        Assert.Equal(expected, TimeText.Read(Encoding.UTF8.GetBytes(text), 0, out _, out _).ToString());
}
