using System.Text.Encodings.Web;
using System.Text.Json;
using Overflight.Authority.Rules;
using Overflight.Dossiers.Decisions;
using Overflight.Operations.Flying;
using static System.FormattableString;

namespace Overflight.Cli.Fly;

/// <summary>What came of an exercise, for people and for machines.</summary>
internal static class FlySummary
{
    private static readonly JsonWriterOptions s_options = new() { Indented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static void WriteText(TextWriter output, Exercise exercise, string folder)
    {
        foreach (var (aircraft, decision) in exercise.Refused)
        {
            output.WriteLine($"{aircraft.Name}: stayed on the ground. {DecisionText.Sentence(decision)}");
            foreach (var answer in decision.Answers.Where(a => decision.BlockedBy.Contains(a.Rule)))
                output.WriteLine($"  {answer.Rule}: {answer.Reasons.First(r => r.Outcome != RuleOutcome.Pass).Text}");
        }
        foreach (var aircraft in exercise.Aircraft)
        {
            var (counts, state) = (aircraft.Counts, aircraft.Simulation.State);
            output.WriteLine(Invariant(
                $"{aircraft.Aircraft.Name}: {aircraft.Sortie.Id}, {(aircraft.Paper?.Landing is { } landing ? $"landed at {landing.At}" : "did not land")}, {counts.Seconds / 3600.0:0.0} h and {counts.Metres / 1000.0:0} km in the air, {state.FuelKilograms:0} kg of fuel left"));
            output.WriteLine(Invariant(
                $"  {counts.Heartbeats} heartbeats, {counts.Events} events, {counts.Commands} commands done and {counts.Refused} refused, {counts.HandOvers} hand-overs, {counts.SensorIntervals} stretches with the sensor on, {counts.AdsbMessages} ADS-B messages"));
            if (aircraft.Flown is { } decision)
                output.WriteLine($"  {DecisionText.Sentence(decision)}");
        }
        output.WriteLine();
        var heard = Path.Combine(folder, "adsb.beast");
        output.WriteLine($"What they left is in {folder}{(File.Exists(heard) ? $"; what was heard of them: overflight analyze {heard}" : "")}");
    }

    public static void WriteJson(Stream output, Exercise exercise, long leaves)
    {
        using (var json = new Utf8JsonWriter(output, s_options))
        {
            json.WriteStartObject();
            json.WriteString("schema", "overflight/flown/1");
            json.WriteString("start", exercise.Start.ToString());
            json.WriteString("end", exercise.Time.ToString());
            json.WriteNumber("leaves", leaves);
            json.WriteStartArray("refused");
            foreach (var (aircraft, decision) in exercise.Refused)
            {
                json.WriteStartObject();
                json.WriteString("aircraft", aircraft.Name);
                json.WriteString("sortie", aircraft.Sortie);
                Texts(json, "blockedBy", decision.BlockedBy);
                json.WriteEndObject();
            }
            json.WriteEndArray();
            json.WriteStartArray("aircraft");
            foreach (var aircraft in exercise.Aircraft)
                Aircraft(json, aircraft);
            json.WriteEndArray();
            json.WriteEndObject();
        }
        output.Write("\n"u8);
    }

    private static void Aircraft(Utf8JsonWriter json, FlownAircraft aircraft)
    {
        json.WriteStartObject();
        json.WriteString("aircraft", aircraft.Aircraft.Name);
        json.WriteString("sortie", aircraft.Sortie.Id);
        json.WriteBoolean("landed", aircraft.Paper?.Landing is not null);
        json.WriteNumber("fuelKilograms", Math.Round(aircraft.Simulation.State.FuelKilograms, 1));
        json.WriteStartObject("counts");
        foreach (var (name, count) in aircraft.Counts.All)
            json.WriteNumber(name, count);
        json.WriteEndObject();
        if (aircraft.Flown is { } decision)
        {
            json.WriteBoolean("kept", decision.IsPermitted);
            Texts(json, "blockedBy", decision.BlockedBy);
        }
        json.WriteEndObject();
    }

    private static void Texts(Utf8JsonWriter json, string name, IEnumerable<string> texts)
    {
        json.WriteStartArray(name);
        foreach (var text in texts)
            json.WriteStringValue(text);
        json.WriteEndArray();
    }
}
