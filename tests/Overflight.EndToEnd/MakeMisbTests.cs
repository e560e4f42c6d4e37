using System.Diagnostics;
using System.Globalization;
using Overflight.Testing;

namespace Overflight.EndToEnd;

/// <summary>Runs the commands of docs/make-misb.md in order, in one folder, and looks for every line of output that it shows.</summary>
public class MakeMisbTests
{
    [Fact]
    public void Every_command_gives_the_output_shown()
    {
        using var workspace = new CommandLine.Workspace();
        VideoTool.Make(workspace.File("flight.mp4"), "-c:v", "libx264");
        File.WriteAllText(workspace.File("flight.csv"), "time,Sensor Latitude,Sensor Longitude,SensorTrueAltitude,5,Mission ID,Security Classification\n"
            + string.Concat(Enumerable.Range(0, 40).Select(i => string.Create(CultureInfo.InvariantCulture, $"2024-05-01T12:00:{i * 0.04:00.00}Z,{34.7212 + i * 1e-4:0.0000},{-86.6891 - i * 1e-4:0.0000},3047.8,{207.6 + i * 0.1:0.0},LANTERN,UNCLASSIFIED\n"))));
        var (commands, output, isInside) = (0, "", false);
        foreach (var line in File.ReadAllLines(Path.Combine(Repository.Root, "docs", "make-misb.md")))
            if (line.StartsWith("```", StringComparison.Ordinal))
                isInside = line == "```console";
            else if (isInside && line.StartsWith("$ ", StringComparison.Ordinal))
                (output, commands) = (Shell(line[2..], workspace.Folder), commands + 1);
            else if (isInside)
                Assert.True(output.Contains(line, StringComparison.Ordinal), $"no line\n{line}\nbut\n{output}");
        Assert.Equal(7, commands);
    }

    private static string Shell(string command, string folder)
    {
        var start = new ProcessStartInfo("bash", ["-c", $"overflight() {{ dotnet '{CommandLine.Program}' \"$@\"; }}; {command}"]) { RedirectStandardOutput = true, WorkingDirectory = folder };
        using var process = Process.Start(start)!;
        var output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        Assert.True(process.ExitCode == 0, $"{command} exits with {process.ExitCode}");
        return output;
    }
}
