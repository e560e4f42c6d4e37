using System.Text.Json;
using System.Xml;
using System.Xml.Linq;
using Overflight.Airspace;
using Overflight.Airspace.Verdicts;
using Overflight.Patterns;

namespace Overflight.Dossiers.Tests;

public class HostileTextTests
{
    public static TheoryData<string> Names => ["<script>alert(1)</script>", "\"><img src=x onerror=alert(1)>", "a'b\"c&d;", "\0\u0001\u001b[31mred\u202Eevil", "]]>--><!--", "\uD800 lone", "=HYPERLINK(\"http://x\")", "{\"a\":1}\r\nnext,row"];

    [Theory, MemberData(nameof(Names))]
    public void In_html(string name)
    {
        var analysis = Hostile(name);
        var html = Outputs.Html(analysis, Pack.Index, Outputs.Report(name, name));
        var page = Page.Parse(html);
        Assert.DoesNotContain("<img", html, StringComparison.Ordinal);
        Assert.Single(page.Descendants("script"));
        Assert.Single(page.Descendants("style"));
        Page.ReachesNothing(page);
    }

    [Theory, MemberData(nameof(Names))]
    public void In_kml(string name)
    {
        using var reader = XmlReader.Create(new StringReader(Outputs.Kml(Hostile(name))));
        var document = XDocument.Load(reader);
        Assert.DoesNotContain(document.Descendants(), e => e.Name.LocalName is "script" or "img");
    }

    [Theory, MemberData(nameof(Names))]
    public void In_geojson(string name)
    {
        using var json = JsonDocument.Parse(Outputs.GeoJson(Hostile(name)));
        var track = json.RootElement.GetProperty("features")[0].GetProperty("properties");
        Assert.Equal(Wording.Clean(name), track.GetProperty("registration").GetString());
    }

    [Theory, MemberData(nameof(Names))]
    public void In_csv(string name)
    {
        var rows = CsvText.Parse(Outputs.Csv(Hostile(name)));
        Assert.Equal(2, rows.Count);
        Assert.Equal(rows[0].Count, rows[1].Count);
        Assert.All(rows[1], cell => Assert.False(cell.Length > 0 && cell[0] is '=' or '+' or '@' or '\t'));
    }

    [Theory]
    [InlineData("=1+1", "'=1+1")]
    [InlineData("+1", "'+1")]
    [InlineData("-1", "'-1")]
    [InlineData("@SUM(A1)", "'@SUM(A1)")]
    [InlineData("N899DN", "N899DN")]
    public void Formulas_are_disarmed(string callsign, string cell)
    {
        var rows = CsvText.Parse(Outputs.Csv(Hostile(callsign)));
        Assert.Equal(cell, rows[1][rows[0].IndexOf("callsign")]);
    }

    private static FlightExamination Hostile(string name)
    {
        var flight = Flights.Through(Flights.Eastward(21, -88, 20), registration: name, callsign: name, name: name);
        return Flights.Examined(flight, Flights.Verdict(flight, AirspaceVerdictKind.Entered, Flights.Inside(40, 200, 10)));
    }
}
