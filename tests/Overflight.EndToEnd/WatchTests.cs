using System.Net;
using System.Net.Sockets;
using System.Text;
using System.Text.Json;
using NJsonSchema;
using Overflight.Testing;

namespace Overflight.EndToEnd;

public sealed class WatchTests
{
    private const string Trace = "tracks/readsb/trace_full_ac671b.json.gz";

    [Fact]
    [Trait("Category", "Recorded")]
    public async Task Each_alert_satisfies_its_schema_and_the_last_say_what_analyze_says()
    {
        var schema = await JsonSchema.FromFileAsync(Path.Combine(Repository.Root, "docs/schemas/alert-1.schema.json"), TestContext.Current.CancellationToken);
        var watched = CommandLine.Run("watch", Recorded.PathOf(Trace), "--airspace", "MEX,CAN", "--max-speed", "650", "--format", "json");
        Assert.Equal(0, watched.ExitCode);
        var alerts = Lines(watched.Output);
        Assert.All(alerts, a => Assert.Empty(schema.Validate(a.GetRawText()).Select(e => $"{a.GetRawText()}: {e}")));
        Assert.Equal(
            ["approaching", "silent", "entered", "silent", "silent", "left", "flight-ended"],
            alerts.Where(a => a.GetProperty("airspace").GetString() == "MEX" && a.GetProperty("time").GetString()!.CompareTo("2025-02-05T02") < 0).Select(a => a.GetProperty("kind").GetString()));

        using var analysis = JsonDocument.Parse(CommandLine.Run("analyze", Recorded.PathOf(Trace), "--airspace", "MEX,CAN", "--max-speed", "650", "--format", "json").Output);
        var told = analysis.RootElement.GetProperty("flights").EnumerateArray().SelectMany(f => f.GetProperty("verdicts").EnumerateArray()).Select(Told).ToHashSet();
        var ended = alerts.Where(a => a.GetProperty("kind").GetString() == "flight-ended").Select(a => Told(a.GetProperty("flight").GetProperty("verdict"))).ToArray();
        Assert.NotEmpty(ended);
        Assert.All(ended, e => Assert.Contains(e, told));
        // What entered, or may have, is never left out.
        Assert.All(told.Where(t => !t.Contains("did-not-enter", StringComparison.Ordinal)), t => Assert.Contains(t, ended));
    }

    /// <summary>Ten kilometres north of the line at Mexicali, round and round, and then away.</summary>
    [Fact]
    public async Task An_aircraft_that_circles_near_the_line_is_told_of_once()
    {
        var schema = await JsonSchema.FromFileAsync(Path.Combine(Repository.Root, "docs/schemas/alert-1.schema.json"), TestContext.Current.CancellationToken);
        using var workspace = new CommandLine.Workspace();
        File.WriteAllText(workspace.File("orbit.csv"), "icao,time,lat,lon,altitude_ft\n" + string.Concat(Enumerable.Range(0, 240).Select(i =>
        {
            var (sine, cosine) = Math.SinCos(2 * Math.PI * Math.Min(i, 180) / 30);
            var (latitude, longitude) = (32.75 + 0.02 * cosine + 0.005 * Math.Max(0, i - 180), -115.5 + 0.024 * sine);
            return string.Create(System.Globalization.CultureInfo.InvariantCulture, $"b00001,2025-02-04T{12 + i / 360:00}:{i / 6 % 60:00}:{10 * (i % 6):00}Z,{latitude:0.######},{longitude:0.######},9000\n");
        })));
        var alerts = Lines(CommandLine.Run("watch", workspace.File("orbit.csv"), "--airspace", "MEX", "--format", "json").Output);

        Assert.All(alerts, a => Assert.Empty(schema.Validate(a.GetRawText()).Select(e => $"{a.GetRawText()}: {e}")));
        var told = Assert.Single(alerts, a => a.GetProperty("kind").GetString() == "pattern");
        Assert.Equal("orbit", told.GetProperty("pattern").GetProperty("kind").GetString());
        Assert.InRange(told.GetProperty("pattern").GetProperty("centre").GetProperty("latitude").GetDouble(), 32.745, 32.755);
        Assert.StartsWith("2025-02-04T12:0", told.GetProperty("time").GetString());
    }

    [Fact]
    public async Task A_connection_that_breaks_is_made_again_and_alerts_are_posted_signed()
    {
        using var receiver = new TcpListener(IPAddress.Loopback, 0);
        receiver.Start();
        using var hook = new TcpListener(IPAddress.Loopback, 0);
        hook.Start();
        var bodies = Task.Run(() => Posts(hook, 3));
        var rows = Rows();
        var serving = Task.Run(() =>
        {
            // Half of the flight over each of two connections.
            foreach (var part in (string[][])[rows[..(rows.Length / 2)], rows[(rows.Length / 2)..]])
                using (var connection = receiver.AcceptTcpClient())
                    connection.GetStream().Write(Encoding.UTF8.GetBytes("time,icao24,latitude,longitude,groundspeed,track\n" + string.Join('\n', part) + "\n"));
        });

        using var watch = RunningProgram.Start(
            new Dictionary<string, string> { ["OVERFLIGHT_WEBHOOK_KEY"] = "secret" },
            "watch", $"tcp://127.0.0.1:{((IPEndPoint)receiver.LocalEndpoint).Port}", "--airspace", "MEX", "--format", "json",
            "--webhook", $"http://127.0.0.1:{((IPEndPoint)hook.LocalEndpoint).Port}/alerts");
        var alerts = watch.ReadLines(3, TimeSpan.FromSeconds(60));

        Assert.Equal(["approaching", "may-have-entered", "entered"], alerts.Select(l => JsonDocument.Parse(l).RootElement.GetProperty("kind").GetString()));
        await serving.WaitAsync(TimeSpan.FromSeconds(10), TestContext.Current.CancellationToken);
        var posted = await bodies.WaitAsync(TimeSpan.FromSeconds(20), TestContext.Current.CancellationToken);
        foreach (var (body, signature) in posted)
            Assert.Equal(Convert.ToHexStringLower(System.Security.Cryptography.HMACSHA256.HashData("secret"u8, Encoding.UTF8.GetBytes(body))), signature);
        Assert.Equal(alerts, posted.Select(b => b.Body));
    }

    [Theory]
    [InlineData("gopher://x", "tcp://host:port")]
    [InlineData("tcp://localhost", "lacks a port")]
    public void A_feed_that_is_none_is_explained(string feed, string expected)
    {
        var result = CommandLine.Run("watch", feed, "--airspace", "MEX");
        Assert.Equal(2, result.ExitCode);
        Assert.Contains(expected, result.Error);
    }

    /// <summary>Southwards across the border near San Diego, as of now, so that the clock believes it.</summary>
    private static string[] Rows()
    {
        var start = TimeProvider.System.GetUtcNow().ToUnixTimeSeconds() - 150;
        return [.. Enumerable.Range(0, 60).Select(i => FormattableString.Invariant($"{start + 5 * i},ac0001,{32.80 - 0.005 * i:0.0000},-116.5,216,180"))];
    }

    private static List<JsonElement> Lines(string output) =>
        [.. output.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(l => JsonDocument.Parse(l).RootElement)];

    private static string Told(JsonElement verdict) =>
        $"{verdict.GetProperty("airspace")} {verdict.GetProperty("verdict")} " + string.Join(';', verdict.GetProperty("intervals").EnumerateArray().Select(i => $"{i.GetProperty("certain")} {Compact(i.GetProperty("enter"))} {Compact(i.GetProperty("exit"))}"));

    private static string Compact(JsonElement element) => JsonSerializer.Serialize(element);

    private static List<(string Body, string Signature)> Posts(TcpListener listener, int count)
    {
        var posts = new List<(string, string)>();
        while (posts.Count < count)
        {
            using var client = listener.AcceptTcpClient();
            using var stream = client.GetStream();
            var reader = new StreamReader(stream, Encoding.UTF8);
            while (posts.Count < count && reader.ReadLine() is { } request)
            {
                Assert.Equal("POST /alerts HTTP/1.1", request);
                var (length, signature) = (0, "");
                while (reader.ReadLine() is { Length: > 0 } header)
                {
                    if (header.StartsWith("Content-Length:", StringComparison.OrdinalIgnoreCase))
                        length = int.Parse(header[15..], System.Globalization.CultureInfo.InvariantCulture);
                    if (header.StartsWith("Overflight-Signature:", StringComparison.OrdinalIgnoreCase))
                        signature = header[21..].Trim();
                }
                var body = new char[length];
                reader.ReadBlock(body, 0, length);
                posts.Add((new string(body).TrimEnd('\0'), signature));
                stream.Write("HTTP/1.1 204 No Content\r\nContent-Length: 0\r\n\r\n"u8);
            }
        }
        return posts;
    }
}
