using System.CommandLine;
using Overflight.Cli.Running;
using Overflight.Cli.Video.Mux;
using Overflight.Misb.Pictures;
using Overflight.Misb.Sets.Building;
using Overflight.Misb.Ts;

namespace Overflight.Cli.Verbs;

/// <summary><c>video mux</c>: motion imagery of a video and a table of metadata.</summary>
internal static class VideoMuxVerb
{
    public static Command Create()
    {
        var video = new Argument<string>("VIDEO") { Description = "a transport stream, MP4 or MOV, or an elementary stream of H.264, H.265 or MPEG-2; it is passed through as it is" };
        var metadata = new Option<string>("--metadata") { Description = "CSV with a header of item names or tags, or JSON lines of the same or of \"video klv\"; - reads standard input", Required = true };
        var output = new Option<string>("--out") { Description = "the stream: a file, which appears when it is whole, or udp://HOST:PORT or rtp://HOST:PORT, in real time", Required = true };
        var carriage = new Option<string>("--carriage") { Description = "sync: access unit cells with times; async: without times", DefaultValueFactory = _ => "sync" };
        carriage.AcceptOnlyFromAmong("sync", "async");
        var start = new Option<string?>("--start") { Description = "when the first picture was taken, RFC 3339 or microseconds since 1970; else the video's own time stamps, else the first row" };
        var rate = new Option<string?>("--fps") { Description = "pictures a second of an elementary stream, such as 30 or 30000/1001; else the rate that it states" };
        var keep = new Option<bool>("--keep-metadata") { Description = "keep KLV that the transport stream has already" };
        var stamp = new Option<bool>("--stamp") { Description = "put time stamps (ST 0604) into pictures that have none" };
        var skip = new Option<bool>("--skip-bad") { Description = "leave out rows that cannot be used, and go on" };
        var prefer = new Option<string>("--prefer") { Description = "in lines of \"video klv\" whose value is not that of raw: refuse them, or value", DefaultValueFactory = _ => "raw" };
        prefer.AcceptOnlyFromAmong("raw", "value");
        var command = new Command("mux", "Make motion imagery (STANAG 4609) of a video and a table of metadata: MISB ST 1402, ST 0601, ST 0604.") { video, metadata, output, carriage, start, rate, keep, stamp, skip, prefer };
        command.SetAction((parsed, cancellation) => Task.Run(() => new MuxRun(new MuxRequest
        {
            Video = parsed.GetValue(video)!,
            Metadata = parsed.GetValue(metadata)!,
            Output = parsed.GetValue(output)!,
            Carriage = parsed.GetValue(carriage) == "async" ? KlvCarriage.Asynchronous : KlvCarriage.Synchronous,
            Start = parsed.GetValue(start) is { } time ? StartOf(time) : null,
            FramesPerSecond = parsed.GetValue(rate) is { } fps ? RateOf(fps) : null,
            KeepsMetadata = parsed.GetValue(keep),
            Stamps = parsed.GetValue(stamp),
            SkipsBadRows = parsed.GetValue(skip),
            PrefersValues = parsed.GetValue(prefer) == "value",
        }).Run(cancellation), CancellationToken.None));
        return command.WithExamples(
            "overflight video mux flight.mp4 --metadata flight.csv --out flight.ts",
            "overflight video mux flight.h264 --fps 30 --metadata flight.csv --start 2024-05-01T12:00:00Z --stamp --out flight.ts",
            "overflight video mux old.ts --metadata edited.jsonl --prefer value --out new.ts");
    }

    private static ulong StartOf(string text) => ItemText.TryTime(text, out var time)
        ? time
        : throw new UserError($"--start \"{text}\" is no time: give microseconds since 1970, or RFC 3339 such as 2024-05-01T12:00:00.5Z");

    private static Rate RateOf(string text) => Rate.TryParse(text, out var rate) ? rate : throw new UserError($"--fps \"{text}\" is no rate: give pictures a second such as 30, 29.97 or 30000/1001");
}
