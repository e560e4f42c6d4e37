using System.Text.Json;
using Overflight.Misb.Klv;
using Overflight.Misb.Sets;

namespace Overflight.Cli.Video.Mux;

/// <summary>
/// Makes packets of the lines that <c>video klv</c> writes. Bytes (<c>raw</c>) count, so that a packet comes out as it was; where a
/// <c>value</c> is not that of its bytes, either the line is refused or the value counts.
/// </summary>
internal sealed class KlvLineReader(bool prefersValues)
{
    // Of every set that states when it was made.
    private const ulong TimeTag = 2;

    private readonly PacketDecoder _decoder = new();

    public static bool IsKlvLine(JsonElement row) => row.TryGetProperty("key", out _) && (row.TryGetProperty("items", out _) || row.TryGetProperty("problems", out _));

    public MetadataRow Row(long number, JsonElement line)
    {
        if (line.GetProperty("key") is { ValueKind: JsonValueKind.Null })
            throw new RowException(null, "the line tells of bytes that belong to no packet");
        var keyBytes = JsonValues.BytesOf(line.GetProperty("key"), "key");
        if (keyBytes.Length != UniversalKey.Size || !keyBytes.AsSpan().StartsWith(UniversalKey.Prefix))
            throw new RowException("key", "is no universal key of 16 bytes");
        var key = UniversalKey.Read(keyBytes);
        var pid = line.TryGetProperty("pid", out var stated) && stated.ValueKind == JsonValueKind.Number && stated.TryGetInt32(out var given) ? given : default(int?);
        byte[] packet;
        if (Standards.Find(key) is not { } set)
            packet = line.TryGetProperty("raw", out var raw) ? Sound([.. keyBytes, .. JsonValues.BytesOf(raw, "raw")]) : throw new RowException("raw", "is missing, and the key is of no known set");
        else
            packet = Known(line, key, set, pid);
        var time = _decoder.Decode(packet, pid).Items.FirstOrDefault(i => i is { Tag: TimeTag, Unit: "us", Kind: ValueKind.UnsignedInteger });
        return new MetadataRow
        {
            Line = number,
            Packet = packet,
            Time = time is null ? null : (ulong)time.IntegerBits,
            Pts = line.TryGetProperty("pts", out var pts) && pts.ValueKind == JsonValueKind.Number && pts.TryGetInt64(out var ticks) ? ticks : null,
        };
    }

    private byte[] Known(JsonElement line, UniversalKey key, SetDefinition set, int? pid)
    {
        if (!line.TryGetProperty("items", out var items) || items.ValueKind != JsonValueKind.Array)
            throw new RowException("items", "is no array");
        var written = items.EnumerateArray().Select(i => KlvLineItem.Read(i, set)).ToList();
        var packet = KlvAssembly.Of(key, set, written);
        if (line.TryGetProperty("bytes", out var whole) && Sound(JsonValues.BytesOf(whole, "bytes")) is var bytes && IsUnchanged(bytes, written, pid))
            packet = bytes;
        var edited = KlvEdits.Apply(packet, items, set, _decoder.Decode(packet, pid).Items, prefersValues);
        return KlvAssembly.WithChecksum(edited ?? packet, set, mustBeRight: edited is not null || written.Exists(i => i.IsNew) || line.TryGetProperty("checksum", out var sum) && sum.ValueKind == JsonValueKind.String && sum.ValueEquals("valid"));
    }

    private bool IsUnchanged(byte[] bytes, List<KlvLineItem> written, int? pid)
    {
        var items = _decoder.Decode(bytes, pid).Items;
        return items.Count == written.Count && items.Zip(written).All(p => p.First.Tag == p.Second.Tag && p.First.Raw.Span.SequenceEqual(p.Second.Raw));
    }

    private static byte[] Sound(byte[] packet)
    {
        var reader = new KlvReader(packet);
        return reader.Read() == KlvRead.Found && reader.Packet.Bytes.Length == packet.Length ? packet : throw new RowException("bytes", "are no whole packet");
    }
}
