using System.Xml;
using System.Xml.Linq;
using Overflight.Testing;

namespace Overflight.EndToEnd;

/// <summary><c>video diagnose --format html</c> as a user runs it, on recorded streams.</summary>
[Trait("Category", "Recorded")]
public sealed class DiagnosisReportTests
{
    [Fact]
    public void A_report_tells_all_that_the_diagnosis_does()
    {
        using var workspace = new CommandLine.Workspace();
        var input = Recorded.PathOf("video/osh_sample.ts");
        var result = CommandLine.Run("video", "diagnose", input, "--format", "html", "--out", workspace.File("report.html"));
        var page = Read(workspace.File("report.html"));

        Assert.Equal(1, result.ExitCode);
        Assert.Equal("", result.Output);
        Assert.Contains("osh_sample.ts: a transport stream, 277 KLV packets, 277 pictures", page.Value, StringComparison.Ordinal);
        Assert.Contains("2 errors", page.Descendants("h1").Single().Value, StringComparison.Ordinal);
        var ids = page.Descendants("ol").Single().Descendants("code").Select(c => c.Value).ToList();
        Assert.Equal("target-heights-sea-level", ids[0]);
        Assert.Contains("heading-truncated", ids);
        Assert.Equal(2, page.Descendants("figure").Count() + OfClass(page, "furniture").Count);
        Assert.Equal(3, OfClass(page, "plot strip").Count);
        Assert.Contains("27 of 27 longer than 100 ms", OfClass(page, "plot strip")[2].Attribute("aria-label")!.Value, StringComparison.Ordinal);
        Assert.Equal(7, OfClass(page, "plot bar reading").Count);
        var missing = Assert.Single(OfClass(page, "missing"));
        Assert.Contains("MIIS Core Identifier", missing.Value, StringComparison.Ordinal);
        Assert.True(new FileInfo(workspace.File("report.html")).Length < 1_000_000);
    }

    [Theory]
    [InlineData("DayFlight.klv", 1)]
    [InlineData("Truck.klv", 0)]
    [InlineData("aphill_short.ts", 1)]
    [InlineData("h264_klv.ts", 1)]
    [InlineData("bad-klv-packet.klv", 1)]
    public void Every_stream_makes_a_page(string file, int exitCode)
    {
        using var workspace = new CommandLine.Workspace();
        var result = CommandLine.Run("video", "diagnose", Recorded.PathOf($"video/{file}"), "--format", "html", "--out", workspace.File("report.html"));
        var page = Read(workspace.File("report.html"));

        Assert.Equal(exitCode, result.ExitCode);
        Assert.Equal(6 - (file.StartsWith("bad", StringComparison.Ordinal) ? 1 : 0), page.Descendants("h2").Count());
        Assert.DoesNotContain("NaN", page.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void A_report_says_what_the_repair_changed()
    {
        using var workspace = new CommandLine.Workspace();
        CommandLine.Run("video", "diagnose", Recorded.PathOf("video/DayFlight.klv"), "--format", "html", "--out", workspace.File("report.html"), "--repair", workspace.File("mended.klv"));

        var heading = Read(workspace.File("report.html")).Descendants("h3").Single(h => h.Value == "What the repair changed in the copy");
        Assert.Contains(heading.ElementsAfterSelf("ul").First().Elements("li"), l => l.Value.Contains("6 times", StringComparison.Ordinal));
    }

    private static List<XElement> OfClass(XElement page, string name) => [.. page.Descendants().Where(e => (string?)e.Attribute("class") == name)];

    private static XElement Read(string path)
    {
        using var reader = XmlReader.Create(path, new XmlReaderSettings { DtdProcessing = DtdProcessing.Ignore });
        return XDocument.Load(reader).Root!;
    }
}
