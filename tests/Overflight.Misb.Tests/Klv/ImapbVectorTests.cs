using System.Text.Json;
using Overflight.Misb.Klv;
using Overflight.Testing;

namespace Overflight.Misb.Tests.Klv;

/// <summary>Every row of the recorded ST 1201 values, both ways.</summary>
[Trait("Category", "Recorded")]
public sealed class ImapbVectorTests
{
    [Fact]
    public void Every_row_is_met_both_ways()
    {
        using var document = JsonDocument.Parse(File.ReadAllBytes(Recorded.PathOf("vectors/st1201_vectors.json")));
        var rows = document.RootElement.GetProperty("rows").EnumerateArray().ToArray();
        var unmet = rows.Where(row => !IsMet(row)).Select(row => row.GetRawText()).ToArray();

        Assert.True(rows.Length > 1000);
        Assert.True(unmet.Length == 0, $"{unmet.Length} of {rows.Length} rows unmet:\n{string.Join('\n', unmet.Take(10))}");
    }

    private static bool IsMet(JsonElement row)
    {
        var map = new Imapb(row[1].GetDouble(), row[2].GetDouble(), row[0].GetInt32());
        var code = Convert.ToUInt64(row[4].GetString(), 16);
        var decoded = map.Decode(code, out var special);
        if (row[5].ValueKind == JsonValueKind.String)
        {
            var expected = row[5].GetString() switch
            {
                "Infinity" => SpecialValue.PositiveInfinity,
                "-Infinity" => SpecialValue.NegativeInfinity,
                "+QNaN" => SpecialValue.PositiveQuietNaN,
                "-QNaN" => SpecialValue.NegativeQuietNaN,
                "+SNaN" => SpecialValue.PositiveSignallingNaN,
                "-SNaN" => SpecialValue.NegativeSignallingNaN,
                var other => throw new InvalidDataException(other),
            };
            return special == expected && (Input(expected) is not { } input || map.TryEncode(input, out var back) && back == code);
        }
        return special == SpecialValue.None && Math.Abs(decoded - row[5].GetDouble()) <= Math.Max(Math.Abs(decoded), Math.Abs(row[1].GetDouble())) * 4e-16
            && map.TryEncode(row[3].GetDouble(), out var encoded) && encoded == code;
    }

    // A signalling NaN has no value of its own in .NET: it is read, not written.
    private static double? Input(SpecialValue special) => special switch
    {
        SpecialValue.PositiveInfinity => double.PositiveInfinity,
        SpecialValue.NegativeInfinity => double.NegativeInfinity,
        SpecialValue.PositiveQuietNaN => BitConverter.UInt64BitsToDouble(0x7FF8_0000_0000_0000),
        SpecialValue.NegativeQuietNaN => BitConverter.UInt64BitsToDouble(0xFFF8_0000_0000_0000),
        _ => null,
    };
}
