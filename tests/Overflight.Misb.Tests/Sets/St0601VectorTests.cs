using System.Globalization;
using System.Text.Json;
using Overflight.Misb.Klv;
using Overflight.Misb.Sets;
using Overflight.Misb.Sets.St0601;

namespace Overflight.Misb.Tests.Sets;

/// <summary>Every recorded value of ST 0601, decoded, and encoded where the row says so.</summary>
[Trait("Category", "Recorded")]
public sealed class St0601VectorTests
{
    [Fact]
    public void The_table_has_the_ranges_and_units_of_the_registry()
    {
        var rows = Vectors.Section("registry");
        Assert.Equal(143, rows.Length);
        foreach (var row in rows)
        {
            var item = St0601Set.Definition.Find(row.GetProperty("tag").GetUInt64());
            Assert.NotNull(item);
            if (row.GetProperty("range") is not { ValueKind: JsonValueKind.Array } range || item.Tag == 39)
                continue;
            Assert.Equal((item.Tag, range[0].GetDouble(), range[1].GetDouble()), (item.Tag, item.Min, item.Max));
            Assert.Equal((item.Tag, row.Optional("unit")), (item.Tag, item.Unit));
        }
    }

    [Fact]
    public void Every_value_is_met()
    {
        var unmet = new List<string>();
        var met = 0;
        foreach (var row in Vectors.Section("st0601"))
            if (IsMet(row, out var found))
                met++;
            else
                unmet.Add($"{row.GetRawText()}: {found}");

        Assert.True(unmet.Count == 0, $"{unmet.Count} unmet, {met} met:\n{string.Join('\n', unmet)}");
    }

    private static bool IsMet(JsonElement row, out string found)
    {
        var item = St0601Set.Definition.Find(row.GetProperty("tag").GetUInt64())!;
        var hex = row.Hex();
        var set = new KlvSet(St0601Set.Definition);
        set.SetBytes(item.Tag, hex);
        var read = set[0];
        var node = read.ToNode();
        found = $"{node.Kind} {node.Number} {node.Text}";
        if (set.Problems.Count > 0)
            return false;
        var value = row.GetProperty("value");
        var encodes = row.GetProperty("kind").GetString() != "decode";
        return value.ValueKind switch
        {
            JsonValueKind.Number when row.Optional("note") is { } note && Part.IsPart(note) => Part.Matches(node, note, value.GetDouble(), row.TryGetProperty("tolerance", out var t) ? t.GetDouble() : 0),
            JsonValueKind.Number => MatchesNumber(row, item, node, value, encodes),
            JsonValueKind.String => MatchesText(row, item, node, value.GetString()!, encodes),
            _ => Part.MatchesStructure(item.Tag, node, value),
        };
    }

    // A row may state its value rounded or beside the code's own, by at most one code.
    private static bool MatchesNumber(JsonElement row, ItemDefinition item, KlvNode node, JsonElement value, bool encodes)
    {
        var expected = value.GetDouble();
        var step = item.Coding switch
        {
            Coding.Linear => (item.Max - item.Min) / (Math.Pow(2, 8 * item.Length) - 1),
            Coding.Imapb => new Imapb(item.Min, item.Max, node.Raw.Length).Step,
            _ => 0,
        };
        var tolerance = row.Optional("formula_check") switch
        {
            "exact" or "special" or null => 1e-12 * Math.Max(1, Math.Abs(expected)),
            _ => step,
        };
        if (row.TryGetProperty("tolerance", out var stated))
            tolerance = Math.Max(tolerance, stated.GetDouble());
        else if (row.Optional("formula_check") == "exact")
            tolerance = Math.Max(tolerance, step * 0.51);
        if (!(Math.Abs(node.Number - expected) <= tolerance))
            return false;
        if (!encodes)
            return true;
        var set = new KlvSet(St0601Set.Definition);
        set.SetBytes(item.Tag, new byte[node.Raw.Length]);
        set.SetNumber(item.Tag, expected);
        return set[0].Raw.Span.SequenceEqual(node.Raw.Span);
    }

    private static bool MatchesText(JsonElement row, ItemDefinition item, KlvNode node, string value, bool encodes)
    {
        if (item.Coding == Coding.UnsignedInteger)
        {
            if (value.StartsWith("0x", StringComparison.Ordinal))
                return (ulong)node.IntegerBits == Convert.ToUInt64(value, 16);
            var time = DateTimeOffset.Parse(value, CultureInfo.InvariantCulture);
            var micros = (time - DateTimeOffset.UnixEpoch).Ticks / 10;
            return Math.Abs(micros - node.IntegerBits) < (value.Contains('.', StringComparison.Ordinal) ? 1 : 1_000_000);
        }
        if (row.Optional("note") is { } note)
            return Part.MatchesText(node, note, value);
        var set = new KlvSet(St0601Set.Definition);
        if (encodes)
            set.SetText(item.Tag, value);
        return node.Text == value && (!encodes || set[0].Raw.Span.SequenceEqual(node.Raw.Span));
    }
}
