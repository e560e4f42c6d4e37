using Overflight.Misb.Klv;

namespace Overflight.Misb.Sets.St0601;

/// <summary>The UAS Datalink Local Set (MISB ST 0601.17).</summary>
public static class St0601Set
{
    /// <summary>All tags, 1 to 143.</summary>
    public static SetDefinition Definition { get; } = new("ST 0601", "UAS Datalink Local Set",
        new(0x060E2B34020B0101, 0x0E01030101000000), 1, ChecksumKind.Running16, [.. PlatformItems.All, .. TargetItems.All, .. ExtendedItems.All, .. ListItems.All]);
}
