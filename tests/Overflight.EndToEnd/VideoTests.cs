using System.Text.Json;
using Overflight.Testing;

namespace Overflight.EndToEnd;

/// <summary><c>video</c> as a user runs it.</summary>
public class VideoTests
{
    private static JsonElement[] Lines(string output) =>
        [.. output.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(l => JsonDocument.Parse(l).RootElement.Clone())];

    private static JsonElement Item(JsonElement packet, int tag) => packet.GetProperty("items").EnumerateArray().First(i => i.GetProperty("tag").GetInt32() == tag);

    /// <summary>ST 0601: precision time stamp, sensor latitude, a special frame centre latitude, an unknown tag of two bytes, the checksum wrong.</summary>
    private static byte[] Packet()
    {
        byte[] value = [2, 8, 0, 4, 0x59, 0xF4, 0xA6, 0xAA, 0x4A, 0xA8, 13, 4, 0x55, 0x95, 0xB6, 0x6D, 23, 4, 0x80, 0, 0, 0, 0x81, 0x7F, 1, 0x42, 1, 2, 0, 0];
        return [0x06, 0x0E, 0x2B, 0x34, 0x02, 0x0B, 0x01, 0x01, 0x0E, 0x01, 0x03, 0x01, 0x01, 0, 0, 0, (byte)value.Length, .. value];
    }

    [Fact]
    public void A_packet_made_by_hand_is_told_item_by_item()
    {
        using var workspace = new CommandLine.Workspace();
        File.WriteAllBytes(workspace.File("made.klv"), [.. Packet(), 1, 2, 3, .. Packet()]);
        var result = CommandLine.Run("video", "klv", workspace.File("made.klv"));
        var lines = Lines(result.Output);

        // Three bytes belong to no packet, so not all was read.
        Assert.Equal(3, result.ExitCode);
        Assert.Equal([0, 47, 50], lines.Select(l => l.GetProperty("offset").GetInt64()));
        Assert.Equal("ST 0601", lines[0].GetProperty("set").GetString());
        Assert.Equal("invalid", lines[0].GetProperty("checksum").GetString());
        Assert.Equal(60.1768, Item(lines[0], 13).GetProperty("value").GetDouble(), 1e-4);
        Assert.Equal("5595b66d", Item(lines[0], 13).GetProperty("raw").GetString());
        Assert.Equal(JsonValueKind.String, Item(lines[0], 23).GetProperty("value").ValueKind);
        Assert.Equal("42", Item(lines[0], 255).GetProperty("raw").GetString());
        Assert.Equal(JsonValueKind.Null, lines[1].GetProperty("key").ValueKind);

        var table = CommandLine.Run("video", "klv", workspace.File("made.klv"), "--format", "csv").Output;
        Assert.Contains("13,Sensor Latitude,60.17", table);
        Assert.Equal(3, CommandLine.Run("video", "info", workspace.File("absent.ts")).ExitCode);
        File.WriteAllText(workspace.File("text.ts"), "no stream");
        var refused = CommandLine.Run("video", "info", workspace.File("text.ts"));
        Assert.Equal(3, refused.ExitCode);
        Assert.Contains("neither a transport stream nor a KLV key", refused.Error);
    }

    [Fact]
    public void Info_counts_as_many_problems_as_klv_tells()
    {
        // A security set with two tags that no standard lists, in two packets.
        byte[] value = [48, 6, 0x81, 0x70, 0, 0x81, 0x71, 0, 13, 4, 0x55, 0x95, 0xB6, 0x6D];
        byte[] packet = [0x06, 0x0E, 0x2B, 0x34, 0x02, 0x0B, 0x01, 0x01, 0x0E, 0x01, 0x03, 0x01, 0x01, 0, 0, 0, (byte)value.Length, .. value];
        using var workspace = new CommandLine.Workspace();
        File.WriteAllBytes(workspace.File("two.klv"), [.. packet, .. packet]);
        var told = Lines(CommandLine.Run("video", "klv", workspace.File("two.klv")).Output).Sum(l => l.GetProperty("problems").GetArrayLength());
        using var info = JsonDocument.Parse(CommandLine.Run("video", "info", workspace.File("two.klv"), "--format", "json").Output);

        Assert.Equal(4, told);
        Assert.Equal(told, info.RootElement.GetProperty("problems").EnumerateObject().Sum(p => p.Value.GetInt32()));
    }

    [Theory]
    [Trait("Category", "Recorded")]
    [InlineData("osh_sample.ts", 277, "ST 0601", "valid")]
    [InlineData("Truck.klv", 711, "ST 0601", "valid")]
    [InlineData("DayFlight.klv", 6, "ST 0601", "valid")]
    [InlineData("aphill_short.ts", 48, "EG 0104", "absent")]
    [InlineData("h265_tricky_klv.ts", 90, "ST 0601", "valid")]
    public void Recorded_files_are_told_packet_by_packet(string file, int packets, string set, string checksum)
    {
        var path = Recorded.PathOf($"video/{file}");
        var lines = Lines(CommandLine.Run("video", "klv", path).Output);

        Assert.Equal(packets, lines.Length);
        Assert.All(lines, l => Assert.Equal((set, checksum), (l.GetProperty("set").GetString(), l.GetProperty("checksum").GetString())));
        Assert.All(lines, l => Assert.NotEmpty(l.GetProperty("items").EnumerateArray()));
        Assert.Equal(file.EndsWith(".ts", StringComparison.Ordinal), lines[0].GetProperty("pid").ValueKind == JsonValueKind.Number);

        using var info = JsonDocument.Parse(CommandLine.Run("video", "info", path, "--format", "json").Output);
        Assert.Equal(packets, info.RootElement.GetProperty("packets").GetInt32());
        Assert.Equal(packets, info.RootElement.GetProperty("sets").GetProperty(set).GetInt32());
    }

    [Fact]
    [Trait("Category", "Recorded")]
    public void A_copy_is_the_same_bytes_and_a_part_of_it_holds_what_was_kept()
    {
        using var workspace = new CommandLine.Workspace();
        var path = Recorded.PathOf("video/h265_tricky_klv.ts");
        Assert.Equal(0, CommandLine.Run("video", "remux", path, "--out", workspace.File("copy.ts")).ExitCode);
        Assert.Equal(File.ReadAllBytes(path), File.ReadAllBytes(workspace.File("copy.ts")));

        Assert.Equal(0, CommandLine.Run("video", "remux", path, "--keep", "257", "--out", workspace.File("part.ts")).ExitCode);
        static IEnumerable<string> Packets(JsonElement[] lines) => lines.Where(l => l.GetProperty("pid").GetInt32() == 257).Select(l => $"{l.GetProperty("pts")} {l.GetProperty("items").GetRawText()}");
        var (whole, part) = (Lines(CommandLine.Run("video", "klv", path).Output), Lines(CommandLine.Run("video", "klv", workspace.File("part.ts")).Output));
        Assert.Equal(30, part.Length);
        Assert.Equal(Packets(whole), Packets(part));
        Assert.Equal(2, CommandLine.Run("video", "remux", path, "--keep", "pid", "--out", workspace.File("x.ts")).ExitCode);
    }

    [Fact]
    [Trait("Category", "Recorded")]
    public void Nested_sets_nest_and_a_damaged_packet_costs_no_more_than_itself()
    {
        var lines = Lines(CommandLine.Run("video", "klv", Recorded.PathOf("video/osh_sample.ts")).Output);
        var vmti = lines.SelectMany(l => l.GetProperty("items").EnumerateArray()).Where(i => i.GetProperty("tag").GetInt32() == 74).ToArray();
        Assert.Equal(37, vmti.Length);
        Assert.All(vmti, v => Assert.StartsWith("ST 0903", v.GetProperty("set").GetString()));
        Assert.Contains(vmti, v => v.GetProperty("items").EnumerateArray().Any(i => i.TryGetProperty("items", out var inner) && inner.GetArrayLength() > 0));

        var bad = CommandLine.Run("video", "klv", Recorded.PathOf("video/bad-klv-packet.klv"));
        Assert.Equal(3, bad.ExitCode);
        Assert.Contains("reaches past the end", Assert.Single(Lines(bad.Output)).GetProperty("problems")[0].GetProperty("reason").GetString());
    }
}
