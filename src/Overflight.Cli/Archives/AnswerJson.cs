using System.Text.Encodings.Web;
using System.Text.Json;
using Overflight.Geodesy;

namespace Overflight.Cli.Archives;

/// <summary>One JSON object <c>overflight/query/1</c>, or a GeoJSON FeatureCollection (RFC 7946), whose rows are features.</summary>
internal sealed class AnswerJson(Stream output, bool asGeoJson) : IAnswerWriter, IDisposable
{
    private const int FlushAt = 1 << 16;

    private readonly Utf8JsonWriter _json = new(output, new JsonWriterOptions { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping });
    private IReadOnlyList<AnswerColumn> _columns = [];

    public void Begin(IReadOnlyList<AnswerColumn> columns)
    {
        _columns = columns;
        _json.WriteStartObject();
        _json.WriteString(asGeoJson ? "type" : "schema", asGeoJson ? "FeatureCollection" : "overflight/query/1");
        _json.WriteStartArray(asGeoJson ? "features" : "rows");
    }

    public void Row(IReadOnlyList<object?> values, IReadOnlyList<GeoPoint> places)
    {
        _json.WriteStartObject();
        if (asGeoJson)
        {
            _json.WriteString("type", "Feature");
            Geometry(places);
            _json.WriteStartObject("properties");
        }
        for (var i = 0; i < values.Count; i++)
        {
            _json.WritePropertyName(_columns[i].Name);
            Value(values[i]);
        }
        if (asGeoJson)
            _json.WriteEndObject();
        _json.WriteEndObject();
        if (_json.BytesPending > FlushAt)
            _json.Flush();
    }

    public void Finish(AnswerSummary summary)
    {
        _json.WriteEndArray();
        _json.WriteString("what", summary.What);
        _json.WriteNumber("count", summary.Rows);
        if (summary.FixesLookedAt is { } looked)
            _json.WriteNumber("fixesLookedAt", looked);
        _json.WriteNumber("archiveFixes", summary.ArchiveFixes);
        _json.WriteNumber("withoutAltitude", summary.WithoutAltitude);
        _json.WriteBoolean("complete", summary.Damaged.Count == 0);
        _json.WriteStartArray("damaged");
        foreach (var message in summary.Damaged)
            _json.WriteStringValue(message);
        _json.WriteEndArray();
        _json.WriteEndObject();
        _json.Flush();
        output.WriteByte((byte)'\n');
    }

    public void Dispose() => _json.Dispose();

    private void Geometry(IReadOnlyList<GeoPoint> places)
    {
        _json.WriteStartObject("geometry");
        _json.WriteString("type", places.Count == 1 ? "Point" : "MultiPoint");
        _json.WriteStartArray("coordinates");
        foreach (var place in places)
        {
            if (places.Count > 1)
                _json.WriteStartArray();
            _json.WriteNumberValue(place.LongitudeDegrees);
            _json.WriteNumberValue(place.LatitudeDegrees);
            if (places.Count > 1)
                _json.WriteEndArray();
        }
        _json.WriteEndArray();
        _json.WriteEndObject();
    }

    private void Value(object? value)
    {
        switch (value)
        {
            case null:
                _json.WriteNullValue();
                break;
            case bool truth:
                _json.WriteBooleanValue(truth);
                break;
            case sbyte or short or int or long:
                _json.WriteNumberValue(Convert.ToInt64(value, System.Globalization.CultureInfo.InvariantCulture));
                break;
            case byte or ushort or uint or ulong:
                _json.WriteNumberValue(Convert.ToUInt64(value, System.Globalization.CultureInfo.InvariantCulture));
                break;
            case float number when float.IsFinite(number):
                _json.WriteNumberValue(number);
                break;
            case double number when double.IsFinite(number):
                _json.WriteNumberValue(number);
                break;
            case decimal number:
                _json.WriteNumberValue(number);
                break;
            case System.Numerics.BigInteger number:
                _json.WriteRawValue(number.ToString(System.Globalization.CultureInfo.InvariantCulture));
                break;
            case string text:
                _json.WriteStringValue(text);
                break;
            case IEnumerable<string> list:
                _json.WriteStartArray();
                foreach (var item in list)
                    _json.WriteStringValue(item);
                _json.WriteEndArray();
                break;
            default:
                _json.WriteStringValue(AnswerValue.Text(value));
                break;
        }
    }
}
