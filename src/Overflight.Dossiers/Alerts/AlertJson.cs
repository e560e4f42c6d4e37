using System.Text.Encodings.Web;
using System.Text.Json;
using Overflight.Airspace.Watching;
using Overflight.Dossiers.Json;
using Overflight.Tracks;

namespace Overflight.Dossiers.Alerts;

/// <summary>Writes <c>overflight/alert/1</c>: an alert as one JSON object on one line, by <c>docs/schemas/alert-1.schema.json</c>.</summary>
public static class AlertJson
{
    private static readonly JsonWriterOptions s_options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>The object, UTF-8, without a line end.</summary>
    public static byte[] Of(WatchAlert alert)
    {
        ArgumentNullException.ThrowIfNull(alert);
        using var stream = new MemoryStream();
        using (var json = new Utf8JsonWriter(stream, s_options))
            Write(json, alert);
        return stream.ToArray();
    }

    private static void Write(Utf8JsonWriter json, WatchAlert alert)
    {
        json.WriteStartObject();
        json.WriteString("schema", "overflight/alert/1");
        json.WriteString("kind", Names.Of(alert.Kind));
        json.WriteString("time", alert.Time.ToString());
        json.WriteString("aircraft", alert.Aircraft.Id);
        json.Text("registration", alert.Aircraft.Registration);
        json.Text("type", alert.Aircraft.TypeDesignator);
        json.Text("callsign", alert.Callsign);
        json.WriteString("airspace", alert.Airspace);
        Write(json, alert.Fix, alert.RadiusMetres);
        json.Number("signedMetres", alert.SignedMetres, 1);
        if (alert.Crossing is { } crossing)
            json.Bounds("crossing", crossing);
        json.Place("crossingPlace", alert.CrossingPlace);
        if (alert.Witness is { } witness)
            VerdictJson.Write(json, witness);
        json.Number("secondsToBoundary", alert.SecondsToBoundary, 0);
        if (alert.ReachableSince is { } since)
            json.WriteString("reachableSince", since.ToString());
        if (alert.IsForced)
            json.WriteBoolean("forced", true);
        if (alert.SetAsideCount > 0)
            json.WriteNumber("setAside", alert.SetAsideCount);
        if (alert.Behaviour is { } behaviour)
        {
            json.WriteStartObject("pattern");
            json.WriteString("kind", behaviour.Kind);
            json.WriteString("since", behaviour.Since.ToString());
            json.Place("centre", behaviour.Centre);
            json.WriteEndObject();
        }
        if (alert.Flight is { } flight)
        {
            json.WriteStartObject("flight");
            json.WriteString("start", flight.Flight.Start.ToString());
            json.WriteString("end", flight.Flight.End.ToString());
            json.WriteNumber("fixesHeld", flight.Flight.Count);
            json.WriteBoolean("cut", alert.IsCut);
            json.WritePropertyName("verdict");
            VerdictJson.Write(json, flight.Verdicts[0]);
            json.WriteEndObject();
        }
        json.WriteStartObject("assumptions");
        json.WriteString("boundarySet", alert.BoundarySet);
        json.Number("speedBoundKnots", alert.Speed.Knots, 1);
        json.WriteString("speedBoundOrigin", alert.Speed.Origin);
        json.WriteEndObject();
        json.WriteString("sentence", AlertSentence.Of(alert));
        json.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter json, in Fix fix, double radiusMetres)
    {
        json.WriteStartObject("fix");
        json.WriteString("time", fix.Time.ToString());
        json.WriteNumber("latitude", Math.Round(fix.Position.LatitudeDegrees, 7));
        json.WriteNumber("longitude", Math.Round(fix.Position.LongitudeDegrees, 7));
        json.Number("radiusMetres", radiusMetres, 1);
        json.Number("altitudeFeet", fix.BarometricAltitudeFeet, 0);
        json.Number("speedKnots", fix.GroundSpeedKnots, 1);
        json.Number("trackDegrees", fix.TrackDegrees, 1);
        json.WriteString("source", Names.Of(fix.Source));
        json.WriteNumber("record", fix.Record);
        json.WriteEndObject();
    }
}
