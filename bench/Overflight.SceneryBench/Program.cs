using System.Diagnostics;
using System.Globalization;
using Overflight.Airspace;
using Overflight.Geodesy;
using Overflight.Scenery.Ground;
using Overflight.Scenery.Picture;
using Overflight.Scenery.Turret;
using Overflight.Scenery.Video;
using Overflight.SceneryBench;
using Overflight.Tracks;

// run SECONDS OUT.ts [PRESET] | live SECONDS OUT.ts | still OUT.png LAT LON HEIGHT HEADING DEPRESSION FOV eo|ir TIME | fleet AIRCRAFT SECONDS
var pack = Environment.GetEnvironmentVariable("OVERFLIGHT_BOUNDARIES") ?? "artifacts/boundaries/overflight-boundaries.pack";
double N(int i) => double.Parse(args[i], CultureInfo.InvariantCulture);
var world = new SceneWorld(7, CoastLine.OfClaims(AirspaceIndex.Open(pack)));
switch (args.FirstOrDefault())
{
    case "run":
        Run(N(1), args[2], args.Length > 3 ? args[3] : new SensorVideoOptions().Preset);
        break;
    case "live":
        Live(N(1), args[2]);
        break;
    case "still":
        Still();
        break;
    case "fleet":
        Fleet((int)N(1), N(2));
        break;
    default:
        Console.Error.WriteLine("run SECONDS OUT.ts [PRESET] | live SECONDS OUT.ts | still OUT.png LAT LON HEIGHT HEADING DEPRESSION FOV eo|ir TIME | fleet AIRCRAFT SECONDS");
        return 2;
}
return 0;

// A sortie with all that costs: the coast, a town, fields, the sea; turning, zooming, slewing, both cameras.
void Run(double seconds, string path, string preset)
{
    var start = UtcInstant.From(new DateTimeOffset(2026, 3, 1, 17, 0, 0, TimeSpan.Zero));
    var orbit = new Orbit(new GeoPoint(30.955, -116.26), 4_000, 3_500, 55, start);
    using var file = File.Create(path);
    using var video = new SensorVideo(new SensorVideoOptions { Preset = preset }, [file]);
    using var sensor = new SensorSimulation(world, TurretType.Generic, video);
    var cpu = Environment.CpuUsage.TotalTime;
    var watch = Stopwatch.StartNew();
    sensor.Command("look 30.955 -116.26");
    for (var n = 0; n <= seconds; n++)
    {
        var command = (n % 60) switch
        {
            6 => "fov 1",
            12 => "fov 2",
            20 => "look 30.9568 -116.2537",
            26 => "fov 3",
            32 => "camera ir",
            40 => "camera eo",
            44 => "fov 1",
            45 => "look 30.965 -116.315",
            52 => "scan 270 40 15 6",
            _ => null,
        };
        if (command is not null && sensor.Command(command) is { } problem)
            Console.Error.WriteLine(problem);
        sensor.Advance(orbit.At(n));
        if (Environment.GetEnvironmentVariable("SCENERY_TRACE") is not null)
            Console.Error.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{n} s: {sensor.GroundSquares} squares, pictures {sensor.Spent.Pictures:0.00} s"));
    }
    sensor.Complete();
    var (own, encoder) = ((Environment.CpuUsage.TotalTime - cpu).TotalSeconds, video.EncoderCpuTime.TotalSeconds);
    var made = sensor.Counts;
    Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{made.Pictures} pictures, {made.Packets} packets, {made.Dropped} dropped, {sensor.GroundSquares} squares of ground drawn, {file.Length / 1e6:0.0} MB, {watch.Elapsed.TotalSeconds:0.0} s by the clock"));
    Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"CPU a second of video: {(own + encoder) / seconds:0.000} s; pictures, metadata, multiplexing {own / seconds:0.000} (of it pictures {sensor.Spent.Pictures / seconds:0.000}, metadata {sensor.Spent.Metadata / seconds:0.000} by the clock), encoder {encoder / seconds:0.000}"));
}

// In real time until it is stopped: Ctrl-C ends the stream in order.
void Live(double seconds, string path)
{
    using var stop = new CancellationTokenSource();
    Console.CancelKeyPress += (_, pressed) =>
    {
        pressed.Cancel = true;
        stop.Cancel();
    };
    var orbit = new Orbit(new GeoPoint(30.955, -116.26), 4_000, 3_500, 55, UtcInstant.From(DateTimeOffset.UtcNow));
    using var file = File.Create(path);
    using var video = new SensorVideo(new SensorVideoOptions { DropsFrames = true }, [file]);
    using var sensor = new SensorSimulation(world, TurretType.Generic, video);
    sensor.Command("look 30.955 -116.26");
    var watch = Stopwatch.StartNew();
    for (var n = 0; n <= seconds && !stop.IsCancellationRequested; n++)
    {
        sensor.Advance(orbit.At(n));
        var wait = TimeSpan.FromSeconds(n + 1) - watch.Elapsed;
        if (wait > TimeSpan.Zero)
            stop.Token.WaitHandle.WaitOne(wait);
    }
    sensor.Complete();
    var made = sensor.Counts;
    Console.WriteLine($"{made.Pictures} pictures, {made.Packets} packets, {made.Dropped} dropped");
}

void Fleet(int aircraft, double seconds)
{
    var start = UtcInstant.From(new DateTimeOffset(2026, 3, 1, 17, 0, 0, TimeSpan.Zero));
    var fleet = Enumerable.Range(0, aircraft).Select(n => (Orbit: new Orbit(new GeoPoint(28 + 0.05 * n, -114 - 0.02 * n), 4_000, 4_000, 55, start), Sensor: new SensorSimulation(world, TurretType.Generic))).ToList();
    foreach (var (orbit, sensor) in fleet)
        sensor.Command(new LookAtCommand(orbit.Centre));
    var cpu = Environment.CpuUsage.TotalTime;
    for (var n = 0; n <= seconds; n++)
        foreach (var (orbit, sensor) in fleet)
            sensor.Advance(orbit.At(n));
    Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{aircraft} aircraft without video: {(Environment.CpuUsage.TotalTime - cpu).TotalSeconds / seconds * 1000:0.0} ms of CPU a second"));
}

void Still()
{
    var time = UtcInstant.From(DateTimeOffset.Parse(args[9], CultureInfo.InvariantCulture));
    var turret = new StabilisedTurret(TurretType.Generic);
    var state = new Orbit(new GeoPoint(N(2), N(3)), 1, N(4), 0, time).At(0);
    turret.Command(new CameraCommand(args[8] == "ir" ? CameraKind.Ir : CameraKind.Eo));
    turret.Command(new FieldOfViewCommand((int)N(7)));
    turret.Command(new LookAlongCommand(N(5), N(6)));
    for (var i = 0; i < 300; i++)
        turret.Advance(state, 1 / 30.0, world);
    var frame = new PictureFrame(1280, 720);
    var renderer = new PictureRenderer(world, 1280, 720);
    var before = Environment.CpuUsage.TotalTime;
    for (var n = 0; n < 2; n++)
        renderer.Render(turret.Sight, time.AddSeconds(n / 30.0), frame);
    var cpu = Environment.CpuUsage.TotalTime;
    var first = (cpu - before).TotalMilliseconds;
    for (var n = 0; n < 30; n++)
        renderer.Render(turret.Sight, time.AddSeconds(n / 30.0), frame);
    Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{(Environment.CpuUsage.TotalTime - cpu).TotalMilliseconds / 30:0.0} ms of CPU a picture, {renderer.ObjectsInPicture.Count} objects; first {first:0} ms"));
    using var ffmpeg = Process.Start(new ProcessStartInfo("ffmpeg", $"-v error -y -f rawvideo -pix_fmt nv12 -s 1280x720 -i - -vf scale=in_color_matrix=bt709:in_range=tv -frames:v 1 {args[1]}") { RedirectStandardInput = true })!;
    ffmpeg.StandardInput.BaseStream.Write(frame.Bytes);
    ffmpeg.StandardInput.Close();
    ffmpeg.WaitForExit();
}
