namespace Overflight.MavlinkGenerator;

/// <summary>All enums and messages of a folder.</summary>
internal sealed record Definitions(IReadOnlyList<EnumDefinition> Enums, IReadOnlyList<MessageDefinition> Messages)
{
    public EnumDefinition? Enum(string? name) => name is null ? null : Enums.Single(e => e.Name == name);

    /// <summary>Bits that an enum's type needs: those of the widest field that holds it, or else of its greatest value.</summary>
    public int BitsOf(EnumDefinition e)
    {
        var widest = Messages.SelectMany(m => m.Fields).Where(f => f.Enum == e.Name).Select(f => f.Type.Size * 8).DefaultIfEmpty(0).Max();
        var greatest = e.Entries.Max(x => x.Value) switch { <= byte.MaxValue => 8, <= ushort.MaxValue => 16, <= uint.MaxValue => 32, _ => 64 };
        return Math.Max(widest, greatest);
    }
}

internal sealed record EnumDefinition(string Name, bool IsBitmask, string Description, IReadOnlyList<EntryDefinition> Entries);

internal sealed record EntryDefinition(ulong Value, string Name, string Description, IReadOnlyList<ParamDefinition> Params);

internal sealed record ParamDefinition(int Index, string Label, string? Units);
