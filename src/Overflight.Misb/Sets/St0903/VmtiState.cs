using Overflight.Misb.Klv;

namespace Overflight.Misb.Sets.St0903;

/// <summary>Remembers, for one stream, the version that its VMTI sets state: real streams state it in few of them, and the coding of all others hangs on it.</summary>
public sealed class VmtiState
{
    private const ulong VersionTag = 4;

    /// <summary>The version last stated; null before the first.</summary>
    public int? Version { get; private set; }

    /// <summary>The definition by which a VMTI set is to be read: by its own version item, else by the version last stated, else the current one.</summary>
    /// <param name="set">The value of the set.</param>
    public SetDefinition Choose(ReadOnlySpan<byte> set)
    {
        var reader = new LocalSetReader(set);
        while (reader.Read() == KlvRead.Found)
            if (reader.Item is { Tag: VersionTag, Length: 1 or 2 })
                Version = (int)BigEndian.ReadUnsigned(reader.Value);
        return Version < St0903Set.FirstImapbVersion ? St0903Set.Legacy : St0903Set.Definition;
    }
}
