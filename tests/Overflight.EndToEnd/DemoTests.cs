using System.Text.Json;

namespace Overflight.EndToEnd;

public class DemoTests
{
    [Fact]
    public void The_exercise_gives_each_of_the_three_answers_and_writes_dossiers()
    {
        using var workspace = new CommandLine.Workspace();

        var result = CommandLine.Run("demo", "--headless", "--out", workspace.Folder);

        Assert.Equal(0, result.ExitCode);
        Assert.Contains("exercise", result.Output);
        Assert.Contains("LANTERN1 entered Mexican airspace", result.Output);
        Assert.Contains("LANTERN2 did not enter Mexican airspace", result.Output);
        Assert.Contains("That LANTERN3 entered Mexican airspace cannot be ruled out", result.Output);
        Assert.Equal(3, Directory.GetFiles(Path.Combine(workspace.Folder, "dossiers"), "*.html").Length);
        Assert.Equal(3, Directory.GetFiles(Path.Combine(workspace.Folder, "tracks"), "*.csv").Length);
    }

    [Fact]
    public void Json_is_the_analysis_alone()
    {
        using var workspace = new CommandLine.Workspace();

        var result = CommandLine.Run("demo", "--headless", "--format", "json", "--out", workspace.Folder);

        using var document = JsonDocument.Parse(result.Output);
        Assert.Equal(
            ["entered", "did-not-enter", "cannot-be-ruled-out"],
            document.RootElement.GetProperty("flights").EnumerateArray().Select(f => f.GetProperty("verdicts")[0].GetProperty("verdict").GetString()));
    }
}
