using System.Diagnostics;
using System.Globalization;
using Overflight.Geodesy;

namespace Overflight.Geodesy.Tests;

/// <summary>GeographicLib's own programs (Debian: geographiclib-tools), an oracle written by others.</summary>
internal static class GeographicLibTool
{
    public static string[] Run(string program, string arguments, IEnumerable<string> lines)
    {
        var path = (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator)
            .Select(folder => Path.Combine(folder, program)).FirstOrDefault(File.Exists);
        if (path is null)
            Assert.Skip($"{program} absent: apt-get install geographiclib-tools");
        var input = Path.GetTempFileName();
        try
        {
            File.WriteAllLines(input, lines);
            using var process = Process.Start(new ProcessStartInfo(path, $"{arguments} --input-file {input}") { RedirectStandardOutput = true })!;
            var output = process.StandardOutput.ReadToEnd();
            process.WaitForExit();
            Assert.Equal(0, process.ExitCode);
            return output.Split('\n', StringSplitOptions.RemoveEmptyEntries);
        }
        finally
        {
            File.Delete(input);
        }
    }

    public static double[] Numbers(string line) =>
        [.. line.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(x => double.Parse(x, CultureInfo.InvariantCulture))];

    /// <summary>All the decimals, and no exponent, which the tools would read as "east".</summary>
    public static string Text(double value) => value.ToString("F24", CultureInfo.InvariantCulture);

    public static string Text(GeoPoint point) => $"{Text(point.LatitudeDegrees)} {Text(point.LongitudeDegrees)}";
}
