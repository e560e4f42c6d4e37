using Overflight.Geodesy;
using Overflight.Misb.Sets;
using Overflight.Misb.Sets.St0903;
using Overflight.Misb.Sight;

namespace Overflight.Misb.Diagnosis.Repairing;

/// <summary>Puts the VMTI set within a packet right: its version, and heights of targets above the sea that should be above the ellipsoid.</summary>
internal sealed class VmtiRepair(RepairCounts counts)
{
    private const ulong VmtiTag = 74;
    private const ulong VersionTag = 4;
    private const ulong TargetsTag = 101;
    private const ulong HeightTag = 12;
    private const ulong PlaceTag = 17;

    private readonly VmtiState _state = new();

    public void Repair(KlvSet packet, StatedPose pose, bool withVersion, bool withHeights)
    {
        if (!packet.TryGet(VmtiTag, out var item))
            return;
        var bytes = item.Raw.ToArray();
        var vmti = new KlvSet(_state.Choose(bytes));
        vmti.Read(bytes);
        if (withVersion && !vmti.TryGet(VersionTag, out _) && _state.Version is { } version)
        {
            vmti.SetUnsigned(VersionTag, (ulong)version);
            counts.Done("vmti-version-missing");
        }
        else if (withVersion && _state.Version is null)
        {
            counts.Left("vmti-version-missing", "no version was stated before it");
        }
        if (withHeights && vmti.TryGet(TargetsTag, out var targets))
            Raise(vmti, targets.ToNode(), pose);
        packet.SetBytes(VmtiTag, vmti.Bytes.ToArray());
    }

    private void Raise(KlvSet vmti, KlvNode targets, StatedPose pose)
    {
        var changed = 0;
        var raised = targets with { Children = [.. targets.Children.Select(t => Raised(t, pose, ref changed))] };
        if (changed == 0)
            return;
        try
        {
            vmti.SetNode(TargetsTag, raised);
            counts.Done("target-heights-sea-level", changed);
        }
        catch (KlvRangeException error)
        {
            counts.Left("target-heights-sea-level", error.Message, changed);
        }
    }

    private static KlvNode Raised(KlvNode target, StatedPose pose, ref int changed)
    {
        if (target[2] is not { } set)
            return target;
        var place = set[PlaceTag] is { } location ? new GeoPoint(Number(location[1]), Number(location[2])) : pose.Centre;
        var geoid = SeaLevel.At(place);
        var isChanged = false;
        var children = new List<KlvNode>();
        foreach (var child in set.Children)
        {
            var raised = child switch
            {
                { Tag: HeightTag, Kind: ValueKind.Number } => KlvNode.Of(child.Tag, child.Number + geoid),
                { Tag: PlaceTag } when child[3] is { Kind: ValueKind.Number } height =>
                    child with { Children = [.. child.Children.Select(c => c.Tag == 3 ? KlvNode.Of(3, height.Number + geoid) : c)] },
                _ => child,
            };
            isChanged |= !ReferenceEquals(raised, child);
            children.Add(raised);
        }
        changed += isChanged ? 1 : 0;
        return isChanged ? target with { Children = [.. target.Children.Select(c => c.Tag == 2 ? set with { Children = children } : c)] } : target;
    }

    private static double Number(KlvNode? node) => node is { Kind: ValueKind.Number } ? node.Number : double.NaN;
}
