using System.Text.Encodings.Web;
using System.Text.Json;
using Overflight.Cli.Video.Mux;
using Overflight.Misb.Klv;
using Overflight.Misb.Sets;

namespace Overflight.Cli.Video;

/// <summary>Each packet as a JSON object on a line; nested sets nest the same way, special values are strings.</summary>
internal sealed class KlvLines(Stream output, bool isLive = false) : IKlvOutput, IDisposable
{
    private const int MostElements = 10_000;

    private readonly PacketDecoder _decoder = new();
    private readonly BufferedStream _buffered = new(output, 1 << 16);

    public long Packets { get; private set; }

    public void Packet(ReadOnlyMemory<byte> packet, long offset, long? pts, int? pid)
    {
        Packets++;
        var decoded = _decoder.Decode(packet, pid);
        using (var json = new Utf8JsonWriter(_buffered, new JsonWriterOptions { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping }))
        {
            json.WriteStartObject();
            Place(json, offset, pts, pid);
            json.WriteString("key", decoded.Key.ToString());
            json.WriteString("set", decoded.Set?.Standard);
            json.WriteString("checksum", decoded.Checksum.ToString().ToLowerInvariant());
            if (decoded.Set is null)
                json.WriteString("raw", Convert.ToHexStringLower(packet.Span[UniversalKey.Size..]));
            if (!KlvAssembly.IsCanonical(packet.Span, decoded))
                json.WriteString("bytes", Convert.ToHexStringLower(packet.Span));
            Items(json, decoded.Items);
            json.WriteStartArray("problems");
            foreach (var problem in decoded.Problems)
                Problem(json, problem);
            json.WriteEndArray();
            json.WriteEndObject();
        }
        EndLine();
    }

    public void Damage(KlvProblem problem, long offset, int? pid)
    {
        using (var json = new Utf8JsonWriter(_buffered, new JsonWriterOptions { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping }))
        {
            json.WriteStartObject();
            Place(json, offset, null, pid);
            json.WriteNull("key");
            json.WriteStartArray("problems");
            Problem(json, problem with { Offset = 0 });
            json.WriteEndArray();
            json.WriteEndObject();
        }
        EndLine();
    }

    public void Dispose() => _buffered.Flush();

    private void EndLine()
    {
        _buffered.WriteByte((byte)'\n');
        // Who listens wants to see packets as they come.
        if (isLive)
            _buffered.Flush();
    }

    private static void Place(Utf8JsonWriter json, long offset, long? pts, int? pid)
    {
        json.WriteNumber("offset", offset);
        Whole(json, "pts", pts);
        Whole(json, "pid", pid);
    }

    private static void Whole(Utf8JsonWriter json, string name, long? value)
    {
        if (value is { } number)
            json.WriteNumber(name, number);
        else
            json.WriteNull(name);
    }

    private static void Items(Utf8JsonWriter json, IReadOnlyList<KlvNode> items)
    {
        json.WriteStartArray("items");
        foreach (var item in items)
        {
            json.WriteStartObject();
            json.WriteNumber("tag", item.Tag);
            if (item.Key != default)
                json.WriteString("key", item.Key.ToString());
            if (item.Name.Length > 0)
                json.WriteString("name", item.Name);
            Value(json, item);
            if (item.Unit is { } unit)
                json.WriteString("unit", unit);
            json.WriteString("raw", Convert.ToHexStringLower(item.Raw.Span));
            if (item.Standard is { } standard)
                json.WriteString("set", standard);
            if (item.Kind is ValueKind.Set or ValueKind.Structure)
                Items(json, item.Children);
            json.WriteEndObject();
        }
        json.WriteEndArray();
    }

    private static void Value(Utf8JsonWriter json, KlvNode item)
    {
        switch (item.Kind)
        {
            case ValueKind.Empty:
                json.WriteNull("value");
                break;
            case ValueKind.Number:
                json.WriteNumber("value", item.Number);
                break;
            case ValueKind.SignedInteger:
                json.WriteNumber("value", item.IntegerBits);
                break;
            case ValueKind.UnsignedInteger:
                json.WriteNumber("value", (ulong)item.IntegerBits);
                break;
            case ValueKind.Special:
                json.WriteString("value", KlvWords.Of(item.Special));
                break;
            case ValueKind.Text:
                json.WriteString("value", item.Text);
                break;
        }
        if (item.Text is not null && item.Kind is ValueKind.UnsignedInteger or ValueKind.SignedInteger)
            json.WriteString("label", item.Text);
        if (item.Flags.Count > 0)
        {
            json.WriteStartArray("flags");
            foreach (var flag in item.Flags)
                json.WriteStringValue(flag);
            json.WriteEndArray();
        }
        if (item.Array is not { } array || array.Values.Count > MostElements)
            return;
        json.WriteStartArray("sizes");
        foreach (var size in array.Sizes)
            json.WriteNumberValue(size);
        json.WriteEndArray();
        json.WriteStartArray("values");
        foreach (var value in array.Values)
            if (double.IsFinite(value))
                json.WriteNumberValue(value);
            else
                json.WriteStringValue(value.ToString(System.Globalization.CultureInfo.InvariantCulture));
        json.WriteEndArray();
    }

    private static void Problem(Utf8JsonWriter json, KlvProblem problem)
    {
        json.WriteStartObject();
        json.WriteNumber("tag", problem.Tag);
        json.WriteNumber("offset", problem.Offset);
        json.WriteString("reason", problem.Text);
        json.WriteEndObject();
    }
}
