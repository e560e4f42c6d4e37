using System.Text.Json;
using Overflight.Airspace;
using Overflight.Airspace.Verdicts;

namespace Overflight.Dossiers.Json;

/// <summary>A verdict, or a part of one, as <c>docs/schemas</c> has it.</summary>
internal static class VerdictJson
{
    public static void Write(Utf8JsonWriter json, AirspaceVerdict verdict)
    {
        json.WriteStartObject();
        json.WriteString("airspace", verdict.Airspace);
        json.WriteString("verdict", Names.Of(verdict.Kind));
        json.Number("speedToEnterKnots", verdict.SpeedToEnterKnots, 1);
        if (verdict.SpeedToEnterLeg is { } leg)
            json.Pair("speedToEnterLeg", leg);
        json.Number("probability", verdict.Probability, 4);
        json.Number("deepestMetres", verdict.DeepestMetres, 1);
        json.Number("closestMetres", verdict.ClosestMetres, 1);
        if (verdict.Witness is { } witness)
            Write(json, witness);
        json.WriteStartArray("intervals");
        foreach (var interval in verdict.Intervals)
            Write(json, interval);
        json.WriteEndArray();
        json.WriteStartArray("decidedBy");
        foreach (var fact in verdict.DecidedBy)
            Write(json, fact);
        json.WriteEndArray();
        json.WriteStartObject("assumptions");
        json.WriteString("boundarySet", verdict.BoundarySet);
        json.Number("speedBoundKnots", verdict.Speed.Knots, 1);
        json.WriteString("speedBoundOrigin", verdict.Speed.Origin);
        json.Number("leastRadiusMetres", verdict.RadiiMetres.Least, 1);
        json.Number("greatestRadiusMetres", verdict.RadiiMetres.Greatest, 1);
        json.WriteString("coveredFrom", verdict.Covered.From.ToString());
        json.WriteString("coveredTo", verdict.Covered.To.ToString());
        json.WriteEndObject();
        if (verdict.SecondSet is { } second)
        {
            json.WriteStartObject("secondBoundarySet");
            json.WriteString("name", second.BoundarySet);
            json.WriteString("verdict", Names.Of(second.Kind));
            json.Number("deepestMetres", second.DeepestMetres, 1);
            json.Number("closestMetres", second.ClosestMetres, 1);
            json.WriteEndObject();
        }
        if (verdict.WithinClaimedBreadth is { } breadth)
        {
            json.WriteStartObject("withinClaimedAirspaceBreadth");
            json.WriteNumber("seaNauticalMiles", breadth.SeaNauticalMiles);
            json.WriteNumber("airspaceNauticalMiles", breadth.AirspaceNauticalMiles);
            json.WriteString("act", breadth.Act);
            json.WriteEndObject();
        }
        if (verdict.WithSetAside is { } with)
            json.WriteString("withSetAsideFixes", Names.Of(with));
        json.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter json, PresenceInterval interval)
    {
        json.WriteStartObject();
        json.WriteBoolean("certain", interval.IsCertain);
        if (interval.IsForced)
            json.WriteBoolean("forced", true);
        json.Bounds("enter", interval.Enter);
        json.Bounds("exit", interval.Exit);
        json.Number("deepestMetres", interval.DeepestMetres, 1);
        json.Place("deepestPlace", interval.DeepestPlace);
        json.Place("enterPlace", interval.EnterPlace);
        json.Place("exitPlace", interval.ExitPlace);
        json.Pair("fixes", (interval.FirstFix, interval.LastFix));
        if (interval.MayHaveLeft.Count > 0)
        {
            json.WriteStartArray("mayHaveLeftBetween");
            foreach (var (first, second) in interval.MayHaveLeft)
            {
                json.WriteStartArray();
                json.WriteNumberValue(first);
                json.WriteNumberValue(second);
                json.WriteEndArray();
            }
            json.WriteEndArray();
        }
        if (interval.Witness is { } witness)
            Write(json, witness);
        json.WriteEndObject();
    }

    public static void Write(Utf8JsonWriter json, Witness witness)
    {
        json.WriteStartObject("witness");
        json.Place("place", witness.Place);
        json.WriteString("earliest", witness.Earliest.ToString());
        json.WriteString("latest", witness.Latest.ToString());
        json.Pair("fixes", (witness.FirstFix, witness.SecondFix));
        json.Number("metresFromFirst", witness.MetresFromFirst, 2);
        json.Number("metresToSecond", witness.MetresToSecond, 2);
        json.Number("allowedMetres", witness.AllowedMetres, 2);
        json.Number("metresFromEdge", witness.MetresFromEdge, 2);
        Write(json, witness.Edge);
        json.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter json, DecidingFact fact)
    {
        json.WriteStartObject();
        json.WriteString("what", fact.What);
        json.WriteNumber("fix", fact.Fix);
        json.WriteString("time", fact.Time.ToString());
        json.Place("place", fact.Place);
        json.Number("signedMetres", fact.SignedMetres, 1);
        json.Number("radiusMetres", fact.RadiusMetres, 1);
        Write(json, fact.Edge);
        json.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter json, BoundaryEdge edge)
    {
        json.WriteStartObject("edge");
        json.WriteString("set", edge.Source);
        json.WriteNumber("number", edge.Number);
        json.Place("start", edge.Start);
        json.Place("end", edge.End);
        json.WriteString("kind", Names.Of(edge.Kind));
        json.WriteString("reading", Names.Of(edge.Reading));
        json.Number("uncertaintyMetres", edge.UncertaintyMetres, 1);
        json.WriteStartArray("claims");
        foreach (var claim in edge.Claims)
            json.WriteStringValue(claim);
        json.WriteEndArray();
        json.WriteEndObject();
    }
}
