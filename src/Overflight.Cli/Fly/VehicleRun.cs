using System.Net;
using Overflight.Authority.Deciding;
using Overflight.Authority.Documents;
using Overflight.Cli.Plans;
using Overflight.Cli.Running;
using Overflight.Dossiers.Decisions;
using Overflight.Mavlink.Arming;
using Overflight.Mavlink.Grounds;
using Overflight.Mavlink.Links;
using Overflight.Mavlink.Messages;
using Overflight.Mavlink.Signing;
using Overflight.Operations.Flying;
using Overflight.Operations.Linking;
using Overflight.Operations.Recording;
using Overflight.Operations.Scenarios;
using Overflight.Record;
using Overflight.Tracks;

namespace Overflight.Cli.Fly;

/// <summary>Flies a scenario's first sortie on a vehicle that is reached over MAVLink, and follows it until it has landed.</summary>
internal sealed class VehicleRun(FlyRequest request, IPEndPoint endPoint)
{
    private static readonly TimeSpan s_patience = TimeSpan.FromSeconds(30);

    private Authorisation? _authorisation;
    private GroundVehicle? _vehicle;

    public async Task<int> Run(RecordWriter writer, FlightRecord record, CancellationToken cancellation)
    {
        var scenario = ScenarioFile.Read(request.File);
        var (documents, hadProblems) = PaperFolder.Read(request.Papers ?? Path.GetDirectoryName(Path.GetFullPath(request.File))!);
        var aircraft = scenario.Aircraft[0];
        var sortie = SortieOf(aircraft, documents);
        using var key = request.Passphrase is { } passphrase ? SigningKey.FromPassphrase(passphrase) : null;
        await using var link = MavlinkLink.Open(UdpTransport.Listen(endPoint), new() { Signing = key is null ? LinkSigning.None : LinkSigning.Required(key, new SigningClock(TimeProvider.System)) });
        using var ground = new MavlinkGround(link, new() { ArmAuthority = new Delegated(this) });
        Console.Error.WriteLine($"overflight: waiting for a vehicle at {endPoint}");
        var vehicle = _vehicle = await ground.FindAsync(1, cancellation);
        await Ask(vehicle, cancellation);
        if (Now(vehicle) is not { } now)
            throw new UserError("the vehicle tells neither time nor place within 30 s; it needs a position, and SYSTEM_TIME", ExitCode.InputUnreadable);

        var judge = new SortieJudge(BoundaryFile.Open(), documents);
        (var decision, _authorisation) = await Authorisation.AskAsync(judge, sortie, now, record, cancellation);
        await writer.CheckpointAsync(CancellationToken.None);
        Console.WriteLine(DecisionText.Sentence(decision));
        if (_authorisation is null)
            return ExitCode.AnswerIsNo;
        Directory.CreateDirectory(Path.Combine(request.Output, "telemetry"));
        using var telemetry = new TelemetryFile(File.Create(Path.Combine(request.Output, "telemetry", Exercise.FileName(aircraft) + ".jsonl")));
        var flight = new VehicleFlight(vehicle, _authorisation, scenario, aircraft, judge, documents, record, telemetry, TimeProvider.System);
        flight.Told += (at, line) => Console.Error.WriteLine($"{at}  {aircraft.Name}: {PrintableText.Of(line)}");
        if (await flight.StartAsync(cancellation) is { } why)
            throw new UserError($"{aircraft.Name} does not fly: {why}", ExitCode.AnswerIsNo);
        using var timer = new PeriodicTimer(TimeSpan.FromSeconds(1));
        while (!cancellation.IsCancellationRequested && !await flight.FollowAsync(CancellationToken.None))
            await timer.WaitForNextTickAsync(CancellationToken.None);
        await writer.CheckpointAsync(CancellationToken.None);
        if (flight.Paper is not { } paper)
            throw new UserError($"{aircraft.Name} is still in the air, and no longer followed", ExitCode.AnswerIsNo);
        Directory.CreateDirectory(Path.Combine(request.Output, "papers"));
        File.WriteAllBytes(Path.Combine(request.Output, "papers", $"{paper.Kind}.{paper.Id}.v{paper.Version}.json"), AuthorityJson.Write(paper));
        Console.WriteLine(flight.Flown is { } flown ? DecisionText.Sentence(flown) : "hardly anything was flown");
        return hadProblems ? ExitCode.InputUnreadable : flight.Flown?.IsPermitted == true ? ExitCode.Done : ExitCode.AnswerIsNo;
    }

    private Sortie SortieOf(ScenarioAircraft aircraft, DocumentSet documents)
    {
        try
        {
            return Exercise.SortieOf(aircraft, documents);
        }
        catch (InvalidDataException error)
        {
            throw new UserError($"{request.File}: {error.Message}", ExitCode.InputUnreadable);
        }
    }

    /// <summary>Asks for what is followed, as often as it is read, and waits for the first of each.</summary>
    private static async Task Ask(GroundVehicle vehicle, CancellationToken cancellation)
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        patience.CancelAfter(s_patience);
        // An autopilot that does not know the command sends its own streams.
        await vehicle.SetIntervalAsync<SystemTime>(TimeSpan.FromSeconds(1), patience.Token);
        await vehicle.SetIntervalAsync<GlobalPositionInt>(TimeSpan.FromSeconds(0.5), patience.Token);
        await vehicle.SetIntervalAsync<ExtendedSysState>(TimeSpan.FromSeconds(1), patience.Token);
        using var timer = new PeriodicTimer(TimeSpan.FromMilliseconds(200));
        while (!patience.IsCancellationRequested && (Now(vehicle) is null || vehicle.Latest<GlobalPositionInt>() is null || vehicle.Latest<ExtendedSysState>() is null))
            await timer.WaitForNextTickAsync(CancellationToken.None);
    }

    private static UtcInstant? Now(GroundVehicle? vehicle) => vehicle?.Latest<SystemTime>() is { TimeUnixUsec: > 0 } clock ? new((long)clock.TimeUnixUsec) : null;

    /// <summary>Before there is an authorisation nobody is let arm.</summary>
    private sealed class Delegated(VehicleRun run) : IArmAuthority
    {
        public ValueTask<ArmDecision> DecideAsync(ArmRequest request, CancellationToken cancellation) => run._authorisation is { } authorisation
            ? new LeafArmAuthority(authorisation, () => Now(run._vehicle) ?? UtcInstant.From(TimeProvider.System.GetUtcNow())).DecideAsync(request, cancellation)
            : ValueTask.FromResult(ArmDecision.Deny(MavArmAuthDeniedReason.Generic, "no sortie is authorised"));
    }
}
