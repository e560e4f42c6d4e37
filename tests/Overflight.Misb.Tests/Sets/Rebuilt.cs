using Overflight.Misb.Sets;

namespace Overflight.Misb.Tests.Sets;

/// <summary>A packet built again from nothing but the decoded values of another.</summary>
internal static class Rebuilt
{
    public static MetadataPacket From(MetadataPacket packet)
    {
        var built = new MetadataPacket(packet.Set.Definition);
        for (var i = 0; i < packet.Set.Count; i++)
        {
            var item = packet.Set[i];
            switch (item.Kind)
            {
                case ValueKind.Number:
                    built.Set.SetBytes(item.Tag, new byte[item.Raw.Length]);
                    built.Set.SetNumber(item.Tag, item.Number);
                    break;
                case ValueKind.SignedInteger:
                    built.Set.SetInteger(item.Tag, item.SignedInteger);
                    break;
                case ValueKind.UnsignedInteger:
                    // The checksum is the packet's to make.
                    built.Set.SetUnsigned(item.Tag, item.Tag == packet.Set.Definition.ChecksumTag ? 0 : item.UnsignedInteger);
                    break;
                case ValueKind.Text:
                    built.Set.SetText(item.Tag, item.Text!);
                    break;
                case ValueKind.Special when item.Definition!.Coding == Coding.Linear:
                    built.Set.SetSpecial(item.Tag, item.Special);
                    break;
                default:
                    built.Set.SetBytes(item.Tag, item.Raw.Span);
                    break;
            }
        }
        return built;
    }
}
