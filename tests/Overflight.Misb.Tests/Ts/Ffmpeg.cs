using System.ComponentModel;
using System.Diagnostics;

namespace Overflight.Misb.Tests.Ts;

/// <summary>FFmpeg as a second opinion; the test is skipped where it is not installed.</summary>
internal static class Ffmpeg
{
    /// <summary>What it writes to its standard output.</summary>
    public static byte[] Run(params string[] arguments)
    {
        try
        {
            using var process = Process.Start(new ProcessStartInfo("ffmpeg", ["-nostdin", "-v", "error", .. arguments]) { RedirectStandardOutput = true })!;
            using var output = new MemoryStream();
            process.StandardOutput.BaseStream.CopyTo(output);
            process.WaitForExit();
            return output.ToArray();
        }
        catch (Win32Exception)
        {
            Assert.Skip("ffmpeg is not installed");
            return [];
        }
    }
}
