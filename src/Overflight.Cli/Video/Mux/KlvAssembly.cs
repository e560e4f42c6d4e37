using Overflight.Misb.Klv;
using Overflight.Misb.Sets;

namespace Overflight.Cli.Video.Mux;

/// <summary>Puts items together to packets, every tag and length in its shortest form.</summary>
internal static class KlvAssembly
{
    /// <summary>The packet of these items, their checksum among them as it is.</summary>
    public static byte[] Of(UniversalKey key, SetDefinition set, IEnumerable<KlvLineItem> items)
    {
        var value = new List<byte>();
        Span<byte> room = stackalloc byte[UniversalKey.Size];
        foreach (var item in items)
        {
            if (Standards.IsUniversal(set))
            {
                (item.Key != default ? item.Key : set.Find(item.Tag)?.Key ?? default).Write(room);
                value.AddRange(room);
            }
            else
                value.AddRange(room[..Ber.WriteOid(room, item.Tag)]);
            value.AddRange(room[..Ber.WriteLength(room, item.Raw.Length)]);
            value.AddRange(item.Raw);
        }
        var packet = new List<byte>();
        key.Write(room);
        packet.AddRange(room);
        packet.AddRange(room[..Ber.WriteLength(room, value.Count)]);
        packet.AddRange(value);
        return [.. packet];
    }

    /// <summary>Whether a packet is nothing but its items in their shortest form, so that they say all of it.</summary>
    public static bool IsCanonical(ReadOnlySpan<byte> packet, DecodedPacket decoded) =>
        decoded.Set is not { } set || packet.SequenceEqual(Of(decoded.Key, set, decoded.Items.Select(i => new KlvLineItem(i.Tag, i.Key, i.Raw.ToArray(), IsNew: false))));

    /// <summary>The packet with a checksum that is right, where it must be and the set has one.</summary>
    public static byte[] WithChecksum(byte[] packet, SetDefinition set, bool mustBeRight)
    {
        if (!mustBeRight || set.ChecksumTag == 0)
            return packet;
        var reader = new MetadataPacket(set);
        reader.Read(packet);
        if (reader.Checksum == ChecksumState.Valid)
            return packet;
        // Taken out and put in again it is the last item, and made anew.
        while (reader.Set.Remove(set.ChecksumTag))
        {
        }
        reader.Set.SetBytes(set.ChecksumTag, new byte[set.ChecksumSize]);
        return reader.Encode();
    }
}
