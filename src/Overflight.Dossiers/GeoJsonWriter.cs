using System.Text.Json;
using Overflight.Airspace.Verdicts;
using Overflight.Dossiers.GeoJson;
using Overflight.Feeds;
using Overflight.Patterns;

namespace Overflight.Dossiers;

/// <summary>An analysis as one GeoJSON feature collection (RFC 7946), written as it is made.</summary>
public sealed class GeoJsonWriter : IAnalysisWriter, IDisposable
{
    private readonly Utf8JsonWriter _json;
    private readonly ReachSource? _reaches;

    /// <param name="output">Where to; left open.</param>
    /// <param name="reaches">Tells what each flight could see; null to leave that out.</param>
    public GeoJsonWriter(Stream output, ReachSource? reaches = null)
    {
        _reaches = reaches;
        _json = new Utf8JsonWriter(output);
    }

    /// <inheritdoc/>
    public void Begin(AnalysisHeader header)
    {
        ArgumentNullException.ThrowIfNull(header);
        _json.WriteStartObject();
        _json.WriteString("type", "FeatureCollection");
        _json.WriteString("overflight:version", header.Version);
        _json.WriteString("overflight:command", header.Command);
        _json.WriteStartArray("overflight:boundaries");
        foreach (var source in header.Boundaries)
        {
            _json.WriteStartObject();
            _json.WriteString("name", source.Name);
            _json.WriteString("package", source.Package);
            _json.WriteString("vintage", source.Vintage);
            _json.WriteString("sha256", source.Sha256);
            _json.WriteString("attribution", source.Attribution);
            _json.WriteEndObject();
        }
        _json.WriteEndArray();
        _json.WriteStartArray("features");
    }

    /// <inheritdoc/>
    public void Flight(string input, FlightExamination flight)
    {
        ArgumentNullException.ThrowIfNull(flight);
        new FlightFeatures(_json, input, flight).Write();
        foreach (var reach in _reaches?.Invoke(flight.Flight, flight.Verdicts) ?? [])
            ReachFeatures.Write(_json, flight.Flight.Track.Aircraft.Id, reach);
        _json.Flush();
    }

    /// <inheritdoc/>
    public void Input(ReadReport input)
    {
    }

    /// <inheritdoc/>
    public void Finish()
    {
        _json.WriteEndArray();
        _json.WriteEndObject();
        _json.Flush();
    }

    /// <inheritdoc/>
    public void Dispose() => _json.Dispose();
}
