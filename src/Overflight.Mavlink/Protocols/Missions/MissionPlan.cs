using System.Buffers.Binary;
using System.Security.Cryptography;
using Overflight.Mavlink.Messages;

namespace Overflight.Mavlink.Protocols.Missions;

/// <summary>A plan: the items of a mission, a fence or a list of rally points, in their order.</summary>
public sealed class MissionPlan
{
    /// <summary>Makes a plan.</summary>
    /// <exception cref="ArgumentException">It has more items than can be numbered.</exception>
    public MissionPlan(IReadOnlyList<PlanItem> items)
    {
        ArgumentNullException.ThrowIfNull(items);
        if (items.Count > ushort.MaxValue)
            throw new ArgumentException($"a plan has at most {ushort.MaxValue} items", nameof(items));
        Items = items;
        Id = MakeId(items);
    }

    /// <summary>A plan of no items.</summary>
    public static MissionPlan Empty { get; } = new([]);

    /// <summary>Its items.</summary>
    public IReadOnlyList<PlanItem> Items { get; }

    /// <summary>The id by which both ends know that a plan did not change; 0: there are no items. Made of the items, the same on every machine.</summary>
    public uint Id { get; }

    private static uint MakeId(IReadOnlyList<PlanItem> items)
    {
        if (items.Count == 0)
            return 0;
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        Span<byte> bytes = stackalloc byte[MissionItemInt.Info.Length];
        for (var i = 0; i < items.Count; i++)
        {
            items[i].ToMessage(0, 0, i, MavMissionType.Mission, false).Write(bytes);
            hash.AppendData(bytes);
        }
        return Math.Max(1, BinaryPrimitives.ReadUInt32LittleEndian(hash.GetHashAndReset()));
    }
}
