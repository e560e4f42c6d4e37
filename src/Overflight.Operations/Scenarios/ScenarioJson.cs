using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using Overflight.Sorties;

namespace Overflight.Operations.Scenarios;

/// <summary>The JSON of scenarios, strict as that of papers.</summary>
public static class ScenarioJson
{
    private const int MostAircraft = 1_000;

    private static readonly JsonSerializerOptions s_options = new(SortieJson.Options)
    {
        TypeInfoResolver = JsonTypeInfoResolver.Combine(ScenarioJsonContext.Default, SortieJson.Options.TypeInfoResolver),
    };

    /// <summary>A scenario from its bytes.</summary>
    /// <param name="utf8">The file's bytes.</param>
    /// <param name="file">Its name, for messages.</param>
    /// <exception cref="InvalidDataException">It is none; the message names the file and the field.</exception>
    public static Scenario Read(ReadOnlySpan<byte> utf8, string file)
    {
        try
        {
            var scenario = JsonSerializer.Deserialize(utf8, (JsonTypeInfo<Scenario>)s_options.GetTypeInfo(typeof(Scenario))) ?? throw new InvalidDataException($"{file}: holds null");
            Check(scenario, file);
            return scenario;
        }
        catch (JsonException error)
        {
            throw new InvalidDataException($"{file}: {(error.LineNumber is { } line ? $"line {line + 1}, {error.Path}: " : "")}{error.Message.Split(" Path: ")[0]}", error);
        }
        catch (NotSupportedException error)
        {
            throw new InvalidDataException($"{file}: {error.Message.Split(" Path: ")[0]}", error);
        }
    }

    private static void Check(Scenario scenario, string file)
    {
        Ask(scenario.Kind == "scenario", $"kind is \"{scenario.Kind}\", and a scenario's is \"scenario\"");
        Ask(scenario.Aircraft.Count is > 0 and <= MostAircraft, $"aircraft: {scenario.Aircraft.Count}, and 1 to {MostAircraft} can be");
        Ask(scenario.TelemetryEverySeconds is >= 1 and <= 60, $"telemetryEverySeconds is {Number(scenario.TelemetryEverySeconds)}, and may be 1 to 60");
        Ask(scenario.GuardEverySeconds is 0 or >= 10, $"guardEverySeconds is {Number(scenario.GuardEverySeconds)}, and may be 0, or 10 and more");
        Ask(scenario.GustMetresPerSecond is >= 0 and <= 15, $"gustMetresPerSecond is {Number(scenario.GustMetresPerSecond)}, and may be 0 to 15");
        Ask(Math.Abs(scenario.TemperatureOffsetKelvin) <= 40, $"temperatureOffsetKelvin is {Number(scenario.TemperatureOffsetKelvin)}, and may be -40 to 40");
        foreach (var twice in scenario.Aircraft.GroupBy(a => a.Name, StringComparer.Ordinal).Concat(scenario.Aircraft.GroupBy(a => a.Address, StringComparer.OrdinalIgnoreCase)).Where(g => g.Count() > 1))
            Ask(false, $"aircraft: \"{twice.Key}\" is there twice");
        foreach (var aircraft in scenario.Aircraft)
            Check(aircraft, text => throw new InvalidDataException($"{file}: aircraft.{aircraft.Name}.{text}"));

        void Ask(bool holds, string otherwise)
        {
            if (!holds)
                throw new InvalidDataException($"{file}: {otherwise}");
        }
    }

    private static void Check(ScenarioAircraft aircraft, Action<string> refuse)
    {
        if (aircraft.Name.Length is 0 or > 32 || aircraft.Name.Any(c => c is not (' ' or '-' or (>= '0' and <= '9') or (>= 'A' and <= 'Z') or (>= 'a' and <= 'z'))))
            refuse($"name: 1 to 32 letters, digits, \"-\" and spaces");
        if (aircraft.Address.Length != 6 || !int.TryParse(aircraft.Address, NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var address) || address is 0 or 0xFFFFFF)
            refuse($"address \"{aircraft.Address}\" is no 24-bit address of six hexadecimal digits");
        if (aircraft.Adsb is { } adsb)
        {
            if (adsb.EverySeconds is not (>= 0.5 and <= 300))
                refuse($"adsb.everySeconds is {Number(adsb.EverySeconds)}, and may be 0.5 to 300");
            if (adsb.Nic is < 0 or > 11 || adsb.NacP is < 0 or > 11 || adsb.Sil is < 0 or > 3)
                refuse("adsb: nic and nacP are 0 to 11, sil 0 to 3");
            if (adsb.NoiseMetres is not (>= 0 and <= 5_000))
                refuse($"adsb.noiseMetres is {Number(adsb.NoiseMetres)}, and may be 0 to 5000");
        }
    }

    private static string Number(double value) => value.ToString(CultureInfo.InvariantCulture);
}

/// <summary>The types, known when compiled.</summary>
[JsonSerializable(typeof(Scenario))]
internal sealed partial class ScenarioJsonContext : JsonSerializerContext;
