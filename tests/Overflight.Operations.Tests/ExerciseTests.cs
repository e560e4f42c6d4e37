using System.Security.Cryptography;
using System.Text.Json;
using Overflight.Airspace;
using Overflight.Airspace.Verdicts;
using Overflight.Feeds;
using Overflight.Operations.Flying;
using Overflight.Operations.Recording;
using Overflight.Operations.Scenarios;
using Overflight.Record;
using Overflight.Record.Leaves;
using Overflight.Record.Notes;
using Overflight.Record.Storage;
using Overflight.Record.Vaults;
using Overflight.Sorties.Autopilot;
using Overflight.Tracks;
using static Overflight.Operations.Tests.Papers;

namespace Overflight.Operations.Tests;

/// <summary>Whole flights of the exercise, and all that they leave.</summary>
public sealed class ExerciseTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("overflight-fly-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public async Task A_sortie_that_is_permitted_leaves_what_a_real_flight_would()
    {
        var scenario = Flying(Lantern("LANTERN 1", "s-06") with
        {
            Adsb = new(),
            Commands = [new(T("2026-03-02T07:01:00Z"), "Station B", "look 30.93 -115.82"), new(T("2026-03-02T07:20:00Z"), "Station A", "return"), new(T("2026-03-02T07:30:00Z"), "Station B", "stow")],
        });
        var exercise = await Fly(scenario);
        var leaves = Leaves();
        var flown = Assert.Single(exercise.Aircraft);

        // Decided, authorised, and only then anything else.
        Assert.Equal(["sortie.decision", "sortie.authorised"], leaves.Take(2).Select(l => l.Kind));
        Assert.Equal(["sortie.decision", "sortie.closed"], leaves.TakeLast(2).Select(l => l.Kind));
        Assert.True(flown.Flown!.IsPermitted, string.Join(", ", flown.Flown.BlockedBy));
        // Every minute a heartbeat that holds the telemetry so far to its hash.
        var telemetry = File.ReadAllBytes(Path.Combine(_folder, "out", "telemetry", "lantern-1.jsonl"));
        var heartbeats = leaves.Where(l => l.Kind == FlightLeaf.Heartbeat).Select(Fields).ToArray();
        Assert.Equal(Enumerable.Range(1, heartbeats.Length).Select(n => (long)n), heartbeats.Select(h => h.GetProperty("number").GetInt64()));
        Assert.InRange(heartbeats.Length, exercise.Time.SecondsSince(exercise.Start) / 60 - 2, exercise.Time.SecondsSince(exercise.Start) / 60 + 2);
        Assert.All(heartbeats, h => Assert.Equal(
            h.GetProperty("telemetry").GetString(), Convert.ToHexStringLower(SHA256.HashData(telemetry.AsSpan(0, h.GetProperty("telemetryBytes").GetInt32())))));
        // Station A has handed over when it says return.
        var commands = leaves.Where(l => l.Kind == FlightLeaf.Command).Select(Fields).ToArray();
        Assert.Equal([("return", "Station B holds control, not Station A")], commands.Where(c => !c.GetProperty("done").GetBoolean()).Select(c => (c.GetProperty("command").GetString()!, c.GetProperty("reason").GetString()!)));
        Assert.Equal(1, leaves.Count(l => l.Kind == FlightLeaf.HandOver));
        var log = File.ReadAllLines(Path.Combine(_folder, "out", "log.txt"));
        Assert.Equal(log.Order(StringComparer.Ordinal).Select(l => l[..20]), log.Select(l => l[..20]));
        Assert.Contains(log, l => l.EndsWith("Station A: return – refused: Station B holds control, not Station A", StringComparison.Ordinal));
        Assert.Contains("authorised, leaf 1", log[0], StringComparison.Ordinal);
        // What the closing leaf counts can be counted again.
        var counts = Fields(leaves[^1]).GetProperty("counts");
        foreach (var (name, kind) in new[] { ("heartbeats", FlightLeaf.Heartbeat), ("events", FlightLeaf.Event), ("sensorIntervals", FlightLeaf.Sensor), ("handOvers", FlightLeaf.HandOver) })
            Assert.Equal(leaves.Count(l => l.Kind == kind), counts.GetProperty(name).GetInt32());
        Assert.Equal(telemetry.Length, counts.GetProperty("telemetryBytes").GetInt32());
        Assert.Equal(1, counts.GetProperty("sensorIntervals").GetInt32());
        // From what others heard anybody finds what the simulator knows.
        var heard = Heard();
        var verdict = new FlightAnalyzer(Papers.Index, new() { Regions = [Papers.Index.Region("MEX")!], MaxSpeedKnots = 300 }).AnalyzeFlight(heard).Verdicts[0];
        Assert.Equal(AirspaceVerdictKind.Entered, verdict.Kind);
        Assert.Equal(flown.Flown.Path.States.Count(s => s is { State: "MEX", IsCertain: true }), verdict.Intervals.Count(i => i.IsCertain));
        Assert.Equal(counts.GetProperty("adsbMessages").GetInt64(), flown.Counts.AdsbMessages);
    }

    [Fact]
    public async Task A_sortie_that_is_refused_is_not_armed()
    {
        var exercise = await Fly(Flying(Lantern("LANTERN 5", "s-05") with { Adsb = new() }));

        Assert.Empty(exercise.Aircraft);
        Assert.Contains("consent.in-force", Assert.Single(exercise.Refused).Decision.BlockedBy);
        Assert.Equal("sortie.decision", Assert.Single(Leaves()).Kind);
        Assert.Empty(Directory.GetFiles(Path.Combine(_folder, "out", "telemetry")));
        Assert.Equal(0, new FileInfo(Path.Combine(_folder, "out", "adsb.beast")).Length);
    }

    [Fact]
    public async Task A_consent_withdrawn_in_flight_sends_the_aircraft_out_by_the_shortest_way()
    {
        var withdrawn = T("2026-04-10T07:20:00Z");
        var papers = new Authority.Documents.DocumentSet(Documents.All.Select(d => d is Authority.Documents.Consent { Version: 3 } c ? c with { RecordedAt = withdrawn, RevokedAt = withdrawn } : d));
        var exercise = await Fly(Flying(Lantern("LANTERN 8", "s-08") with { Adsb = new() }), documents: papers);
        var flown = Assert.Single(exercise.Aircraft);
        var changed = flown.Simulation.Events.Single(e => e.Kind == SortieEventKind.FencesChanged);
        var mexico = Papers.Index.Region("MEX")!;

        // To the second.
        Assert.Equal(withdrawn, changed.Time);
        // It never goes deeper than it was by more than it takes to turn round, and it is out as fast as it can be.
        var after = Enumerable.Range(0, flown.Track.Count).Where(i => flown.Track.TimeAt(i) >= withdrawn).ToArray();
        Assert.True(mexico.Contains(flown.Track.PositionAt(after[0])));
        var depthThen = Math.Max(0, mexico.DistanceTo(flown.Track.PositionAt(after[0])).SignedMetres);
        Assert.True(after.Max(i => mexico.DistanceTo(flown.Track.PositionAt(i)).SignedMetres) < depthThen + 9_000);
        var inside = after.Count(i => mexico.Contains(flown.Track.PositionAt(i))) * 10;
        Assert.True(inside < 120 + (depthThen + 9_000) / 60, $"inside for {inside} s, {depthThen} m deep when it was withdrawn");
        // And it went home.
        Assert.True(flown.Paper!.Landing!.At < T("2026-04-10T10:30:00Z"), $"landed at {flown.Paper.Landing.At}");
        // What was flown after the withdrawal was flown without consent, and the record says so.
        Assert.Contains("consent.in-force", flown.Flown!.BlockedBy);
        Assert.Contains(Leaves(), l => l.Kind == FlightLeaf.Event && Fields(l).GetProperty("event").GetString() == "fenceHardCleared");
    }

    [Fact]
    public async Task The_same_scenario_is_heard_the_same_and_every_leaf_is_of_the_same_kind()
    {
        var scenario = Flying(Lantern("LANTERN 1", "s-06") with { Adsb = new(5) { Silences = [new(T("2026-03-02T07:00:00Z"), T("2026-03-02T07:20:00Z"))] } }) with { GustMetresPerSecond = 1 };
        await Fly(scenario);
        var (heard, kinds) = (File.ReadAllBytes(Path.Combine(_folder, "out", "adsb.beast")), Leaves().Select(l => (l.Kind, l.Time)).ToArray());
        Directory.Delete(_folder, recursive: true);
        await Fly(scenario);

        Assert.Equal(heard, File.ReadAllBytes(Path.Combine(_folder, "out", "adsb.beast")));
        Assert.Equal(kinds, Leaves().Select(l => (l.Kind, l.Time)));
    }

    [Fact]
    public async Task A_silence_is_opened_by_the_sealed_heartbeats_of_the_aircraft_itself()
    {
        var silence = new Authority.Documents.TimeWindow(T("2026-03-02T06:50:00Z"), T("2026-03-02T07:31:00Z"));
        var exercise = await Fly(Flying(Lantern("LANTERN 3", "s-06") with { Adsb = new() { Silences = [silence] } }), seals: true);
        var track = exercise.Aircraft[0].Track;
        using var key = CompartmentKey.Load(Path.Combine(_folder, "crew.key"));
        var vault = Vault.Load(Path.Combine(_folder, "vault"), Path.Combine(_folder, "record"), [key]);

        var silent = Leaves().Where(l => l.Kind == FlightLeaf.Heartbeat && silence.Holds(new(l.Time * 1_000))).ToArray();
        Assert.InRange(silent.Length, 40, 42);
        foreach (var leaf in silent)
        {
            Assert.False(Fields(leaf).TryGetProperty("place", out _));
            var opened = Assert.Single(vault.Open(leaf));
            using var place = JsonDocument.Parse(opened.Value.ToArray());
            var i = Enumerable.Range(0, track.Count).MinBy(n => Math.Abs(track.TimeAt(n).Microseconds / 1_000 - leaf.Time));
            Assert.Equal(track.PositionAt(i).LatitudeDegrees, place.RootElement.GetProperty("latitudeE7").GetInt64() / 1e7, 0.01);
        }
    }

    [Fact]
    public async Task No_words_make_an_aircraft_do_what_it_was_not_authorised_for()
    {
        var exercise = await Fly(Flying(Lantern("LANTERN 1", "s-06") with
        {
            Commands = [new(T("2026-03-02T06:30:00Z"), "Station A", "goto 31.8 -116.0"), new(T("2026-03-02T06:31:00Z"), "Station A", "fire"), new(T("2026-03-02T06:50:00Z"), "Station A", "resume")],
        }));
        var flown = exercise.Aircraft[0];
        var commands = Leaves().Where(l => l.Kind == FlightLeaf.Command).Select(Fields).ToArray();

        // Into Mexico, where the consent does not reach: refused, or turned away at the fence; never crossed.
        Assert.DoesNotContain(flown.Flown!.Path.States, s => s is { State: "MEX", IsCertain: true } && s.From < T("2026-03-02T06:50:00Z"));
        Assert.Contains("means nothing here", commands.Single(c => c.GetProperty("command").GetString() == "fire").GetProperty("reason").GetString(), StringComparison.Ordinal);
    }

    private static ScenarioAircraft Lantern(string name, string sortie) => new() { Name = name, Sortie = sortie, Address = "ADFE01" };

    private static Scenario Flying(params ScenarioAircraft[] aircraft) => new() { Kind = "scenario", Id = "test", Seed = 5, Aircraft = aircraft };

    private async Task<Exercise> Fly(Scenario scenario, bool seals = false, Authority.Documents.DocumentSet? documents = null)
    {
        var cancellation = TestContext.Current.CancellationToken;
        Directory.CreateDirectory(_folder);
        var (folder, vaultFolder) = (Path.Combine(_folder, "record"), Path.Combine(_folder, "vault"));
        using var key = LogKey.LoadOrCreate(Path.Combine(_folder, "log.key"), "test.overflight/fly");
        LogWriter.Create(folder, key);
        await using var writer = await RecordWriter.OpenAsync(folder, [key]);
        Vault? vault = null;
        using var compartment = seals ? CompartmentKey.Create(Path.Combine(_folder, "crew.key"), "test.overflight/fly", "crew") : null;
        if (compartment is not null)
        {
            using LogKey one = LogKey.LoadOrCreate(Path.Combine(_folder, "one.key"), "one"), other = LogKey.LoadOrCreate(Path.Combine(_folder, "other.key"), "other");
            Vault.Create(vaultFolder, folder, new("test.overflight/fly", new Dictionary<string, string> { ["crew"] = compartment.Id }, [one.Verifier, other.Verifier], 2));
            vault = Vault.Load(vaultFolder, folder, [compartment]);
        }
        await using var record = new FlightRecord(writer, vault, seals ? "crew" : null);
        var exercise = new Exercise(scenario, documents ?? Documents, Papers.Index, record, new() { Folder = Path.Combine(_folder, "out") });
        while (!exercise.IsOver)
            await exercise.AdvanceAsync(exercise.Time.AddSeconds(300), cancellation);
        await exercise.FinishAsync(cancellation);
        await writer.CheckpointAsync(cancellation);
        await exercise.DisposeAsync();
        return exercise;
    }

    private Leaf[] Leaves() => [.. new RecordReader(Path.Combine(_folder, "record")).Leaves().Select(l => l.Leaf)];

    private static JsonElement Fields(Leaf leaf)
    {
        using var json = JsonDocument.Parse(leaf.Bytes);
        return json.RootElement.Clone();
    }

    private Track Heard()
    {
        var tracks = new List<Track>();
        TrackFile.Read(Path.Combine(_folder, "out", "adsb.beast"), new ReadOptions(), tracks.Add, null, CancellationToken.None);
        return Assert.Single(tracks);
    }
}
