using System.Text.Json;
using Overflight.Dossiers.Json;
using Overflight.Misb.Sight;

namespace Overflight.Dossiers.Footprints;

/// <summary>How well readings agree with what a stream states itself, best first; a line that misses the earth has no distance, and none is written.</summary>
internal static class ReadingJson
{
    public static void Write(Utf8JsonWriter json, string name, IReadOnlyList<ReadingResidual> readings)
    {
        json.WriteStartArray(name);
        foreach (var reading in readings)
        {
            json.WriteStartObject();
            json.WriteString("angles", ReadingWords.NameOf(reading.Angles));
            json.WriteString("ground", ReadingWords.NameOf(reading.Ground));
            json.WriteNumber("packets", reading.Packets);
            json.Number("medianMetres", reading.MedianMetres, 3);
            json.Number("metres95", reading.Metres95, 3);
            json.WriteEndObject();
        }
        json.WriteEndArray();
    }
}
