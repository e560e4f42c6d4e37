using System.Collections.Concurrent;
using Overflight.Authority.Documents;
using Overflight.Cli.Plans;
using Overflight.Cli.Running;
using Overflight.Mavlink.Signing;
using Overflight.Operations.Flying;
using Overflight.Operations.Linking;
using Overflight.Operations.Recording;
using Overflight.Record;
using Overflight.Tracks;

namespace Overflight.Cli.Fly;

/// <summary>Flies a scenario in real time, faster, or as fast as it goes, and takes commands on the way.</summary>
internal sealed class FlyRun(FlyRequest request)
{
    private const double ChunkSeconds = 60;
    private const int FrameMilliseconds = 100;

    private readonly ConcurrentQueue<string> _typed = new();
    private readonly FlyScreen _screen = new();
    private VehicleLink? _link;
    private bool _isLeaving;

    public async Task<int> Run(RecordWriter writer, FlightRecord record, CancellationToken cancellation)
    {
        var scenario = ScenarioFile.Read(request.File);
        var (documents, hadProblems) = PaperFolder.Read(request.Papers ?? Path.GetDirectoryName(Path.GetFullPath(request.File))!);
        try
        {
            using var videos = new FlyVideo(cancellation);
            await using var exercise = new Exercise(scenario, documents, BoundaryFile.Open(), record, new() { Folder = request.Output, VideoOf = request.Video is { } video ? name => videos.Open(video, name, scenario, request.IsPaced) : null, WithAllSensors = request.IsPaced, FlownByLink = request.Ground is null ? null : scenario.Aircraft[0].Name });
            Listen(exercise);
            try
            {
                await Fly(exercise, cancellation);
            }
            finally
            {
                if (_link is not null)
                    await _link.DisposeAsync();
            }
            await exercise.FinishAsync(CancellationToken.None);
            await writer.CheckpointAsync(CancellationToken.None);
            Write(exercise, record.Count);
            var isKept = exercise.Refused.Count == 0 && exercise.Aircraft.All(a => a.Flown?.IsPermitted != false);
            return hadProblems ? ExitCode.InputUnreadable : isKept ? ExitCode.Done : ExitCode.AnswerIsNo;
        }
        catch (InvalidDataException error)
        {
            throw new UserError($"{request.File}: {error.Message}", ExitCode.InputUnreadable);
        }
    }

    private void Listen(Exercise exercise)
    {
        exercise.Authorised += aircraft =>
        {
            Tell(aircraft.Aircraft.Name, exercise.Time, $"authorised: {aircraft.Sortie.Citation}");
            if (request.Ground is { } ground && aircraft.Aircraft == exercise.First)
                _link = VehicleLink.Open(aircraft, ground, request.Passphrase, new SigningClock(TimeProvider.System));
            aircraft.Told += (at, line) => Tell(aircraft.Aircraft.Name, at, line);
        };
        exercise.WasRefused += (aircraft, decision) => Tell(aircraft.Name, exercise.Time, $"refused: {string.Join(", ", decision.BlockedBy)}");
    }

    private void Tell(string aircraft, UtcInstant at, string line)
    {
        if (request.HasScreen)
            _screen.Tell(aircraft, at, line);
        else if (request.IsPaced)
            Console.Error.WriteLine($"{at}  {aircraft}: {PrintableText.Of(line)}");
    }

    private async Task Fly(Exercise exercise, CancellationToken cancellation)
    {
        using var progress = new ProgressLine();
        if (!request.IsPaced)
        {
            while (!exercise.IsOver && !cancellation.IsCancellationRequested)
            {
                // Nobody waits for an aircraft that is armed tomorrow.
                var next = exercise.Time.AddSeconds(ChunkSeconds);
                if (exercise.Aircraft.All(a => a.IsClosed) && exercise.NextStart is { } start && start > next)
                    next = start;
                await exercise.AdvanceAsync(next, CancellationToken.None);
                progress.Tell(() => $"{exercise.Time}, {exercise.Aircraft.Count(a => !a.IsClosed)} in the air");
            }
            return;
        }
        _ = Task.Run(ReadCommands, CancellationToken.None);
        using var timer = new PeriodicTimer(TimeSpan.FromMilliseconds(FrameMilliseconds));
        var (began, from, frames) = (TimeProvider.System.GetTimestamp(), exercise.Time, 0);
        while (!exercise.IsOver && !_isLeaving && !cancellation.IsCancellationRequested)
        {
            while (_typed.TryDequeue(out var line))
                Say(exercise, line);
            await exercise.AdvanceAsync(from.AddSeconds(request.Rate * TimeProvider.System.GetElapsedTime(began).TotalSeconds), CancellationToken.None);
            if (request.HasScreen && frames++ % 5 == 0)
                _screen.Draw(Console.Out, exercise, request.Rate);
            await timer.WaitForNextTickAsync(CancellationToken.None);
        }
    }

    private void ReadCommands()
    {
        while (Console.In.ReadLine() is { } line)
        {
            if (line.Trim().Length > 0)
                _typed.Enqueue(line.Trim());
        }
    }

    private void Say(Exercise exercise, string line)
    {
        if (line == "quit")
        {
            _isLeaving = true;
            return;
        }
        var colon = line.IndexOf(':', StringComparison.Ordinal);
        var (name, words) = colon > 0 ? (line[..colon].Trim(), line[(colon + 1)..].Trim()) : (null, line);
        var flying = exercise.Aircraft.Where(a => !a.IsClosed && (name is null || a.Aircraft.Name == name)).ToArray();
        if (flying.Length == 1)
            flying[0].Say(words);
        else
            Tell(name ?? "fly", exercise.Time, flying.Length == 0 ? "there is no such aircraft in the air" : "there are several: say NAME: words");
    }

    private void Write(Exercise exercise, long leaves)
    {
        if (request.AsJson)
        {
            using var output = Console.OpenStandardOutput();
            FlySummary.WriteJson(output, exercise, leaves);
            return;
        }
        using var text = new PrintableTextWriter(Console.OpenStandardOutput());
        FlySummary.WriteText(text, exercise, request.Output);
    }
}
