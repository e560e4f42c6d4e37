using System.Text.Encodings.Web;
using System.Text.Json;
using Overflight.Authority.Documents;
using Overflight.Geodesy;
using Overflight.Record.Leaves;
using Overflight.Tracks;

namespace Overflight.Operations.Recording;

/// <summary>
/// The leaves that a flight leaves behind, all about <c>sortie.ID</c>, at the time of the flight (docs/fly.md, "Leaves"). What tells where it was
/// and what it saw is sealed where there is a vault, and left out where there is none: the hash of the telemetry stands for it.
/// </summary>
public static class FlightLeaf
{
    /// <summary>Before an aircraft is armed.</summary>
    public const string Authorised = "sortie.authorised";

    /// <summary>Once a minute.</summary>
    public const string Heartbeat = "sortie.heartbeat";

    /// <summary>Somebody asked the aircraft for something.</summary>
    public const string Command = "sortie.command";

    /// <summary>Something happened to it.</summary>
    public const string Event = "sortie.event";

    /// <summary>A sensor was on.</summary>
    public const string Sensor = "sortie.sensor";

    /// <summary>Control went from one station to another.</summary>
    public const string HandOver = "sortie.handover";

    /// <summary>The flight is over.</summary>
    public const string Closed = "sortie.closed";

    private const double UnitsPerDegree = 1e7;

    private static readonly JsonWriterOptions s_options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>The authorisation: which decision it rests on, and until when the aircraft may be armed by it.</summary>
    public static LeafDraft OfAuthorisation(Sortie sortie, long decisionLeaf, string ruleSet, string by, UtcInstant at, UtcInstant until)
    {
        ArgumentNullException.ThrowIfNull(sortie);
        return Draft(Authorised, sortie.Id, at, false, json =>
        {
            json.WriteNumber("version", sortie.Version);
            json.WriteNumber("decision", decisionLeaf);
            json.WriteString("ruleSet", ruleSet);
            json.WriteString("by", by);
            json.WriteString("until", until.ToString());
        });
    }

    /// <summary>A heartbeat; where the aircraft is, is sealed.</summary>
    /// <param name="sortie">Id of the sortie.</param>
    /// <param name="number">Which, from 1.</param>
    /// <param name="mode">What the autopilot does.</param>
    /// <param name="hasLink">Whether the control link is up.</param>
    /// <param name="telemetry">Bytes of telemetry so far, and their SHA-256.</param>
    /// <param name="at">When.</param>
    /// <param name="place">Where.</param>
    /// <param name="heightMetres">Height above the ellipsoid.</param>
    /// <param name="seals">Whether there is a vault.</param>
    public static LeafDraft OfHeartbeat(string sortie, long number, string mode, bool hasLink, (long Bytes, string Sha256) telemetry, UtcInstant at, GeoPoint place, double heightMetres, bool seals) =>
        Draft(
            Heartbeat, sortie, at, seals,
            json =>
            {
                json.WriteNumber("number", number);
                json.WriteString("mode", mode);
                json.WriteBoolean("link", hasLink);
                json.WriteNumber("telemetryBytes", telemetry.Bytes);
                json.WriteString("telemetry", telemetry.Sha256);
            },
            ("place", json =>
            {
                json.WriteStartObject();
                json.WriteNumber("latitudeE7", Units(place.LatitudeDegrees));
                json.WriteNumber("longitudeE7", Units(place.LongitudeDegrees));
                json.WriteNumber("heightMetres", (long)Math.Round(heightMetres));
                json.WriteEndObject();
            }
    ));

    /// <summary>A command, who gave it, and what became of it; what it asked for is sealed.</summary>
    public static LeafDraft OfCommand(string sortie, string by, string verb, string words, string? refusedBecause, UtcInstant at, bool seals) =>
        Draft(
            Command, sortie, at, seals,
            json =>
            {
                json.WriteString("by", by);
                json.WriteString("command", verb);
                json.WriteBoolean("done", refusedBecause is null);
                if (refusedBecause is not null)
                    json.WriteString("reason", refusedBecause);
            },
            ("words", json => json.WriteStringValue(words)));

    /// <summary>An event.</summary>
    public static LeafDraft OfEvent(string sortie, string what, string words, UtcInstant at) =>
        Draft(Event, sortie, at, false, json =>
        {
            json.WriteString("event", what);
            json.WriteString("words", words);
        });

    /// <summary>A stretch with a sensor on; the ground that it saw is sealed.</summary>
    public static LeafDraft OfSensor(string sortie, SensorUse use, UtcInstant at, bool seals)
    {
        ArgumentNullException.ThrowIfNull(use);
        return Draft(
            Sensor, sortie, at, seals,
            json =>
            {
                json.WriteString("sensorKind", use.SensorKind);
                json.WriteString("from", use.During.From.ToString());
                json.WriteString("to", use.During.To.ToString());
            },
            ("hull", json =>
            {
                json.WriteStartArray();
                foreach (var corner in use.Hull?.Ring ?? [])
                {
                    json.WriteStartArray();
                    json.WriteNumberValue(Units(corner[0]));
                    json.WriteNumberValue(Units(corner[1]));
                    json.WriteEndArray();
                }
                json.WriteEndArray();
            }
        ));
    }

    /// <summary>A hand-over.</summary>
    public static LeafDraft OfHandOver(string sortie, string from, string to, int interoperability, UtcInstant at) =>
        Draft(HandOver, sortie, at, false, json =>
        {
            json.WriteString("from", from);
            json.WriteString("to", to);
            json.WriteNumber("interoperability", interoperability);
        });

    /// <summary>The end, with what was counted: whoever has the leaves can count them again.</summary>
    public static LeafDraft OfClosing(string sortie, string outcome, IEnumerable<KeyValuePair<string, long>> counts, UtcInstant at)
    {
        ArgumentNullException.ThrowIfNull(counts);
        return Draft(Closed, sortie, at, false, json =>
        {
            json.WriteString("outcome", outcome);
            json.WriteStartObject("counts");
            foreach (var (name, count) in counts)
                json.WriteNumber(name, count);
            json.WriteEndObject();
        });
    }

    private static LeafDraft Draft(string kind, string sortie, UtcInstant at, bool seals, Action<Utf8JsonWriter> fields, params IEnumerable<(string Name, Action<Utf8JsonWriter> Write)> isSealed)
    {
        var json = Bytes(writer =>
        {
            writer.WriteStartObject();
            writer.WriteString("sortie", sortie);
            writer.WriteString("at", at.ToString());
            fields(writer);
            writer.WriteEndObject();
        });
        var hidden = isSealed.Where(_ => seals).ToDictionary(f => f.Name, f => (ReadOnlyMemory<byte>)Bytes(f.Write));
        return LeafDraft.Create(kind, $"sortie.{sortie}", json, hidden.Count == 0 ? null : hidden, at.Microseconds / 1_000);
    }

    private static byte[] Bytes(Action<Utf8JsonWriter> write)
    {
        using var bytes = new MemoryStream();
        using (var json = new Utf8JsonWriter(bytes, s_options))
            write(json);
        return bytes.ToArray();
    }

    private static long Units(double degrees) => (long)Math.Round(degrees * UnitsPerDegree);
}
