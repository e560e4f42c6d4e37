using System.Globalization;
using System.Xml;
using Overflight.Airspace.Verdicts;
using Overflight.Dossiers.Paths;
using Overflight.Geodesy;
using Overflight.Patterns;
using Overflight.Tracks;
using Overflight.Tracks.Preparing;

namespace Overflight.Dossiers.Kml;

/// <summary>One flight as a folder: its track by certainty, its silences, the places that the verdicts name.</summary>
internal sealed class FlightFolder(XmlWriter xml, FlightExamination analysis)
{
    public const string Kml = "http://www.opengis.net/kml/2.2";
    public const string Gx = "http://www.google.com/kml/ext/2.2";

    private readonly PreparedFlight _flight = analysis.Flight;

    public void Write()
    {
        xml.WriteStartElement("Folder", Kml);
        var date = _flight.Count > 0 ? $", {Wording.DateAndClock(_flight.Start)}" : "";
        Text("name", $"{Wording.Aircraft(_flight.Track)}{date}");
        Text("description", analysis.Verdicts.Count == 0 ? "No State's airspace is concerned." : string.Join("\n", analysis.Verdicts.Select(v => VerdictSentence.Of(analysis.Analysis, v))));
        var presence = new PresenceTimeline(PrincipalVerdict.Of(analysis));
        foreach (var stretch in TrackStretches.Of(_flight, presence))
            if (stretch.IsGap)
                Gap(stretch);
            else
                Stretch(stretch);
        foreach (var verdict in analysis.Verdicts)
            Places(verdict);
        foreach (var pattern in analysis.Patterns.Where(p => p.Ground.Count > 2))
        {
            Begin(PatternSentence.Of(pattern), "pattern", pattern.Start, pattern.End);
            Area(MeridianCut.Ring([.. pattern.Ground]));
            xml.WriteEndElement();
        }
        xml.WriteEndElement();
    }

    private void Stretch(TrackStretch stretch)
    {
        Begin(stretch.What switch { PresenceCertainty.Inside => "inside", PresenceCertainty.Possible => "possible", _ => "outside" }, Style(stretch.What), _flight.TimeAt(stretch.First), _flight.TimeAt(stretch.Last));
        xml.WriteStartElement("Track", Gx);
        // Pressure altitudes are near enough to heights above the sea for looking at.
        Text("altitudeMode", HasAltitude(stretch) ? "absolute" : "clampToGround");
        for (var i = stretch.First; i <= stretch.Last; i++)
            Text("when", _flight.TimeAt(i).ToString());
        for (var i = stretch.First; i <= stretch.Last; i++)
            xml.WriteElementString("coord", Gx, Position(_flight.PositionAt(i), Altitude(i), ' '));
        xml.WriteEndElement();
        xml.WriteEndElement();
    }

    private void Gap(TrackStretch gap)
    {
        var (from, to) = (_flight.TimeAt(gap.First), _flight.TimeAt(gap.Last));
        Begin($"silence of {Wording.Duration(to.SecondsSince(from))}", "gap", from, to);
        xml.WriteStartElement("LineString", Kml);
        Text("tessellate", "1");
        Text("coordinates", $"{Position(_flight.PositionAt(gap.First), double.NaN, ',')} {Position(_flight.PositionAt(gap.Last), double.NaN, ',')}");
        xml.WriteEndElement();
        xml.WriteEndElement();
        var outline = ReachableLens.Of(_flight, gap.First);
        if (outline.Length == 0)
            return;
        Begin($"within reach at {Wording.Knots(_flight.Speed.Knots)}", gap.What == PresenceCertainty.Possible ? "lens" : "lens-clear", from, to);
        Area(MeridianCut.Ring(outline).Select(r => r.AsEnumerable().Reverse().ToList()));
        xml.WriteEndElement();
    }

    private void Area(IEnumerable<IReadOnlyList<GeoPoint>> rings) =>
        AreaGeometry.Write(xml, rings.Select(r => r.Append(r[0])), p => Position(p, double.NaN, ','));

    private void Places(AirspaceVerdict verdict)
    {
        var airspace = Countries.Airspace(verdict.Airspace);
        foreach (var interval in verdict.Intervals)
        {
            if (interval is { EnterPlace: { } enter, Enter.Earliest: { } first })
                Place($"into {airspace}", "crossing", enter, first, interval.Enter.Latest ?? first);
            if (interval is { ExitPlace: { } exit, Exit.Latest: { } last })
                Place($"out of {airspace}", "crossing", exit, interval.Exit.Earliest ?? last, last);
            if (interval is { DeepestPlace: { } deepest, DeepestMetres: { } metres })
                Place($"deepest in {airspace}: {Wording.DistanceInBoth(metres)}", "deepest", deepest, interval.Enter.Earliest ?? verdict.Covered.From, interval.Exit.Latest ?? verdict.Covered.To);
        }
        if (verdict.Witness is { } witness)
            Place($"witness: may have been in {airspace}", "witness", witness.Place, witness.Earliest, witness.Latest);
    }

    private void Place(string name, string style, GeoPoint place, UtcInstant from, UtcInstant to)
    {
        Begin(name, style, from, to);
        xml.WriteStartElement("Point", Kml);
        Text("coordinates", Position(place, double.NaN, ','));
        xml.WriteEndElement();
        xml.WriteEndElement();
    }

    /// <summary>Opens a placemark; its geometry comes next.</summary>
    private void Begin(string name, string style, UtcInstant from, UtcInstant to)
    {
        xml.WriteStartElement("Placemark", Kml);
        Text("name", name);
        xml.WriteStartElement("TimeSpan", Kml);
        Text("begin", from.ToString());
        Text("end", to.ToString());
        xml.WriteEndElement();
        Text("styleUrl", "#" + style);
    }

    private void Text(string element, string text) => xml.WriteElementString(element, Kml, text);

    private bool HasAltitude(TrackStretch stretch) => Enumerable.Range(stretch.First, stretch.Last - stretch.First + 1).All(i => !double.IsNaN(Altitude(i)));

    private double Altitude(int i)
    {
        var at = _flight.IndexInTrack(i);
        var geometric = _flight.Track.GeometricAltitudesFeet[at];
        return (float.IsNaN(geometric) ? _flight.Track.BarometricAltitudesFeet[at] : geometric) * SiUnits.MetresPerFoot;
    }

    private static string Style(PresenceCertainty what) => what switch
    {
        PresenceCertainty.Inside => "inside",
        PresenceCertainty.Possible => "possible",
        _ => "outside",
    };

    private static string Position(GeoPoint place, double altitudeMetres, char separator) => string.Create(
        CultureInfo.InvariantCulture, $"{place.LongitudeDegrees:0.0000000}{separator}{place.LatitudeDegrees:0.0000000}{separator}{(double.IsNaN(altitudeMetres) ? 0 : altitudeMetres):0.#}");
}
