using System.ComponentModel;
using System.Diagnostics;

namespace Overflight.EndToEnd;

/// <summary>FFmpeg and ffprobe as makers of videos and as a second opinion; tests are skipped where they are not installed.</summary>
internal static class VideoTool
{
    /// <summary>Forty pictures of 96 × 80 at 25 a second.</summary>
    public static string Make(string path, params string[] coding)
    {
        Output("ffmpeg", ["-nostdin", "-v", "error", "-y", "-f", "lavfi", "-i", "testsrc=size=96x80:rate=25:duration=1.6", .. coding, path]);
        if (!File.Exists(path))
            Assert.Skip($"this ffmpeg does not write {string.Join(' ', coding)}");
        return path;
    }

    /// <summary>Hashes of the decoded pictures, in order of presentation.</summary>
    public static string[] Hashes(string path) =>
        [.. Output("ffmpeg", ["-nostdin", "-v", "error", "-i", path, "-map", "0:v", "-f", "framemd5", "-"]).Split('\n').Where(l => l.Length > 0 && l[0] != '#').Select(l => l.Split(',')[^1].Trim())];

    /// <summary>Presentation and decoding times of the packets of a stream, in ticks of 90 kHz from the first decoding time.</summary>
    public static (long Pts, long Dts)[] Times(string path, string stream)
    {
        var lines = Output("ffprobe", ["-v", "error", "-select_streams", stream, "-show_entries", "packet=pts_time,dts_time", "-of", "csv=p=0", path]).Split('\n', StringSplitOptions.RemoveEmptyEntries);
        var times = lines.Select(l => l.Split(',')).Select(c => (Pts: (long)Math.Round(decimal.Parse(c[0]) * 90_000), Dts: (long)Math.Round(decimal.Parse(c[1]) * 90_000))).ToArray();
        return [.. times.Select(t => (t.Pts - times[0].Dts, t.Dts - times[0].Dts))];
    }

    /// <summary>What a program writes to its standard output.</summary>
    public static string Output(string program, params string[] arguments)
    {
        try
        {
            using var process = Process.Start(new ProcessStartInfo(program, arguments) { RedirectStandardOutput = true, RedirectStandardError = true, RedirectStandardInput = true })!;
            process.StandardInput.Close();
            var error = process.StandardError.ReadToEndAsync();
            var output = process.StandardOutput.ReadToEnd();
            process.WaitForExit();
            _ = error.Result;
            return output;
        }
        catch (Win32Exception)
        {
            Assert.Skip($"{program} is not installed");
            return "";
        }
    }
}
