using System.Text.Json;
using NJsonSchema;
using Overflight.Testing;

namespace Overflight.EndToEnd;

/// <summary>Taskings by the command line, on the exercise's papers.</summary>
public class TaskingTests
{
    private static readonly string s_tasking = Path.Combine(Repository.Root, "data", "lantern", "tasking.json");
    private static readonly string[] s_asked = ["--papers", Path.Combine(Repository.Root, "data", "lantern", "papers"), "--at", "2026-03-01T00:00:00Z"];

    [Fact]
    public void Sorties_are_planned_that_may_be_flown_and_what_is_left_out_is_explained()
    {
        using var workspace = new CommandLine.Workspace();
        var run = CommandLine.Run(["plan", s_tasking, .. s_asked, "--sorties", workspace.Folder]);

        Assert.Equal((0, ""), (run.ExitCode, run.Error));
        Assert.Contains("a laboratory in the hills -1", run.Output, StringComparison.Ordinal);
        Assert.Contains("left out: above it, the consent of MEX does not cover the place; the nearest orbit that may be flown is", run.Output, StringComparison.Ordinal);
        var papers = Directory.GetFiles(workspace.Folder);
        Assert.Equal(2, papers.Length);
        // Judged again from its file, by the verb that knows nothing of taskings.
        Assert.All(papers, paper => Assert.Equal(0, CommandLine.Run(["plan", paper, .. s_asked]).ExitCode));
    }

    [Fact]
    public async Task The_machine_form_keeps_to_its_schema()
    {
        var schema = await JsonSchema.FromFileAsync(Path.Combine(Repository.Root, "docs", "schemas", "tasking-plan-1.schema.json"), TestContext.Current.CancellationToken);
        var json = CommandLine.Run(["plan", s_tasking, .. s_asked, "--format", "json"]).Output;

        Assert.Empty(schema.Validate(json));
        using var plan = JsonDocument.Parse(json);
        Assert.Equal(["as asked", "from the sea only"], plan.RootElement.GetProperty("alternatives").EnumerateArray().Select(a => a.GetProperty("name").GetString()));
    }

    [Theory]
    [InlineData("--stage", "plan", "--stage goes with a sortie")]
    [InlineData("--format", "html", "--format html shows a sortie")]
    [InlineData("--papers", "/nowhere", "/nowhere: there is no such folder")]
    public void What_does_not_go_with_a_tasking_is_refused(string option, string value, string message)
    {
        var run = CommandLine.Run("plan", s_tasking, option, value);

        Assert.NotEqual(0, run.ExitCode);
        Assert.Contains(message, run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void What_is_wrong_in_a_tasking_is_named()
    {
        using var workspace = new CommandLine.Workspace();
        var file = workspace.File("tasking.json");
        File.WriteAllText(file, File.ReadAllText(s_tasking).Replace("\"MQ-9A\"", "\"MQ-99\"", StringComparison.Ordinal));
        var run = CommandLine.Run(["plan", file, .. s_asked]);

        Assert.Equal(3, run.ExitCode);
        Assert.Contains("tasking.json: aircraft.N901LT.type: there is no type \"MQ-99\"", run.Error, StringComparison.Ordinal);
    }
}
