using System.ComponentModel;
using System.Diagnostics;

namespace Overflight.Geodesy.Tests.Terrain;

/// <summary>GDAL as a second opinion; the test is skipped where it is not installed.</summary>
internal static class Gdal
{
    /// <summary>The lines that a program writes when it reads these.</summary>
    public static string[] Run(string program, string[] arguments, string input = "")
    {
        try
        {
            var start = new ProcessStartInfo(program, arguments) { RedirectStandardOutput = true, RedirectStandardInput = true };
            using var process = Process.Start(start)!;
            // What it writes may fill the pipe before it has read all.
            var output = process.StandardOutput.ReadToEndAsync();
            process.StandardInput.Write(input);
            process.StandardInput.Close();
            process.WaitForExit();
            Assert.Equal(0, process.ExitCode);
            return output.GetAwaiter().GetResult().Split('\n');
        }
        catch (Win32Exception)
        {
            Assert.Skip($"{program} absent: apt-get install gdal-bin");
            return [];
        }
    }
}
