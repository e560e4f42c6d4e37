using System.Text.Json;
using Overflight.Misb.Sets;

namespace Overflight.Misb.Tests.Sets;

/// <summary>Finds the part of a value that a recorded row names, and compares whole structures with it.</summary>
internal static class Part
{
    private static readonly Dictionary<string, Func<KlvNode, double>> s_numbers = new()
    {
        ["getX0"] = n => n[1]!.Number,
        ["getY0"] = n => n[2]!.Number,
        ["getX1"] = n => n[3]!.Number,
        ["getY1"] = n => n[4]!.Number,
        ["getLatitude0"] = n => n[5]!.Number,
        ["getLongitude0"] = n => n[6]!.Number,
        ["getLatitude1"] = n => n[7]!.Number,
        ["getLongitude1"] = n => n[8]!.Number,
        ["getDayOfMonth"] = n => Time(n).Day,
        ["getSecond"] = n => Time(n).Second,
        ["getHour"] = n => Time(n).Hour,
        ["getYear"] = n => Time(n).Year,
        ["getNano"] = n => Time(n).Nanosecond,
        ["getFrameRate"] = n => n["Numerator"]!.Number / (n["Denominator"]?.Number ?? 1),
        ["getDenominator"] = n => n["Denominator"]?.Number ?? 1,
        ["getStationId"] = n => n["Station ID"]!.Number,
        ["getHardpointId"] = n => n["Hardpoint ID"]!.Number,
        ["getCarriageId"] = n => n["Carriage ID"]!.Number,
        ["getStoreId"] = n => n["Store ID"]!.Number,
    };

    public static bool IsPart(string note) => s_numbers.ContainsKey(note);

    public static bool Matches(KlvNode node, string note, double value, double tolerance) => Math.Abs(s_numbers[note](Whole(node)) - value) <= tolerance + 1e-9;

    public static bool MatchesText(KlvNode node, string note, string value) => value == (note switch
    {
        "getCountryOfManufacture" => node["Country of Manufacture"]?.Text,
        "getOverflightCountry" => node["Overflight Country"]?.Text,
        "getOperatorCountry" => node["Operator Country"]?.Text,
        "getStoreType" => Whole(node)["Type"]?.Text,
        _ => throw new InvalidDataException(note),
    } ?? "");

    /// <summary>Compares a pack, series, flags or identifier with the recorded tree, part by part.</summary>
    public static bool MatchesStructure(ulong tag, KlvNode node, JsonElement value) => tag switch
    {
        47 or 124 => node.Flags.Count == value.GetArrayLength(),
        139 => node.Flags.SequenceEqual(value.EnumerateArray().Select(v => v.GetRawText())),
        116 or 121 => node.Children.Select(c => c.Number).SequenceEqual(value.EnumerateArray().Select(v => v.GetDouble())),
        81 => node.Children.Count == 4 && Enumerable.SequenceEqual(node.Children.Select(c => c.Number), new[] { "x0_pct", "y0_pct", "x1_pct", "y1_pct" }.Select(n => value.GetProperty(n).GetDouble())),
        94 => node.Text is { } text && text.Replace("-", "", StringComparison.Ordinal).Contains(value.GetProperty("sensor_uuid").GetString()!.Replace("-", "", StringComparison.Ordinal), StringComparison.OrdinalIgnoreCase),
        115 => node["Command ID"]!.Number == value.GetProperty("command_id").GetDouble() && node["Command"]!.Text == value.GetProperty("command").GetString() && node["Time"] is null,
        122 => node["Coding Method"]!.Number == value.GetProperty("coding_method").GetDouble() && Same(node["Overflight Country"]?.Text, value, "overflight") && Same(node["Operator Country"]?.Text, value, "operator") && Same(node["Country of Manufacture"]?.Text, value, "manufacture"),
        127 => node["Numerator"]!.Number == value.GetProperty("numerator").GetDouble() && node["Denominator"]!.Number == value.GetProperty("denominator").GetDouble(),
        128 => All(node, value, (n, v) => n["ID"]!.Number == v.GetProperty("id").GetDouble() && n["Minimum"]!.Number == v.GetProperty("min_nm").GetDouble() && n["Maximum"]!.Number == v.GetProperty("max_nm").GetDouble() && n["Name"]!.Text == v.GetProperty("name").GetString()),
        130 => Place(node["Take-off Location"]!, value.GetProperty("takeoff")) && Place(node["Recovery Location"]!, value.GetProperty("recovery")),
        138 => All(node, value, (n, v) => n["ID"]!.Number == v.GetProperty("id").GetDouble() && n["Type"]!.Number == v.GetProperty("type").GetDouble() && n["Name"]!.Text == v.GetProperty("name").GetString()),
        140 => All(node, value, (n, v) => n["Station ID"]!.Number == v.GetProperty("station").GetDouble() && n["Hardpoint ID"]!.Number == v.GetProperty("hardpoint").GetDouble() && n["Carriage ID"]!.Number == v.GetProperty("carriage").GetDouble() && n["Store ID"]!.Number == v.GetProperty("store").GetDouble() && n["Type"]!.Text == v.GetProperty("type").GetString()),
        141 => All(node, value, (n, v) => n["ID"]!.Number == v.GetProperty("id").GetDouble() && n["Prosecution Order"]!.Number == v.GetProperty("order").GetDouble() && n["Info"]!.Flags.Count == v.GetProperty("info").GetArrayLength() && Place(n["Location"]!, v.GetProperty("loc"))),
        142 => Interval(node["Azimuth"]!, value.GetProperty("azimuth")) && Interval(node["Elevation"]!, value.GetProperty("elevation")) && node["Roll"] is null,
        143 => node["Local ID"]!.Number == value.GetProperty("local_id").GetDouble() && node.Children.Count == 1,
        _ => throw new InvalidDataException($"no comparison for tag {tag}"),
    };

    // The rows of jMISB for a weapon store hold one store without the length before it, or one element of the series.
    private static KlvNode Whole(KlvNode node) => node.Children is [{ Children.Count: > 0 } only] ? only : node;

    private static DateTimeOffset Time(KlvNode node) => DateTimeOffset.UnixEpoch.AddTicks(10 * node.IntegerBits);

    private static bool Same(string? text, JsonElement value, string name) => (text ?? "") == (value.GetProperty(name).GetString() ?? "");

    private static bool All(KlvNode node, JsonElement rows, Func<KlvNode, JsonElement, bool> same) =>
        node.Children.Count == rows.GetArrayLength() && node.Children.Zip(rows.EnumerateArray()).All(p => same(p.First, p.Second));

    private static bool Place(KlvNode node, JsonElement place) =>
        node.Children.Zip(place.EnumerateArray()).All(p => Math.Abs(p.First.Number - p.Second.GetDouble()) < 1e-9) && place.GetArrayLength() == node.Children.Count;

    private static bool Interval(KlvNode node, JsonElement interval) => node[1]!.Number == interval[0].GetDouble() && node[2]!.Number == interval[1].GetDouble();
}
