using System.Net;
using Overflight.Mavlink;
using Overflight.Mavlink.Grounds;
using Overflight.Mavlink.Links;
using Overflight.Mavlink.Messages;
using Overflight.Mavlink.Protocols.Missions;
using Overflight.Mavlink.Signing;
using Overflight.Mavlink.Vehicles;
using Overflight.Operations.Flying;
using Overflight.Operations.Linking;
using Overflight.Operations.Recording;
using Overflight.Operations.Scenarios;
using Overflight.Record;
using Overflight.Record.Notes;
using Overflight.Record.Storage;
using Overflight.Tracks;
using static Overflight.Operations.Tests.Papers;

namespace Overflight.Operations.Tests;

/// <summary>A ground station flies an exercise's aircraft over a signed MAVLink link.</summary>
public sealed class LinkTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("overflight-link-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public async Task It_arms_by_its_authorisation_flies_and_turns_back()
    {
        var cancellation = TestContext.Current.CancellationToken;
        using var logKey = LogKey.LoadOrCreate(Path.Combine(_folder, "log.key"), "test.overflight/link");
        LogWriter.Create(Path.Combine(_folder, "record"), logKey);
        await using var writer = await RecordWriter.OpenAsync(Path.Combine(_folder, "record"), [logKey]);
        await using var record = new FlightRecord(writer);
        var scenario = new Scenario { Kind = "scenario", Id = "link", Aircraft = [new() { Name = "LANTERN 1", Sortie = "s-06", Address = "ADFE01" }] };
        await using var exercise = new Exercise(scenario, Documents, Papers.Index, record, new() { Folder = Path.Combine(_folder, "out"), FlownByLink = "LANTERN 1", WithAllSensors = true });
        await exercise.AdvanceAsync(exercise.Time.AddSeconds(1), cancellation);
        var flown = Assert.Single(exercise.Aircraft);

        await using var transport = UdpTransport.Listen(new IPEndPoint(IPAddress.Loopback, 0));
        using var key = SigningKey.FromPassphrase("only for this test");
        await using var groundLink = MavlinkLink.Open(transport, new() { Signing = LinkSigning.Required(key, new SigningClock(TimeProvider.System)) });
        using var ground = new MavlinkGround(groundLink, new());
        await using var link = VehicleLink.Open(flown, transport.LocalEndPoint, "only for this test", new SigningClock(TimeProvider.System));
        var vehicle = await ground.FindAsync(1, cancellation);

        // Not before it is armed, and armed only by the authorisation in the record.
        Assert.Equal(MavResult.Denied, (await vehicle.TakeOffAsync(1_000, cancellation)).Result);
        Assert.Equal(MavResult.Accepted, (await vehicle.ArmAsync(cancellation)).Result);
        Assert.Equal(MavResult.Accepted, (await vehicle.StartMissionAsync(cancellation: cancellation)).Result);
        await exercise.AdvanceAsync(exercise.Time.AddSeconds(900), cancellation);
        Assert.True(flown.Simulation.State.IsAirborne);
        Assert.Equal(MavResult.Accepted, (await vehicle.FlyToAsync(new(new(32.2, -118.4, 3_000)), cancellation)).Result);
        // A vehicle's refusal is the ground station's answer: Mexico is closed but for the consent's corridor, and a disarming in the air is none.
        Assert.NotEqual(MavResult.Accepted, (await vehicle.DisarmAsync(cancellation)).Result);
        await exercise.AdvanceAsync(exercise.Time.AddSeconds(600), cancellation);
        Assert.Equal(MavResult.Accepted, (await vehicle.PointGimbalAtAsync(new(32.0, -118.0, 0), cancellation)).Result);
        await exercise.AdvanceAsync(exercise.Time.AddSeconds(30), cancellation);
        Assert.NotNull(flown.Sensor!.Footprint);
        // The position that the ground station is told is the simulator's.
        var told = await vehicle.RequestAsync<GlobalPositionInt>(cancellation);
        Assert.Equal(flown.Simulation.State.Place.LatitudeDegrees, told.Lat / 1e7, 1e-6);
        Assert.Equal(MavResult.Accepted, (await vehicle.ReturnAsync(cancellation)).Result);
        while (!exercise.IsOver)
            await exercise.AdvanceAsync(exercise.Time.AddSeconds(300), cancellation);
        await exercise.FinishAsync(cancellation);
        await writer.CheckpointAsync(cancellation);

        var leaves = new RecordReader(Path.Combine(_folder, "record")).Leaves().Select(l => l.Leaf.Kind).ToArray();
        Assert.Equal(["sortie.decision", "sortie.authorised"], leaves.Take(2));
        Assert.Contains(FlightLeaf.Command, leaves);
        Assert.NotNull(flown.Paper!.Landing);
    }

    /// <summary>Our own simulator stands in for an autopilot that is not ours: all that is known of it comes over the link.</summary>
    [Fact]
    public async Task A_vehicle_is_flown_by_its_paper_from_authorisation_to_landing()
    {
        var cancellation = TestContext.Current.CancellationToken;
        await using var theirs = await OpenAsync("theirs");
        await using var ours = await OpenAsync("ours");
        await using var theirLeaves = new FlightRecord(theirs);
        await using var leaves = new FlightRecord(ours);
        var scenario = new Scenario(GuardEverySeconds: 1_800) { Kind = "scenario", Id = "link", Aircraft = [new() { Name = "LANTERN 1", Sortie = "s-06", Address = "ADFE01" }] };
        await using var exercise = new Exercise(scenario with { GuardEverySeconds = 0 }, Documents, Papers.Index, theirLeaves, new() { Folder = Path.Combine(_folder, "out"), FlownByLink = "LANTERN 1" });
        await exercise.AdvanceAsync(exercise.Time.AddSeconds(1), cancellation);
        await using var transport = UdpTransport.Listen(new IPEndPoint(IPAddress.Loopback, 0));
        await using var groundLink = MavlinkLink.Open(transport, new() { Signing = LinkSigning.None });
        using var ground = new MavlinkGround(groundLink, new());
        await using var link = VehicleLink.Open(exercise.Aircraft[0], transport.LocalEndPoint, null, new SigningClock(TimeProvider.System));
        var vehicle = await ground.FindAsync(1, cancellation);
        await HearAsync(vehicle, cancellation);

        var sortie = exercise.Aircraft[0].Sortie;
        var judge = new Authority.Deciding.SortieJudge(Papers.Index, Documents);
        var (decision, authorisation) = await Authorisation.AskAsync(judge, sortie, exercise.Time, leaves, cancellation);
        Assert.True(decision.IsPermitted);
        using var telemetry = new TelemetryFile(File.Create(Path.Combine(_folder, "telemetry.jsonl")));
        var flight = new VehicleFlight(vehicle, authorisation!, scenario, scenario.Aircraft[0], judge, Documents, leaves, telemetry, TimeProvider.System);
        Assert.Null(await flight.StartAsync(cancellation));
        while (!await flight.FollowAsync(cancellation))
        {
            await exercise.AdvanceAsync(exercise.Time.AddSeconds(20), cancellation);
            await HearAsync(vehicle, cancellation);
        }
        await ours.CheckpointAsync(cancellation);

        Assert.True(flight.Flown!.IsPermitted, string.Join(", ", flight.Flown.BlockedBy));
        Assert.Contains(flight.Flown.Path.States, s => s is { State: "MEX", IsCertain: true });
        Assert.NotNull(flight.Paper!.Landing);
        var kinds = new RecordReader(Path.Combine(_folder, "ours")).Leaves().Select(l => l.Leaf.Kind).ToArray();
        Assert.Equal(["sortie.decision", "sortie.authorised", FlightLeaf.Command], kinds.Take(3));
        Assert.Equal(["sortie.decision", FlightLeaf.Closed], kinds.TakeLast(2));
        Assert.InRange(kinds.Count(k => k == FlightLeaf.Heartbeat), flight.Flown.Path.End.SecondsSince(flight.Flown.Path.Start) / 60 - 5, flight.Flown.Path.End.SecondsSince(flight.Flown.Path.Start) / 60 + 10);
        Assert.Equal(flight.Counts.Heartbeats, kinds.Count(k => k == FlightLeaf.Heartbeat));
    }

    [Fact]
    public async Task A_vehicle_is_not_started_by_an_authorisation_that_has_run_out()
    {
        var cancellation = TestContext.Current.CancellationToken;
        await using var theirs = await OpenAsync("theirs");
        await using var theirLeaves = new FlightRecord(theirs);
        var scenario = new Scenario { Kind = "scenario", Id = "link", Aircraft = [new() { Name = "LANTERN 1", Sortie = "s-06", Address = "ADFE01" }] };
        await using var exercise = new Exercise(scenario, Documents, Papers.Index, theirLeaves, new() { Folder = Path.Combine(_folder, "out"), FlownByLink = "LANTERN 1" });
        await exercise.AdvanceAsync(exercise.Time.AddSeconds(1), cancellation);
        await using var transport = UdpTransport.Listen(new IPEndPoint(IPAddress.Loopback, 0));
        await using var groundLink = MavlinkLink.Open(transport, new() { Signing = LinkSigning.None });
        using var ground = new MavlinkGround(groundLink, new());
        await using var link = VehicleLink.Open(exercise.Aircraft[0], transport.LocalEndPoint, null, new SigningClock(TimeProvider.System));
        var vehicle = await ground.FindAsync(1, cancellation);
        var judge = new Authority.Deciding.SortieJudge(Papers.Index, Documents);
        var (_, authorisation) = await Authorisation.AskAsync(judge, exercise.Aircraft[0].Sortie, exercise.Time, theirLeaves, cancellation);
        await exercise.AdvanceAsync(exercise.Time.AddSeconds(1_000), cancellation);
        await HearAsync(vehicle, cancellation);
        using var telemetry = new TelemetryFile(new MemoryStream());
        var flight = new VehicleFlight(vehicle, authorisation!, scenario, scenario.Aircraft[0], judge, Documents, theirLeaves, telemetry, TimeProvider.System);

        Assert.Contains("ran out", await flight.StartAsync(cancellation), StringComparison.Ordinal);
        Assert.False(vehicle.IsArmed);
    }

    private static async Task HearAsync(GroundVehicle vehicle, CancellationToken cancellation)
    {
        await vehicle.RequestAsync<SystemTime>(cancellation);
        await vehicle.RequestAsync<ExtendedSysState>(cancellation);
        await vehicle.RequestAsync<GlobalPositionInt>(cancellation);
    }

    private async Task<RecordWriter> OpenAsync(string name)
    {
        using var key = LogKey.LoadOrCreate(Path.Combine(_folder, name + ".key"), $"test.overflight/{name}");
        LogWriter.Create(Path.Combine(_folder, name), key);
        return await RecordWriter.OpenAsync(Path.Combine(_folder, name), [key]);
    }

    [Fact]
    public async Task An_authorisation_that_has_run_out_arms_nothing()
    {
        var cancellation = TestContext.Current.CancellationToken;
        using var logKey = LogKey.LoadOrCreate(Path.Combine(_folder, "log.key"), "test.overflight/link");
        LogWriter.Create(Path.Combine(_folder, "record"), logKey);
        await using var writer = await RecordWriter.OpenAsync(Path.Combine(_folder, "record"), [logKey]);
        await using var record = new FlightRecord(writer);
        var scenario = new Scenario { Kind = "scenario", Id = "link", Aircraft = [new() { Name = "LANTERN 1", Sortie = "s-06", Address = "ADFE01" }] };
        await using var exercise = new Exercise(scenario, Documents, Papers.Index, record, new() { Folder = Path.Combine(_folder, "out"), FlownByLink = "LANTERN 1" });
        await exercise.AdvanceAsync(exercise.Time.AddSeconds(1), cancellation);
        var authority = new LeafArmAuthority(exercise.Aircraft[0].Authorisation, () => exercise.Time);

        Assert.True((await authority.DecideAsync(new(1, 255, 190, true, 0), cancellation)).IsAllowed);
        await exercise.AdvanceAsync(exercise.Time.AddSeconds(1_000), cancellation);
        var late = await authority.DecideAsync(new(1, 255, 190, true, 0), cancellation);
        Assert.False(late.IsAllowed);
        Assert.Contains("ran out", late.Text, StringComparison.Ordinal);
    }

    [Fact]
    public void What_cannot_be_flown_is_refused_with_its_reason()
    {
        var route = PlanRoute.Of(new([PlanItem.At(MavCmd.NavTakeoff, 32, -117, 100), PlanItem.At(MavCmd.NavWaypoint, 31, -118, 500), PlanItem.At(MavCmd.NavLoiterTurns, 31, -118.5, 600) with { Param1 = 3, Param3 = -1_500 }]), 10, out var result);

        Assert.Equal(MavMissionResult.Accepted, result);
        Assert.Equal([510.0, 610.0], route!.Legs.Select(l => l.AltitudeMetres!.Value));
        Assert.Null(PlanRoute.Of(new([PlanItem.At(MavCmd.DoSetServo, 0, 0, 0)]), 0, out result));
        Assert.Equal(MavMissionResult.Unsupported, result);
    }
}
