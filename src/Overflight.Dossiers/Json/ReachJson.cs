using System.Text.Json;
using Overflight.Patterns.Reach;

namespace Overflight.Dossiers.Json;

/// <summary>What a flight could see, as <c>docs/schemas</c> has it.</summary>
internal static class ReachJson
{
    public static void Write(Utf8JsonWriter json, IReadOnlyList<SensorReach> reaches)
    {
        json.WriteStartArray("sensorReach");
        foreach (var reach in reaches)
        {
            json.WriteStartObject();
            Figures(json, reach);
            json.WriteEndObject();
        }
        json.WriteEndArray();
    }

    /// <summary>The members of one, without its outline.</summary>
    public static void Figures(Utf8JsonWriter json, SensorReach reach)
    {
        json.WriteString("airspace", reach.Airspace);
        json.WriteString("sightLine", Names.Of(reach.Sensor.Line));
        if (double.IsFinite(reach.Sensor.RangeMetres))
            json.WriteNumber("rangeMetres", Math.Round(reach.Sensor.RangeMetres, 1));
        json.WriteStartArray("altitude");
        foreach (var origin in (ReadOnlySpan<AltitudeOrigin>)[AltitudeOrigin.Geometric, AltitudeOrigin.Barometric])
            if ((reach.Altitude & origin) != 0)
                json.WriteStringValue(Names.Of(origin));
        json.WriteEndArray();
        json.WriteNumber("fixesWithoutHeight", reach.FixesWithoutHeight);
        Estimate(json, "areaSquareKilometres", reach.AreaSquareMetres, 1e-6, 3);
        json.WriteNumber("share", Math.Round(reach.Share, 6));
        Estimate(json, "visibleSeconds", reach.VisibleSeconds, 1, 1);
        json.WriteNumber("silentSeconds", Math.Round(reach.SilentSeconds, 1));
        json.WriteBoolean("outsideThroughout", reach.IsOutsideThroughout);
        json.Number("closestMetres", reach.ClosestMetres, 1);
        if (reach.ClosestTime is { } time)
            json.WriteString("closestTime", time.ToString());
        if (reach.Deepest is { } deepest)
            Deepest(json, deepest);
        if (reach.OverTerrain is { } terrain)
        {
            json.WriteStartObject("overTerrain");
            json.WriteNumber("places", terrain.Places);
            json.WriteNumber("visible", terrain.Visible);
            json.WriteNumber("hidden", terrain.Hidden);
            json.WriteNumber("unknown", terrain.Unknown);
            json.Number("visibleSquareKilometres", terrain.VisibleSquareMetres / 1e6, 3);
            json.Number("unknownSquareKilometres", terrain.UnknownSquareMetres / 1e6, 3);
            json.WriteEndObject();
        }
        json.WriteString("sentence", ReachSentence.Of(reach));
    }

    private static void Deepest(Utf8JsonWriter json, DeepestView deepest)
    {
        json.WriteStartObject("deepest");
        json.Place("place", deepest.Place);
        Estimate(json, "depthMetres", deepest.DepthMetres, 1, 1);
        json.WriteString("time", deepest.Time.ToString());
        json.WriteNumber("fix", deepest.Fix);
        json.Place("from", deepest.From);
        json.WriteString("altitude", Names.Of(deepest.Eye.Origin));
        Estimate(json, "heightMetres", deepest.Eye.Metres, 1, 1);
        json.Number("surfaceMetres", deepest.SurfaceMetres, 1);
        json.Number("geometricHorizonMetres", deepest.GeometricHorizonMetres, 1);
        json.Number("opticalHorizonMetres", deepest.OpticalHorizonMetres, 1);
        json.Number("radarHorizonMetres", deepest.RadarHorizonMetres, 1);
        json.WriteEndObject();
    }

    private static void Estimate(Utf8JsonWriter json, string name, Estimate figure, double scale, int decimals)
    {
        json.WriteStartObject(name);
        json.WriteNumber("lower", Math.Round(figure.Lower * scale, decimals));
        json.WriteNumber("likely", Math.Round(figure.Likely * scale, decimals));
        json.WriteNumber("upper", Math.Round(figure.Upper * scale, decimals));
        json.WriteEndObject();
    }
}
