using System.CommandLine;
using Overflight.Cli.Running;
using Overflight.Cli.Video.Footprints;

namespace Overflight.Cli.Verbs;

/// <summary><c>video footprints</c>.</summary>
internal static class VideoFootprintsVerb
{
    public static Command Create()
    {
        var file = new Argument<string>("FILE") { Description = "a transport stream or bare KLV; - reads standard input" };
        var format = new Option<string>("--format") { Description = string.Join(", ", FootprintFormats.Names), DefaultValueFactory = _ => "text" };
        format.AcceptOnlyFromAmong(FootprintFormats.Names);
        var output = new Option<string?>("--out") { Description = "write to this file" };
        var reading = new Option<string>("--reading") { Description = "how angles are understood: auto (what agrees with the stream's own frame centres), standard, platform, earth, grid", DefaultValueFactory = _ => "auto" };
        reading.AcceptOnlyFromAmong("auto", "standard", "platform", "earth", "grid");
        var terrain = new Option<string?>("--terrain") { Description = "a folder or file of terrain: SRTM .hgt, DTED, GeoTIFF; level ground otherwise" };
        var swath = new Option<double?>("--swath") { Description = "begin a new swath after so many seconds; one for the file otherwise" };
        var every = new Option<double?>("--every") { Description = "at most one frame in so many seconds; all otherwise" };
        foreach (var seconds in (Option<double?>[])[swath, every])
            seconds.Validators.Add(result =>
            {
                if (result.GetValue(seconds) is { } value && !(value > 0 && double.IsFinite(value)))
                    result.AddError($"{seconds.Name} wants a number of seconds above 0");
            });
        var command = new Command("footprints", "Where the camera looked: frame centre, corners, outline on the ground, targets, and how sure that is; for each frame and as a swath.")
        {
            file, format, output, reading, terrain, swath, every,
        };
        command.SetAction(parsed => new FootprintRun(new FootprintRequest(
            parsed.GetValue(file)!, parsed.GetValue(format)!, parsed.GetValue(output), parsed.GetValue(reading)!, parsed.GetValue(terrain),
            parsed.GetValue(swath), parsed.GetValue(every), CommandLineText.Of(parsed.Tokens.Select(t => t.Value)))).Run());
        return command.WithExamples(
            "overflight video footprints flight.ts",
            "overflight video footprints flight.ts --format kml --every 1 --out flight.kml",
            "overflight video footprints flight.klv --terrain srtm/ --format geojson --out seen.geojson");
    }
}
