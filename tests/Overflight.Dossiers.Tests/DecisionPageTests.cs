using System.Globalization;
using System.Xml.Linq;
using Overflight.Authority.Deciding;
using Overflight.Authority.Documents;
using Overflight.Authority.Rules;
using Overflight.Dossiers.Decisions;
using Overflight.Testing;
using Overflight.Tracks;

namespace Overflight.Dossiers.Tests;

/// <summary>The page of a decision, on the papers of the exercise.</summary>
public class DecisionPageTests
{
    private static readonly DocumentSet s_papers = DocumentFolder.Read(Path.Combine(Repository.Root, "data", "lantern", "papers")).Documents;

    [Fact]
    public void Every_decision_makes_a_whole_page()
    {
        foreach (var sortie in s_papers.All.OfType<Sortie>())
        {
            var decision = Decide(sortie);
            var page = Checked(decision, sortie);

            Assert.Equal(32, page.Descendants("table").First().Element("tbody")!.Elements("tr").Count());
            Assert.Equal(decision.BlockedBy.Count, page.Descendants("ul").Where(u => (string?)u.Attribute("class") == "also").Elements("li").Count());
            Assert.Contains(decision.IsPermitted ? "Permitted" : decision.Answers.Any(a => a.Outcome == RuleOutcome.Refuse && decision.BlockedBy.Contains(a.Rule)) ? "Refused" : "Not permitted", page.Descendants("h1").Single().Value, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void A_leg_is_drawn_as_what_stops_the_flight_finds_it()
    {
        var without = s_papers.All.Where(d => d is not Consent).ToArray();
        var sortie = s_papers.All.OfType<Sortie>().Single(s => s.Id == "s-06");
        var (refused, permitted) = (Checked(Decide(sortie, new(without)), sortie), Checked(Decide(sortie), sortie));

        Assert.Contains("track inside", Tracks(refused));
        Assert.Contains("track outside", Tracks(refused));
        Assert.Equal(["track outside"], Tracks(permitted));
    }

    [Fact]
    public void What_cannot_be_told_is_dashed_and_hatched()
    {
        // 12 NM and a little off the coast, in a corridor that is wider than the little.
        var sortie = s_papers.All.OfType<Sortie>().Single(s => s.Id == "s-06");
        RoutePoint[] points = [sortie.Route.Points[0], sortie.Route.Points[1], sortie.Route.Points[2] with { Latitude = 30.5, Longitude = -116.44 }, .. sortie.Route.Points.Skip(sortie.Route.Points.Count - 2)];
        var near = sortie with { Route = sortie.Route with { CorridorMetres = 9_000, Points = points } };
        var page = Checked(Decide(near, new([.. s_papers.All.Where(d => d is not Consent)])), near);

        Assert.Contains("track possible gap", Tracks(page));
        Assert.Contains(page.Descendants(), r => r.Name.LocalName == "rect" && (string?)r.Attribute("class") == "box possible");
    }

    [Theory, MemberData(nameof(HostileTextTests.Names), MemberType = typeof(HostileTextTests))]
    public void Hostile_words_stay_words(string name)
    {
        var sortie = s_papers.All.OfType<Sortie>().Single(s => s.Id == "s-06");
        sortie = sortie with
        {
            Purpose = name,
            Aircraft = new(name, name),
            Diversions = [new(name, 33, -118.5)],
            Conduct = sortie.Conduct with { Sensors = [.. sortie.Conduct.Sensors.Select(s => s with { SensorKind = name })], Control = [.. sortie.Conduct.Control.Select(c => c with { Station = name, Party = name })] },
        };
        var html = Html(Decide(sortie), sortie);

        Assert.DoesNotContain("<img", html, StringComparison.Ordinal);
        Assert.Single(Page.Parse(html).Descendants("script"));
        Page.ReachesNothing(Page.Parse(html));
    }

    private static string[] Tracks(XElement page) => [.. page.Descendants().Where(e => e.Name.LocalName == "path").Select(p => (string?)p.Attribute("class") ?? "").Where(c => c.StartsWith("track", StringComparison.Ordinal)).Distinct()];

    private static Decision Decide(Sortie sortie, DocumentSet? papers = null) => new SortieJudge(Pack.Index, papers ?? s_papers).Plan(sortie, sortie.Route.Points[0].At.AddSeconds(-3_600), DecisionStage.Arming);

    private static XElement Checked(Decision decision, Sortie sortie)
    {
        var page = Page.Parse(Html(decision, sortie));
        Page.ReachesNothing(page);
        Page.IsAccessible(page);
        Assert.DoesNotContain("NaN", page.ToString(), StringComparison.Ordinal);
        return page;
    }

    private static string Html(Decision decision, Sortie sortie)
    {
        using var writer = new StringWriter(CultureInfo.InvariantCulture);
        DecisionHtml.Write(writer, decision, sortie, Pack.Index, "test");
        return writer.ToString();
    }
}
