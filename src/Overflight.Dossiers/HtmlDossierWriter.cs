using System.Globalization;
using Overflight.Airspace;
using Overflight.Airspace.Verdicts;
using Overflight.Dossiers.Html;
using Overflight.Feeds;
using Overflight.Patterns;

namespace Overflight.Dossiers;

/// <summary>The dossiers of all flights of an analysis on one page, one after the other.</summary>
public sealed class HtmlDossierWriter(TextWriter output, AirspaceIndex index, ReachSource? reaches = null) : IAnalysisWriter
{
    private readonly MarkupWriter _markup = new(output);
    private AnalysisHeader? _header;
    private int _flights;

    /// <inheritdoc/>
    public void Begin(AnalysisHeader header)
    {
        ArgumentNullException.ThrowIfNull(header);
        _header = header;
        PageFrame.Dossier.Begin(_markup, "Flight dossiers");
    }

    /// <inheritdoc/>
    public void Flight(string input, FlightExamination flight)
    {
        ArgumentNullException.ThrowIfNull(flight);
        _flights++;
        new FlightArticle(_markup, index, "f" + _flights.ToString(CultureInfo.InvariantCulture), reaches).Write(flight, null, null);
    }

    /// <inheritdoc/>
    public void Input(ReadReport input)
    {
        ArgumentNullException.ThrowIfNull(input);
        new Sources(_markup).Input(input, "h2");
    }

    /// <inheritdoc/>
    public void Finish()
    {
        if (_header is null)
            throw new InvalidOperationException("Begin comes first");
        if (_flights == 0)
            _markup.Leaf("p", "No flight was found in what was read. A flight appears here for each stretch in the air of each track.", ("class", "empty"));
        _markup.Leaf("h2", "Sources, and how to make this again");
        var sources = new Sources(_markup);
        for (var i = 0; i < _header.Boundaries.Count; i++)
            sources.Boundary(_header.Boundaries[i], i == 0);
        sources.Reproduce(_header);
        PageFrame.Dossier.End(_markup, _header.Version);
        output.Flush();
    }
}
