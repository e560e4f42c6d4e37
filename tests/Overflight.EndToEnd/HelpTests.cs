namespace Overflight.EndToEnd;

public class HelpTests
{
    [Theory]
    [InlineData("analyze")]
    [InlineData("locate")]
    [InlineData("boundaries", "info")]
    [InlineData("boundaries", "export")]
    [InlineData("decode")]
    [InlineData("watch")]
    [InlineData("ingest")]
    [InlineData("query")]
    [InlineData("video", "klv")]
    [InlineData("video", "info")]
    [InlineData("video", "remux")]
    [InlineData("video", "mux")]
    [InlineData("papers", "record")]
    [InlineData("papers", "check")]
    [InlineData("papers", "notice")]
    [InlineData("papers", "receipt")]
    [InlineData("papers", "duties")]
    [InlineData("papers", "summary")]
    [InlineData("record", "init")]
    [InlineData("record", "append")]
    [InlineData("record", "seal")]
    [InlineData("record", "attach")]
    [InlineData("record", "checkpoint")]
    [InlineData("record", "show")]
    [InlineData("record", "reveal")]
    [InlineData("record", "prove")]
    [InlineData("record", "verify")]
    [InlineData("record", "fsck")]
    [InlineData("record", "open")]
    [InlineData("record", "approve")]
    [InlineData("record", "tombstone")]
    [InlineData("record", "hold")]
    [InlineData("record", "release")]
    [InlineData("record", "vault", "init")]
    [InlineData("record", "vault", "check")]
    [InlineData("record", "vault", "finish")]
    [InlineData("record", "key", "new")]
    [InlineData("record", "key", "show")]
    [InlineData("record", "key", "add")]
    [InlineData("record", "key", "retire")]
    [InlineData("record", "witness", "serve")]
    [InlineData("record", "package")]
    [InlineData("lists", "import")]
    [InlineData("lists", "versions")]
    [InlineData("lists", "show")]
    [InlineData("lists", "search")]
    [InlineData("lists", "state")]
    [InlineData("lists", "decide")]
    [InlineData("demo")]
    public void Every_verb_has_help_with_examples(params string[] verb)
    {
        var result = CommandLine.Run([.. verb, "--help"]);

        Assert.Equal(0, result.ExitCode);
        Assert.Contains("Examples:", result.Output);
        Assert.Contains("overflight " + string.Join(' ', verb), result.Output);
    }

    [Fact]
    public void The_boundary_data_names_source_licence_and_faults()
    {
        var result = CommandLine.Run("boundaries", "info");

        Assert.Contains("osm-borders", result.Output);
        Assert.Contains("geo-maps", result.Output);
        Assert.Contains("ODbL", result.Output);
        Assert.Contains("OpenStreetMap contributors", result.Output);
        Assert.Contains("Aegean", result.Output);
    }
}
