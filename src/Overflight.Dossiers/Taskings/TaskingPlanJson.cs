using System.Text.Encodings.Web;
using System.Text.Json;
using Overflight.Geodesy;
using Overflight.Planning.Plans;
using Overflight.Planning.Stations;

namespace Overflight.Dossiers.Taskings;

/// <summary>Writes <c>overflight/tasking-plan/1</c>, by <c>docs/schemas/tasking-plan-1.schema.json</c>.</summary>
public static class TaskingPlanJson
{
    private static readonly JsonWriterOptions s_options = new() { Indented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>Writes plans to a stream, which stays open.</summary>
    public static void Write(Stream output, string tasking, IReadOnlyList<AlternativePlan> plans)
    {
        ArgumentNullException.ThrowIfNull(output);
        ArgumentNullException.ThrowIfNull(plans);
        using (var json = new Utf8JsonWriter(output, s_options))
        {
            json.WriteStartObject();
            json.WriteString("schema", "overflight/tasking-plan/1");
            json.WriteString("tasking", tasking);
            List(json, "alternatives", plans, Plan);
            json.WriteEndObject();
        }
        output.Write("\n"u8);
    }

    private static void Plan(Utf8JsonWriter json, AlternativePlan plan)
    {
        json.WriteString("name", plan.Name);
        json.WriteBoolean("permitted", plan.IsPermitted);
        json.WriteBoolean("best", plan.IsBest);
        List(json, "areas", plan.Areas, Area);
        List(json, "sorties", plan.Sorties, Sortie);
        List(json, "hours", plan.Hours, (_, hours) =>
        {
            json.WriteString("operation", hours.Operation);
            json.WriteNumber("planned", Math.Round(hours.Planned, 3));
            if (hours.Allotted is { } allotted)
                json.WriteNumber("allotted", allotted);
        });
    }

    private static void Area(Utf8JsonWriter json, AreaOutcome area)
    {
        json.WriteString("area", area.Area.Id);
        json.WriteNumber("wanted", area.Wanted);
        json.WriteNumber("served", area.Served);
        json.WriteNumber("onStationMinutes", area.OnStationMinutes);
        if (area.Station is { } station)
        {
            json.WriteStartObject("station");
            Place(json, station.Centre);
            json.WriteNumber("distanceMetres", Math.Round(station.DistanceMetres));
            Sight(json, "sight", station.Sight);
            Sight(json, "overhead", station.Overhead);
            json.WriteEndObject();
        }
        if (area.WhyNotOverhead is { } why)
            json.WriteString("whyNotOverhead", why);
        if (area.Reason is { } reason)
            json.WriteString("reason", reason);
    }

    private static void Sight(Utf8JsonWriter json, string name, SightFrom sight)
    {
        json.WriteStartObject(name);
        json.WriteNumber("seen", Math.Round(sight.Seen, 3));
        json.WriteNumber("groundSampleMetres", Math.Round(sight.GroundSampleMetres, 3));
        json.WriteNumber("slantRangeMetres", Math.Round(sight.SlantRangeMetres));
        json.WriteNumber("grazingDegrees", Math.Round(sight.GrazingDegrees, 2));
        json.WriteEndObject();
    }

    private static void Sortie(Utf8JsonWriter json, PlannedSortie sortie)
    {
        var points = sortie.Sortie.Route.Points;
        json.WriteString("sortie", sortie.Sortie.Id);
        json.WriteString("operation", sortie.Sortie.Operation);
        json.WriteString("registration", sortie.Sortie.Aircraft.Registration);
        json.WriteString("takeOff", points[0].At.ToString());
        json.WriteString("landing", points[^1].At.ToString());
        json.WriteNumber("fuelKilograms", Math.Round(sortie.FuelKilograms, 1));
        json.WriteNumber("reserveKilograms", Math.Round(sortie.ReserveKilograms, 1));
        json.WriteNumber("distanceMetres", Math.Round(sortie.DistanceMetres));
        json.WriteString("link", sortie.Link);
        json.WriteBoolean("permitted", sortie.Decision.IsPermitted);
        json.WriteString("ruleSet", sortie.Decision.RuleSet);
        json.WriteStartArray("blockedBy");
        foreach (var rule in sortie.Decision.BlockedBy)
            json.WriteStringValue(rule);
        json.WriteEndArray();
        List(json, "looks", sortie.Looks, (_, look) =>
        {
            json.WriteString("area", look.Area);
            json.WriteString("from", look.From.ToString());
            json.WriteString("to", look.To.ToString());
            json.WriteString("leaveAt", look.LeaveAt.ToString());
        });
    }

    private static void Place(Utf8JsonWriter json, GeoPoint place)
    {
        json.WriteNumber("latitude", Math.Round(place.LatitudeDegrees, 6));
        json.WriteNumber("longitude", Math.Round(place.LongitudeDegrees, 6));
    }

    private static void List<T>(Utf8JsonWriter json, string name, IEnumerable<T> items, Action<Utf8JsonWriter, T> write)
    {
        json.WriteStartArray(name);
        foreach (var item in items)
        {
            json.WriteStartObject();
            write(json, item);
            json.WriteEndObject();
        }
        json.WriteEndArray();
    }
}
