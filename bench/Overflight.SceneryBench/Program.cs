using System.Diagnostics;
using System.Globalization;
using Overflight.Airspace;
using Overflight.Geodesy;
using Overflight.Scenery.Ground;
using Overflight.Scenery.Picture;
using Overflight.Scenery.Turret;
using Overflight.Sorties.Flight;
using Overflight.Tracks;

// still OUT.png LAT LON HEIGHT HEADING DEPRESSION FOV eo|ir TIME
var pack = Environment.GetEnvironmentVariable("OVERFLIGHT_BOUNDARIES") ?? "artifacts/boundaries/overflight-boundaries.pack";
double N(int i) => double.Parse(args[i], CultureInfo.InvariantCulture);
var world = new SceneWorld(7, CoastLine.OfClaims(AirspaceIndex.Open(pack)));
var turret = new StabilisedTurret(TurretType.Generic);
var time = UtcInstant.From(DateTimeOffset.Parse(args[9], CultureInfo.InvariantCulture));
var state = new VehicleState { Time = time, Place = new GeoPoint(N(2), N(3)), HeightMetres = N(4) };
turret.Command(new CameraCommand(args[8] == "ir" ? CameraKind.Ir : CameraKind.Eo));
turret.Command(new FieldOfViewCommand((int)N(7)));
turret.Command(new LookAlongCommand(N(5), N(6)));
for (var i = 0; i < 300; i++)
    turret.Advance(state, 1 / 30.0, world);
var frame = new PictureFrame(1280, 720);
var renderer = new PictureRenderer(world, 1280, 720);
var watch = Stopwatch.StartNew();
for (var n = 0; n < 40; n++)
{
    renderer.Render(turret.Sight, time.AddSeconds(n / 30.0), frame);
    if (n is 0 or 1)
        Console.WriteLine($"frame {n}: {watch.Elapsed.TotalMilliseconds:0} ms");
    if (n == 9)
        watch.Restart();
}
Console.WriteLine($"{Environment.CpuUsage.TotalTime.TotalMilliseconds:0.0} ms a frame, {renderer.ObjectsInPicture.Count} objects");
using var ffmpeg = Process.Start(new ProcessStartInfo("ffmpeg", $"-v error -y -f rawvideo -pix_fmt nv12 -s 1280x720 -colorspace bt709 -color_range tv -i - -vf scale=in_color_matrix=bt709 -frames:v 1 {args[1]}") { RedirectStandardInput = true })!;
ffmpeg.StandardInput.BaseStream.Write(frame.Bytes);
ffmpeg.StandardInput.Close();
ffmpeg.WaitForExit();
