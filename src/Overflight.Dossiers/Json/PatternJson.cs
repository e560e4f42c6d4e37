using System.Text.Json;
using Overflight.Patterns.Kinds;
using Overflight.Patterns.Watched;

namespace Overflight.Dossiers.Json;

/// <summary>What a flight did, as in the schema's <c>patterns</c> and <c>watched</c>.</summary>
internal static class PatternJson
{
    public static void Write(Utf8JsonWriter json, IReadOnlyList<FlightPattern> patterns, IReadOnlyList<WatchedPlace> watched)
    {
        json.WriteStartArray("patterns");
        foreach (var pattern in patterns)
        {
            json.WriteStartObject();
            Properties(json, pattern);
            json.WriteEndObject();
        }
        json.WriteEndArray();
        json.WriteStartArray("watched");
        foreach (var place in watched)
        {
            json.WriteStartObject();
            json.Place("centre", place.Centre);
            json.Number("radiusMetres", place.RadiusMetres, 0);
            json.Number("seconds", place.Seconds, 0);
            json.WriteNumber("visits", place.Visits);
            json.WriteString("by", place.IsSeen ? "sensor" : "flight");
            json.WriteEndObject();
        }
        json.WriteEndArray();
    }

    /// <summary>A pattern's properties without its ground, for features that have that as their geometry.</summary>
    public static void Properties(Utf8JsonWriter json, FlightPattern pattern)
    {
        json.WriteString("kind", Names.Of(pattern.Kind));
        json.WriteString("start", pattern.Start.ToString());
        json.WriteString("end", pattern.End.ToString());
        json.Number("score", pattern.Score, 2);
        json.WriteNumber("fixes", pattern.Fixes);
        json.Number("observedSeconds", pattern.ObservedSeconds, 0);
        json.Number("longestSilenceSeconds", pattern.LongestSilenceSeconds, 0);
        json.Number("speedKnots", pattern.SpeedKnots, 0);
        if (pattern.Kind == FlightKind.Transit)
            return;
        json.Place("centre", pattern.Centre);
        if (pattern.Direction != TurnDirection.NotTold)
            json.WriteString("direction", pattern.Direction == TurnDirection.Clockwise ? "clockwise" : "anticlockwise");
        json.Number("turns", pattern.Turns, 1);
        json.Number("radiusMetres", pattern.RadiusMetres, 0);
        json.Number("radiusSpread", pattern.RadiusSpread, 2);
        json.Number("driftMetres", pattern.DriftMetres, 0);
        json.Number("driftDegrees", pattern.DriftDegrees, 0);
        json.Number("axisDegrees", pattern.AxisDegrees, 0);
        json.Number("lengthMetres", pattern.LengthMetres, 0);
        json.Number("widthMetres", pattern.WidthMetres, 0);
        if (pattern.Lines > 0)
            json.WriteNumber("lines", pattern.Lines);
        json.Number("spacingMetres", pattern.SpacingMetres, 0);
        json.Number("climbFeet", pattern.ClimbFeet, 0);
        json.WriteString("sentence", PatternSentence.Of(pattern));
    }
}
