using System.Globalization;
using System.Text.Json;
using System.Xml.Linq;
using DuckDB.NET.Data;
using NJsonSchema;
using Overflight.Geodesy;
using Overflight.Misb.Klv;
using Overflight.Misb.Sets;
using Overflight.Misb.Sets.St0601;
using Overflight.Misb.Sets.St0903;
using Overflight.Testing;

namespace Overflight.EndToEnd;

/// <summary><c>video footprints</c> as a user runs it, on recorded streams.</summary>
[Trait("Category", "Recorded")]
public sealed class FootprintTests
{
    private static readonly XNamespace s_kml = "http://www.opengis.net/kml/2.2";

    [Theory]
    [InlineData("osh_sample.ts", 277, 0.2, "standard", 2)]
    [InlineData("Truck.klv", 711, 17.5, "standard", 0)]
    [InlineData("DayFlight.klv", 6, 0.1, "earth", 2)]
    [InlineData("aphill_short.ts", 48, 0.3, "grid", 1)]
    public async Task Frame_centres_are_where_the_stream_says(string file, int frames, double metres, string angles, int departures)
    {
        var json = Run(file, "json");
        var schema = await JsonSchema.FromFileAsync(Path.Combine(Repository.Root, "docs/schemas/footprints-1.schema.json"), TestContext.Current.CancellationToken);
        Assert.Empty(schema.Validate(json));
        using var document = JsonDocument.Parse(json);
        var root = document.RootElement;
        var differences = root.GetProperty("frames").EnumerateArray().Select(f => Geodesic.DistanceMetres(Place(f, "centre"), Place(f, "statedCentre"))).Order().ToList();

        Assert.Equal(frames, differences.Count);
        Assert.True(differences[(int)(0.95 * frames)] < metres, $"{differences[(int)(0.95 * frames)]} m");
        Assert.Equal(angles, root.GetProperty("reading").GetProperty("angles").GetString());
        Assert.Equal(departures, root.GetProperty("reading").GetProperty("departures").GetArrayLength());
        Assert.Equal(1, root.GetProperty("swaths").GetArrayLength());
    }

    [Fact]
    public void By_the_standard_DayFlight_looks_kilometres_away()
    {
        using var document = JsonDocument.Parse(CommandLine.Run("video", "footprints", Recorded.PathOf("video/DayFlight.klv"), "--format", "json", "--reading", "standard").Output);
        foreach (var frame in document.RootElement.GetProperty("frames").EnumerateArray())
            Assert.True(!frame.TryGetProperty("centreDifferenceMetres", out var metres) || metres.GetDouble() > 1_000);
        Assert.False(document.RootElement.GetProperty("reading").TryGetProperty("compared", out _));
    }

    [Fact]
    public void Corners_agree_with_those_that_the_simulator_states()
    {
        var packets = CommandLine.Run("video", "klv", Recorded.PathOf("video/osh_sample.ts")).Output.Split('\n', StringSplitOptions.RemoveEmptyEntries);
        using var document = JsonDocument.Parse(Run("osh_sample.ts", "json"));
        var frames = document.RootElement.GetProperty("frames").EnumerateArray().ToList();
        var differences = new List<double>();
        foreach (var (line, frame) in packets.Zip(frames))
        {
            using var packet = JsonDocument.Parse(line);
            double Value(int tag) => packet.RootElement.GetProperty("items").EnumerateArray().First(i => i.GetProperty("tag").GetInt32() == tag).GetProperty("value").GetDouble();
            for (var i = 0; i < 4; i++)
                differences.Add(Geodesic.DistanceMetres(
                    new GeoPoint(Value(23) + Value(26 + 2 * i), Value(24) + Value(27 + 2 * i)), Place(frame.GetProperty("corners")[i], "place")));
        }
        differences.Sort();

        // Offsets of corners are codes of 0.25 m steps, and the simulator's ground is not level.
        Assert.Equal(4 * 277, differences.Count);
        Assert.True(differences[differences.Count / 2] < 10, $"{differences[differences.Count / 2]} m");
    }

    [Fact]
    public void Every_format_tells_of_every_frame()
    {
        using var workspace = new CommandLine.Workspace();
        var rows = Run("osh_sample.ts", "csv").Split("\r\n", StringSplitOptions.RemoveEmptyEntries);
        Assert.Equal(278, rows.Length);
        Assert.Contains("POLYGON((", rows[1], StringComparison.Ordinal);

        using var features = JsonDocument.Parse(Run("osh_sample.ts", "geojson"));
        var kinds = features.RootElement.GetProperty("features").EnumerateArray()
            .GroupBy(f => f.GetProperty("properties").GetProperty("overflight:feature").GetString()!).ToDictionary(g => g.Key, g => g.Count());
        Assert.Equal((277, 130, 1), (kinds["frame"], kinds["target"], kinds["swath"]));

        using var moving = JsonDocument.Parse(Run("osh_sample.ts", "mf-json"));
        var footprint = moving.RootElement.GetProperty("features")[0].GetProperty("temporalGeometry");
        Assert.Equal("MovingPolygon", footprint.GetProperty("type").GetString());
        var times = footprint.GetProperty("datetimes").EnumerateArray().Select(t => DateTimeOffset.Parse(t.GetString()!, CultureInfo.InvariantCulture)).ToList();
        Assert.Equal(277, times.Count);
        Assert.Equal(times.Order().Distinct(), times);
        Assert.Equal(277, footprint.GetProperty("coordinates").GetArrayLength());

        var kml = XDocument.Parse(Run("osh_sample.ts", "kml"));
        Assert.Equal(277, kml.Descendants(s_kml + "name").Count(n => n.Value.StartsWith("Frame ", StringComparison.Ordinal)));
        // One target states neither a pixel nor a place.
        Assert.Equal(129, kml.Descendants(s_kml + "name").Count(n => n.Value.StartsWith("Target ", StringComparison.Ordinal)));

        File.WriteAllText(workspace.File("seen.cot"), Run("osh_sample.ts", "cot"));
        var track = CommandLine.Run("analyze", workspace.File("seen.cot"), "--format", "json");
        using var analysis = JsonDocument.Parse(track.Output);
        Assert.Equal(0, track.ExitCode);
        Assert.Contains("USA", track.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void Parquet_holds_the_same_numbers_as_json()
    {
        using var workspace = new CommandLine.Workspace();
        Assert.Equal(0, CommandLine.Run("video", "footprints", Recorded.PathOf("video/Truck.klv"), "--format", "parquet", "--out", workspace.File("truck.parquet")).ExitCode);
        using var connection = new DuckDBConnection("Data Source=:memory:");
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = $"select count(*), avg(centre_difference_metres), min(typeof(geometry)), count(distinct time) from read_parquet('{workspace.File("truck.parquet")}')";
        using var row = command.ExecuteReader();
        Assert.True(row.Read());
        using var document = JsonDocument.Parse(Run("Truck.klv", "json"));
        var mean = document.RootElement.GetProperty("frames").EnumerateArray().Average(f => f.GetProperty("centreDifferenceMetres").GetDouble());

        Assert.Equal(711, row.GetInt64(0));
        Assert.Equal(mean, row.GetDouble(1), 0.002);
        // DuckDB takes the column for what it is only where the metadata of GeoParquet are right.
        Assert.StartsWith("GEOMETRY", row.GetString(2), StringComparison.Ordinal);
        Assert.Equal(711, row.GetInt64(3));
    }

    [Fact]
    public void Frames_and_swaths_can_be_fewer()
    {
        using var document = JsonDocument.Parse(CommandLine.Run("video", "footprints", Recorded.PathOf("video/osh_sample.ts"), "--format", "json", "--every", "1", "--swath", "3").Output);

        Assert.Equal(10, document.RootElement.GetProperty("frames").GetArrayLength());
        Assert.Equal(4, document.RootElement.GetProperty("swaths").GetArrayLength());
    }

    [Fact]
    public void Standard_input_is_read_too()
    {
        var result = CommandLine.Run(File.ReadAllBytes(Recorded.PathOf("video/DayFlight.klv")), ["video", "footprints", "-"]);

        Assert.Equal(0, result.ExitCode);
        Assert.Contains("6 frames", result.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void Targets_in_packets_of_their_own_are_put_on_the_ground_too()
    {
        using var workspace = new CommandLine.Workspace();
        var klv = new List<byte>();
        var packet = new St0601Packet();
        foreach (var line in CommandLine.Run("video", "klv", Recorded.PathOf("video/osh_sample.ts")).Output.Split('\n', StringSplitOptions.RemoveEmptyEntries))
        {
            using var read = JsonDocument.Parse(line);
            Assert.True(packet.Read(Rebuilt(read.RootElement)));
            var targets = packet.Set.TryGet(74, out var item) ? item.Raw.ToArray() : null;
            packet.Set.Remove(74);
            klv.AddRange(packet.Encode());
            if (targets is null)
                continue;
            var vmti = new MetadataPacket(St0903Set.Definition);
            foreach (var part in Items(targets))
                vmti.Set.SetBytes(part.Tag, part.Value);
            klv.AddRange(vmti.Encode());
        }
        File.WriteAllBytes(workspace.File("apart.klv"), [.. klv]);
        using var document = JsonDocument.Parse(CommandLine.Run("video", "footprints", workspace.File("apart.klv"), "--format", "json").Output);
        var found = document.RootElement.GetProperty("frames").EnumerateArray().Where(f => f.TryGetProperty("targets", out _)).SelectMany(f => f.GetProperty("targets").EnumerateArray()).ToList();

        Assert.Equal("sea-level", document.RootElement.GetProperty("reading").GetProperty("targetHeights").GetString());
        Assert.Equal(130, found.Count);
        Assert.Equal(129, found.Count(t => t.TryGetProperty("differenceMetres", out var metres) && metres.GetDouble() < 1));
    }

    [Fact]
    public void A_named_pipe_is_read_twice_all_the_same()
    {
        using var workspace = new CommandLine.Workspace();
        var pipe = workspace.File("pipe");
        Assert.Equal(0, Shell($"mkfifo {pipe}; cat {Recorded.PathOf("video/Truck.klv")} > {pipe} & dotnet {CommandLine.Program} video footprints {pipe} | grep -q '711 frames'"));
    }

    [Fact]
    public void What_tells_of_no_camera_is_refused()
    {
        using var workspace = new CommandLine.Workspace();
        File.WriteAllBytes(workspace.File("security.klv"), [0x06, 0x0E, 0x2B, 0x34, 0x02, 0x03, 0x01, 0x01, 0x0E, 0x01, 0x03, 0x03, 0x02, 0, 0, 0, 3, 1, 1, 1]);
        var result = CommandLine.Run("video", "footprints", workspace.File("security.klv"));

        Assert.Equal(3, result.ExitCode);
        Assert.Contains("no packet tells of a camera", result.Error, StringComparison.Ordinal);
        Assert.Equal(3, CommandLine.Run("video", "footprints", Recorded.PathOf("video/Truck.klv"), "--terrain", workspace.File("none")).ExitCode);
        Assert.Equal(2, CommandLine.Run("video", "footprints", Recorded.PathOf("video/Truck.klv"), "--every", "0").ExitCode);
    }

    private static string Run(string file, string format)
    {
        var result = CommandLine.Run("video", "footprints", Recorded.PathOf($"video/{file}"), "--format", format);
        Assert.Equal(0, result.ExitCode);
        return result.Output;
    }

    /// <summary>A packet of the raw items of a line of <c>video klv</c>.</summary>
    private static byte[] Rebuilt(JsonElement line)
    {
        var packet = new St0601Packet();
        foreach (var item in line.GetProperty("items").EnumerateArray())
            packet.Set.SetBytes(item.GetProperty("tag").GetUInt64(), Convert.FromHexString(item.GetProperty("raw").GetString()!));
        return packet.Encode();
    }

    private static List<(ulong Tag, byte[] Value)> Items(byte[] set)
    {
        var items = new List<(ulong, byte[])>();
        var reader = new LocalSetReader(set);
        while (reader.Read() == KlvRead.Found)
            items.Add((reader.Item.Tag, reader.Value.ToArray()));
        return items;
    }

    private static int Shell(string command)
    {
        using var process = System.Diagnostics.Process.Start("bash", ["-c", command]);
        process.WaitForExit();
        return process.ExitCode;
    }

    private static GeoPoint Place(JsonElement element, string name)
    {
        var place = element.GetProperty(name);
        return new GeoPoint(place.GetProperty("latitude").GetDouble(), place.GetProperty("longitude").GetDouble());
    }
}
