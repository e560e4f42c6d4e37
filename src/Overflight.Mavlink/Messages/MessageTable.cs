using System.Collections.Frozen;

namespace Overflight.Mavlink.Messages;

/// <summary>The messages that are known. Made of the definitions by the build.</summary>
public static partial class MessageTable
{
    /// <summary>All of them, in the order of their ids.</summary>
    public static IReadOnlyList<MessageInfo> All => s_all;

    /// <summary>The message of an id; null where it is not known.</summary>
    public static MessageInfo? Find(uint id) => id < Places.LowIds ? Places.Low[id] : Places.High.GetValueOrDefault(id);

    // Of its own, because the parts of a class have no order in which their fields are made.
    private static class Places
    {
        public const int LowIds = 512;

        public static readonly MessageInfo?[] Low = MakeLow();
        public static readonly FrozenDictionary<uint, MessageInfo> High = s_all.Where(m => m.Id >= LowIds).ToFrozenDictionary(m => m.Id);

        private static MessageInfo?[] MakeLow()
        {
            var low = new MessageInfo?[LowIds];
            foreach (var info in s_all.Where(m => m.Id < LowIds))
                low[info.Id] = info;
            return low;
        }
    }
}
