using System.Diagnostics;
using Overflight.Testing;

namespace Overflight.EndToEnd;

/// <summary>Runs every command of the README's tour in order, in one folder, and looks for every line of output that it shows.</summary>
public class ReadmeTests
{
    [Fact]
    public void Every_command_of_the_tour_gives_the_output_shown()
    {
        using var workspace = new CommandLine.Workspace();
        var commands = 0;
        string? command = null;
        var expected = new List<string>();
        var isInside = false;
        foreach (var line in File.ReadAllLines(Path.Combine(Repository.Root, "README.md")))
        {
            if (line.StartsWith("```", StringComparison.Ordinal))
            {
                Check();
                isInside = line == "```console";
            }
            else if (isInside && line.StartsWith("$ ", StringComparison.Ordinal))
            {
                Check();
                command = line[2..];
            }
            else if (isInside)
                expected.Add(line);
        }
        Assert.True(commands >= 7);

        void Check()
        {
            if (command is null)
                return;
            commands++;
            var output = Shell(command, workspace.Folder);
            foreach (var line in expected)
                Assert.True(output.Contains(line, StringComparison.Ordinal), $"{command}\ndoes not print\n{line}\nbut\n{output}");
            command = null;
            expected.Clear();
        }
    }

    private static string Shell(string command, string folder)
    {
        var program = CommandLine.Program.Replace("'", "'\\''", StringComparison.Ordinal);
        var start = new ProcessStartInfo("bash") { RedirectStandardOutput = true, WorkingDirectory = folder };
        start.ArgumentList.Add("-c");
        start.ArgumentList.Add("set -o pipefail; " + command.Replace("./overflight", $"dotnet '{program}'", StringComparison.Ordinal));
        using var process = Process.Start(start)!;
        var output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        Assert.True(process.ExitCode == 0, $"{command} exits with {process.ExitCode}");
        return output;
    }
}
