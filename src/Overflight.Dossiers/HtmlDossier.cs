using Overflight.Airspace;
using Overflight.Airspace.Verdicts;
using Overflight.Dossiers.Html;
using Overflight.Feeds;
using Overflight.Patterns;

namespace Overflight.Dossiers;

/// <summary>The dossier of one flight as a web page that needs nothing but itself.</summary>
public static class HtmlDossier
{
    /// <summary>Writes the page.</summary>
    /// <param name="output">Where to; UTF-8 is what the page says of itself.</param>
    /// <param name="header">What holds for the analysis.</param>
    /// <param name="flight">The flight and its verdicts.</param>
    /// <param name="input">What came of reading the flight's input; null while that is not known.</param>
    /// <param name="index">The boundaries, for the map and the distances.</param>
    /// <param name="reaches">Tells what the flight could see; null to leave that out.</param>
    public static void Write(TextWriter output, AnalysisHeader header, FlightExamination flight, ReadReport? input, AirspaceIndex index, ReachSource? reaches = null)
    {
        ArgumentNullException.ThrowIfNull(output);
        ArgumentNullException.ThrowIfNull(header);
        ArgumentNullException.ThrowIfNull(flight);
        ArgumentNullException.ThrowIfNull(index);
        var markup = new MarkupWriter(output);
        PageFrame.Dossier.Begin(markup, Title(flight));
        new FlightArticle(markup, index, "f1", reaches).Write(flight, header, input);
        PageFrame.Dossier.End(markup, header.Version);
    }

    private static string Title(FlightExamination flight) => flight.Flight.Count == 0
        ? Wording.Aircraft(flight.Flight.Track)
        : $"{Wording.Aircraft(flight.Flight.Track)}, {Wording.Date(flight.Flight.Start)} – flight dossier";
}
