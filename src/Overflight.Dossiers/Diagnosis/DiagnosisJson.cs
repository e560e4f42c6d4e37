using System.Text.Json;
using Overflight.Dossiers.Footprints;
using Overflight.Dossiers.Json;
using Overflight.Misb.Diagnosis;

namespace Overflight.Dossiers.Diagnosis;

/// <summary>A diagnosis as one object (docs/schemas/diagnosis-1.schema.json).</summary>
public static class DiagnosisJson
{
    /// <summary>Writes it.</summary>
    public static void Write(Stream output, DiagnosisHeader header, StreamDiagnosis diagnosis)
    {
        ArgumentNullException.ThrowIfNull(header);
        ArgumentNullException.ThrowIfNull(diagnosis);
        using var json = new Utf8JsonWriter(output, new JsonWriterOptions { Indented = true });
        json.WriteStartObject();
        json.WriteString("schema", "overflight/diagnosis/1");
        json.WriteString("version", header.Version);
        json.WriteString("command", header.Command);
        json.WriteString("input", header.Input);
        json.WriteString("container", header.IsTransportStream ? "mpeg-ts" : "klv");
        json.WriteNumber("packets", diagnosis.Packets);
        json.WriteNumber("pictures", diagnosis.Pictures);
        json.WriteString("verdict", DiagnosisWords.Verdict(diagnosis));
        json.WriteStartArray("findings");
        foreach (var finding in diagnosis.Findings)
            Write(json, finding);
        json.WriteEndArray();
        ReadingJson.Write(json, "readings", diagnosis.Fit.Candidates);
        json.WriteStartArray("repairs");
        foreach (var repair in header.Repairs)
            json.WriteStringValue(repair);
        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter json, Finding finding)
    {
        json.WriteStartObject();
        json.WriteString("id", finding.Id);
        json.WriteString("grade", DiagnosisWords.Of(finding.Grade));
        json.WriteString("title", finding.Title);
        json.WriteString("evidence", finding.Evidence);
        json.WriteNumber("count", finding.Count);
        json.WriteNumber("of", finding.Of);
        json.Number("firstOffset", finding.FirstOffset, 0);
        json.Number("pid", finding.Pid, 0);
        json.Number("tag", finding.Tag, 0);
        json.Text("effect", finding.Effect ?? "");
        if (double.IsFinite(finding.EffectSize))
        {
            json.Number("effectSize", finding.EffectSize, 6);
            json.WriteString("effectUnit", finding.EffectUnit);
        }
        json.Text("correctedReading", finding.CorrectedReading ?? "");
        json.WriteBoolean("canRepair", finding.CanRepair);
        json.WriteEndObject();
    }
}
