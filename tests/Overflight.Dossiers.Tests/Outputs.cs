using System.Text;
using Overflight.Airspace;
using Overflight.Airspace.Verdicts;
using Overflight.Feeds;
using Overflight.Patterns;

namespace Overflight.Dossiers.Tests;

/// <summary>Runs writers and returns what they wrote.</summary>
internal static class Outputs
{
    public static ReadReport Report(string file = "track.json", string note = "") => new()
    {
        File = file,
        Format = null,
        Bytes = 12,
        Sha256 = new string('a', 64),
        FixesRead = 3,
        Rejected = 1,
        RejectedByKind = new Dictionary<string, long> { ["not-a-number"] = 1 },
        Problems = [],
        IsComplete = true,
        Notes = note.Length > 0 ? [note] : [],
    };

    public static string Html(FlightExamination flight, AirspaceIndex index, ReadReport? input = null)
    {
        using var text = new StringWriter();
        HtmlDossier.Write(text, Flights.Header(index), flight, input ?? Report(), index);
        return text.ToString();
    }

    public static string HtmlOfAll(AirspaceIndex index, params FlightExamination[] flights)
    {
        using var text = new StringWriter();
        Run(new HtmlDossierWriter(text, index), flights);
        return text.ToString();
    }

    public static string GeoJson(params FlightExamination[] flights)
    {
        using var stream = new MemoryStream();
        using (var writer = new GeoJsonWriter(stream))
            Run(writer, flights);
        return Encoding.UTF8.GetString(stream.ToArray());
    }

    public static string Kml(params FlightExamination[] flights)
    {
        using var stream = new MemoryStream();
        using (var writer = new KmlWriter(stream))
            Run(writer, flights);
        return Encoding.UTF8.GetString(stream.ToArray());
    }

    public static string Csv(params FlightExamination[] flights)
    {
        using var text = new StringWriter();
        Run(new CsvWriter(text), flights);
        return text.ToString();
    }

    private static void Run(IAnalysisWriter writer, FlightExamination[] flights)
    {
        writer.Begin(Flights.Header());
        foreach (var flight in flights)
            writer.Flight("in \"put\".json", flight);
        writer.Input(Report());
        writer.Finish();
    }
}
