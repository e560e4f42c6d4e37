using Overflight.Misb.Pictures;
using Overflight.Misb.Tests.Ts;

namespace Overflight.Misb.Tests.Pictures;

/// <summary>Videos made by FFmpeg, kept for the run of the tests; the test is skipped where it is not installed.</summary>
internal static class Made
{
    private static readonly string s_folder = Directory.CreateTempSubdirectory("overflight-video-").FullName;
    private static readonly Dictionary<string, string> s_files = [];
    private static readonly Lock s_gate = new();

    static Made() => AppDomain.CurrentDomain.ProcessExit += (_, _) => Directory.Delete(s_folder, recursive: true);

    /// <summary>Forty pictures of 96 × 80 at 25 a second.</summary>
    /// <param name="name">The name of the file; its ending says the format.</param>
    /// <param name="coding">FFmpeg's options of the coding.</param>
    public static string Video(string name, params string[] coding)
    {
        lock (s_gate)
        {
            if (s_files.TryGetValue(name, out var path))
                return path;
            path = Path.Combine(s_folder, name);
            Ffmpeg.Run(["-y", "-f", "lavfi", "-i", "testsrc=size=96x80:rate=25:duration=1.6", .. coding, path]);
            if (!File.Exists(path))
                Assert.Skip($"this ffmpeg does not write {name} ({string.Join(' ', coding)})");
            return s_files[name] = path;
        }
    }

    public static string H264(string ending, int between) => Video($"h264-{between}.{ending}", "-c:v", "libx264", "-bf", $"{between}", "-g", "15");

    public static string H265(string ending, int between) => Video($"h265-{between}.{ending}", "-c:v", "libx265", "-x265-params", $"log-level=none:bframes={between}:keyint=15");

    public static string Mpeg2(string ending, int between) => Video($"mpeg2-{between}.{ending}", "-c:v", "mpeg2video", "-bf", $"{between}", "-g", "12");

    public static List<byte[]> Units(PictureSource source)
    {
        var units = new List<byte[]>();
        source.Read((index, bytes) =>
        {
            Assert.Equal(units.Count, index);
            units.Add(bytes.ToArray());
        });
        Assert.Equal(source.Pictures.Count, units.Count);
        return units;
    }
}
