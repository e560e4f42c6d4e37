using Overflight.Misb.Pictures;
using Overflight.Misb.Sets;
using Overflight.Misb.Sets.St0601;
using Overflight.Misb.Sets.St0902;

namespace Overflight.Cli.Video.Mux;

/// <summary>What of the minimum set (ST 0902) no packet of a stream has.</summary>
internal static class MinimumCheck
{
    private const ulong SecuritySet = 48;

    /// <summary>Names with tags; null where no packet is of ST 0601.</summary>
    public static IReadOnlyList<string>? Missing(IReadOnlyList<PlacedMetadata> placed)
    {
        // Only packets that add an item are kept.
        var (seen, kept) = (new HashSet<(ulong, ulong)>(), new List<KlvSet>());
        var packet = new St0601Packet();
        foreach (var metadata in placed)
        {
            if (!packet.Read(metadata.Packet))
                continue;
            var adds = false;
            for (var i = 0; i < packet.Set.Count; i++)
            {
                var item = packet.Set[i];
                if (item.Tag == SecuritySet)
                    foreach (var part in item.ToNode().Children)
                        adds |= seen.Add((SecuritySet, part.Tag));
                adds |= item.Kind != ValueKind.Empty && seen.Add((item.Tag, 0));
            }
            if (!adds && kept.Count > 0)
                continue;
            kept.Add(packet.Set);
            packet = new St0601Packet();
        }
        return kept.Count == 0 ? null : [.. MinimumSet.Missing(kept).Select(m => m.NestedTag is { } nested ? $"{m.Name} ({m.Tag}.{nested})" : $"{m.Name} ({m.Tag})")];
    }
}
