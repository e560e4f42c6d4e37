using CsCheck;
using Overflight.Patterns.Score.Training;

namespace Overflight.Patterns.Tests.Score;

public class LabelledHistoryReaderTests
{
    private static readonly string[] s_columns =
    [
        "adshex", .. Numbered("duration", 5), .. Numbered("boxes", 5), .. Numbered("speed", 5), .. Numbered("altitude", 5),
        .. Numbered("steer", 8), "flights", "squawk_1", "observations", "type", "class",
    ];

    private static readonly string s_good = string.Join(',', s_columns) + "\n00000B," + Values("surveil") + "\n00000A," + Values("other") + "\n";

    [Fact]
    public void RowsComeInOrderOfAddress()
    {
        var rows = LabelledHistoryReader.Read(new StringReader(s_good));
        Assert.Equal([("00000A", false), ("00000B", true)], rows.Select(r => (r.Address, r.IsSurveillance)));
        Assert.Equal("C182", rows[0].History.TypeDesignator);
        Assert.Equal(0.1, rows[0].History.TurnShares[7]);
    }

    [Theory]
    [InlineData("surveil", "maybe", "line 2, column class: maybe")]
    [InlineData("0.2", "1.5", "line 2, column duration1: 1.5")]
    [InlineData("steer8", "x", "no column steer8")]
    public void WrongFieldsAreNamed(string part, string by, string expected)
    {
        var at = s_good.IndexOf(part, StringComparison.Ordinal);
        var bad = string.Concat(s_good.AsSpan(0, at), by, s_good.AsSpan(at + part.Length));
        var refused = Assert.Throws<InvalidDataException>(() => LabelledHistoryReader.Read(new StringReader(bad)));
        Assert.Contains(expected, refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void DamageIsRefusedOrRead() => Gen.Select(Gen.Int[0, s_good.Length - 1], Gen.Char[' ', '~'], Gen.Int[0, s_good.Length]).Sample((at, character, cut) =>
    {
        var text = string.Concat(s_good.AsSpan(0, at), character.ToString(), s_good.AsSpan(at + 1))[..cut];
        var refused = Record.Exception(() => LabelledHistoryReader.Read(new StringReader(text)));
        Assert.True(refused is null or InvalidDataException, refused?.ToString());
    });

    private static IEnumerable<string> Numbered(string name, int count) => Enumerable.Range(1, count).Select(i => $"{name}{i}");

    private static string Values(string label) =>
        string.Join(',', Enumerable.Repeat("0.2", 20).Concat(Enumerable.Repeat("0.1", 8))) + ",12,1200,900,C182," + label;
}
